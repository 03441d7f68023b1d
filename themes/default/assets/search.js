// Search without a server: generator/gongkai/index/ writes what is read here. Parts of the index are scripts
// that hand their data over, so that a portal opened from the disk can be searched too.
(function () {
  'use strict'

  const script = document.currentScript
  const folder = new URL(script.dataset.index, document.baseURI).href.replace(/[^/]*$/, '')
  const parts = {}
  const waiting = {}
  let version = ''

  function load(name) {
    if (!parts[name]) {
      parts[name] = fetched(name)
      parts[name].catch(() => delete parts[name])
    }
    return parts[name]
  }

  // The index comes first: it names the version of all others.
  async function fetched(name) {
    if (name !== 'index') await load('index')
    return new Promise((done, failed) => {
      const tag = document.createElement('script')
      waiting[name] = done
      tag.onload = tag.onerror = () => failed(tag.remove()) // nobody hears it where the part has come
      tag.src = folder + name + '.js' + (version && '?v=' + version)
      document.head.append(tag)
    })
  }

  // Called by a part; one that is left of another build is not taken.
  function take(made, name, data) {
    if (name === 'index') {
      version = made
      data.strings = data.strings.split('\t')
      data.starts = []
      each(data.texts, false, page => data.starts.push(page))
    }
    if (made === version) waiting[name](data)
  }

  function digit(text, at) {
    const code = text.charCodeAt(at)
    return code - 33 - (code > 34) - (code > 92)
  }

  function each(list, dense, act) {
    let at = 0
    function number() {
      for (let value = 0; ;) {
        const next = digit(list, at++)
        value = value * 46 + (next % 46)
        if (next < 46) return value
      }
    }
    let page = dense ? number() : -1
    if (!dense) while (at < list.length) act((page += 1 + number()))
    else for (const byte of atob(list.slice(at))) for (let bit = 128; bit; bit >>= 1, page++) if (byte.charCodeAt(0) & bit) act(page)
  }

  const TEXT = 1
  const TITLE = 2
  const SURE = 4
  const NOTHING = /(?!)/
  const unique = row => Array.from(new Set(row))

  function first(count, holds) {
    let low = 0
    while (low < count) {
      const middle = (low + count) >> 1
      if (holds(middle)) count = middle
      else low = middle + 1
    }
    return low
  }

  async function nodes(part) {
    const text = await load('k' + part)
    const found = []
    for (let at = 0, key = ''; at < text.length; at++) {
      const [same, kind] = [digit(text, at), digit(text, at + 1)]
      const from = at + 2 + (kind >> 2)
      key = key.slice(0, same >> 1) + text.slice(at + 2, from)
      at = text.indexOf(' ', from)
      found.push({ key, whole: same & 1, dense: kind & 2, mark: kind & 1 ? TITLE : TEXT, list: text.slice(from, at) })
    }
    return found
  }

  // Marks the pages where a string of no more than the index's depth stands, or else may stand.
  async function look(index, word) {
    const starts = index.strings
    let part = Math.max(0, first(starts.length, i => starts[i] > word) - 1)
    let row = await nodes(part)
    let at = first(row.length, i => row[i].key >= word)
    const before = row[at - 1]
    let found = []
    for (; ; at++) {
      if (at === row.length && (starts[part + 1] || '').startsWith(word)) {
        row = await nodes(++part)
        at = 0
      }
      const node = row[at]
      if (!node || !node.key.startsWith(word) || (found[0] && found[0].whole && found[0].key !== node.key)) break
      found.push(node)
    }
    const sure = found[0] ? SURE : 0
    if (!sure && before && !before.whole && word.startsWith(before.key)) found = row.filter(node => node.key === before.key)
    const marks = new Uint8Array(index.pages)
    for (const node of found) each(node.list, node.dense, page => (marks[page] |= node.mark | sure))
    return marks
  }

  async function find(index, word) {
    const last = word.length - index.depth
    if (last <= 0) return look(index, word)
    const all = await Promise.all([0, last >> 1, last].map(from => look(index, word.substr(from, index.depth))))
    return all[0].map((_, page) => all.reduce((least, marks) => least & marks[page], TEXT | TITLE))
  }

  // As index/fold.py, but for spaces; the length stays.
  const fold = text => text.replace(/[^\u4e00-\u9fff\n]/g, char => {
    const at = '[【〔［（]】〕］）'.indexOf(char)
    if (at >= 0) return at < 5 ? '(' : ')'
    if (/\s/.test(char)) return ' '
    const code = char.charCodeAt(0)
    const lower = (code > 0xff00 && code < 0xff5f ? String.fromCharCode(code - 0xfee0) : char).toLowerCase()
    return lower.length === 1 ? lower : char
  })

  // Spaces may stand anywhere in a string, as they do around figures.
  function pattern(words, flags) {
    const spaced = words.map(word => word.split('').map(char => char.replace(/[$()*+.?\\^{|}/[\]]/, '\\$&')).join(' *'))
    return new RegExp(spaced.sort((one, other) => other.length - one.length).join('|'), flags)
  }

  function others(index, word) {
    const found = index.synonyms.concat(index.synonyms.map(pair => [pair[1], pair[0]]))
      .filter(([one, other]) => word.includes(one) && !word.includes(other))
    return unique(found.map(([one, other]) => renamed(word, one, other))).slice(0, 3)
  }

  // 卫健委 is 卫生健康委员会, and so is 卫健委员会: an end that is there already is not written twice.
  function renamed(word, one, other) {
    return word.split(one).reduce((before, after) => {
      let same = after.length
      while (same && !other.endsWith(one.slice(-1) + after.slice(0, same))) same--
      return before + other + after.slice(same)
    })
  }

  async function limit(index, name, value) {
    const pages = new Uint8Array(index.pages)
    const data = name === 'organ' ? await load('organs') : Object.entries((await load('filters'))[name])
    const list = (data.find(row => row[0] === value) || []).pop()
    if (list) each(list.trim(), list[0] === ' ', page => (pages[page] = 1))
    return pages
  }

  async function read(index, page) {
    const part = first(index.starts.length, i => index.starts[i] > page) - 1
    const [title, path, kind, date, text] = (await load('t' + part))[page - index.starts[part]]
    return { title, path, kind, date, text }
  }

  // Promises {total, exact, also, pages(from, count), urls()}: docs/search.md
  async function search(query, wanted = {}) {
    const index = await load('index')
    const words = unique(fold(query).split(/\s+/).filter(Boolean))
    const asked = words.map(word => [word].concat(wanted.synonyms === false ? [] : others(index, word)))
    const marked = await Promise.all(asked.map(async same => {
      const all = await Promise.all(same.map(word => find(index, word)))
      return all.reduce((sum, marks) => sum.map((mark, page) => mark | marks[page]))
    }))
    const names = ['year', 'topic', 'organ'].filter(name => wanted[name])
    const limits = await Promise.all(names.map(name => limit(index, name, wanted[name])))
    const titles = []
    const texts = []
    for (let page = 0; page < index.pages; page++) {
      if (!marked.concat(limits).every(marks => marks[page])) continue
      const mark = marked.reduce((least, marks) => least & marks[page], TITLE | SURE)
      ;(mark & TITLE ? titles : texts).push({ page, sure: mark & SURE })
    }
    const tests = asked.map(same => pattern(same))
    const holds = page => tests.every(test => test.test(fold(page.title)) || test.test(fold(page.text)))
    const keep = item => read(index, item.page).then(page => (item.sure || holds(page)) && page)
    let queue = words.length || names.length ? titles.concat(texts) : []
    const done = []
    // What is not sure is read: at once where it is little, else when its turn comes.
    const open = queue.filter(item => !item.sure)
    if (open.length <= 32) {
      await Promise.all(open.map(async item => (item.sure = await keep(item))))
      queue = queue.filter(item => item.sure)
    }
    async function go(until) {
      while (done.length < until && queue.length) {
        const next = queue.slice(0, until - done.length)
        const pages = await Promise.all(next.map(keep))
        queue = queue.slice(next.length)
        done.push(...pages.filter(Boolean))
      }
      return done
    }
    return {
      also: [].concat(...asked.map(same => same.slice(1))),
      lead: tests[0] || NOTHING,
      shown: words.length ? pattern([].concat(...asked), 'g') : NOTHING,
      get total() { return done.length + queue.length },
      get exact() { return queue.every(item => item.sure) },
      pages: (from, count) => go(from + count).then(pages => pages.slice(from, from + count)),
      urls: () => go(Infinity).then(pages => pages.map(page => page.path)),
    }
  }

  window.gongkaiSearch = Object.assign(search, { take })

  const parted = ['', '-status', '-also', '-results', '-more', '-again', '-lift', '-organs']
  const [form, status, also, list, more, again, lift, options] = parted.map(name => document.getElementById('search' + name))
  const fields = form.elements
  const texts = form.dataset
  const title = document.title
  let turn = 0
  let organ = '' // its id; the field has its name

  function element(name, inside, look = '') {
    const made = document.createElement(name)
    made.append(...inside)
    made.className = look
    return made
  }

  function marked(text, shown) {
    const row = []
    let from = 0
    fold(text).replace(shown, (found, at) => {
      row.push(text.slice(from, at), element('mark', [text.slice(at, (from = at + found.length))]))
    })
    return row.concat(text.slice(from))
  }

  function excerpt(text, { lead, shown }) {
    const at = Math.max(0, fold(text).search(lead))
    const line = text.lastIndexOf('\n', at) + 1
    const from = Math.max(line, at - 30)
    // Half of a character, at either end, is not shown.
    const cut = text.slice(from, from + 110).replace(/^[\udc00-\udfff]|[\ud800-\udbff]$/g, '').replace(/\n/g, ' ')
    return [from > line ? '…' : '', ...marked(cut, shown), from + 110 < text.length ? '…' : '']
  }

  function result(page, found) {
    const link = element('a', marked(page.title, found.shown))
    link.href = script.dataset.root + page.path
    const about = [texts[page.kind] || '', ' ', element('time', [page.date])]
    const parts = [element('h2', [link]), element('p', excerpt(page.text, found), 'excerpt'), element('p', about, 'about')]
    // The page around them may be in English.
    for (const part of parts) if (/[\u3400-\u9fff]/.test(part.textContent)) part.lang = 'zh-CN'
    return element('li', parts)
  }

  function attempt(act) {
    const now = ++turn
    more.hidden = again.hidden = lift.hidden = true
    act(() => now === turn).catch(() => {
      if (now !== turn) return
      status.textContent = texts.failed
      again.hidden = false
      again.onclick = () => attempt(act, status.focus())
    })
  }

  function offer(limits) {
    lift.hidden = false
    lift.onclick = () => go(limits, status.focus())
  }

  // An empty search is an address too: without one, what follows the ? would count again.
  function go(now) {
    const next = '#' + (String(now) || 'q=')
    if (location.hash === next) attempt(show)
    else location.hash = next
  }

  async function add(found, from, isWanted) {
    const pages = await found.pages(from, 10)
    if (!isWanted()) return
    const items = pages.map(page => result(page, found))
    list.append(...items)
    const count = found.total.toLocaleString(document.documentElement.lang)
    status.textContent = found.total ? texts[found.exact ? 'found' : 'most'].replace('{count}', count) : texts.none
    also.textContent = found.also.length ? texts.also.replace('{words}', found.also.join(texts.comma)) : ''
    if (from && items[0]) items[0].querySelector('a').focus()
    const all = new URLSearchParams({ q: fields.q.value })
    if (!found.total && String(all) !== String(state())) offer(all)
    more.hidden = found.total <= from + 10
    more.onclick = () => attempt(isStill => add(found, from + 10, isStill))
  }

  async function show(isWanted) {
    const asked = new URLSearchParams(location.hash.slice(1) || location.search)
    const given = name => (asked.get(name) || '').trim()
    for (const name of ['q', 'year', 'topic']) {
      if (!fields[name]) continue
      fields[name].value = given(name)
      if (fields[name].selectedIndex < 0) fields[name].value = ''
    }
    const known = given('organ') && (await load('organs')).find(one => one[0] === given('organ'))
    if (!isWanted()) return
    ;[organ, fields.organ.value] = known || ['', '']
    list.textContent = also.textContent = status.textContent = ''
    document.title = (given('q') && given('q') + ' - ') + title
    const now = state()
    const lost = ['year', 'topic', 'organ'].filter(name => given(name) && !now.has(name)).map(given)
    if (lost.length) {
      status.textContent = texts.lost.replace('{values}', lost.join(texts.comma))
      return offer(now)
    }
    if (!now.toString()) return
    status.textContent = texts.wait
    const found = await search(now.get('q') || '', { year: now.get('year'), topic: now.get('topic'), organ })
    await add(found, 0, isWanted)
  }

  function state() {
    const now = new URLSearchParams(new FormData(form))
    now.set('organ', organ)
    for (const [name, value] of Array.from(now)) if (!value.trim()) now.delete(name)
    return now
  }

  // The field takes a part of a name; what is in no organ's is said there.
  async function ask() {
    const name = fields.organ.value.trim()
    const all = name ? await load('organs') : []
    const known = all.find(one => one[1] === name) || all.find(one => one[1].includes(name))
    organ = known ? known[0] : ''
    fields.organ.setCustomValidity(name && !known ? texts.unknown : '')
    if (form.reportValidity()) go(state())
  }

  fields.organ.addEventListener('focus', () => {
    load('organs').then(all => options.replaceChildren(...all.map(one => new Option('', one[1]))), () => {})
  })
  form.addEventListener('submit', event => attempt(ask, event.preventDefault()))
  form.addEventListener('change', event => event.target === fields.q || attempt(ask))
  addEventListener('hashchange', () => attempt(show))
  form.hidden = false
  attempt(show)
  load('index').catch(() => {}) // before anybody asks
})()
