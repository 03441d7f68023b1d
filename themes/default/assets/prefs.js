// What a reader chose: 长者模式, size of type, light or dark. It stands in the head, so that the page is
// painted as chosen from the first; without it, or where nothing can be kept, the page is whole all the same.
(function () {
  'use strict'

  var KEY = 'gongkai'
  var NAMES = ['mode', 'size', 'look']
  var root = document.documentElement
  var chosen = {}

  function read() {
    try {
      var kept = JSON.parse(localStorage.getItem(KEY)) || {}
      NAMES.forEach(function (name) {
        chosen[name] = typeof kept[name] === 'string' ? kept[name] : ''
      })
    } catch (error) {} // private windows and some files on a disk keep nothing
  }

  function keep() {
    try {
      localStorage.setItem(KEY, JSON.stringify(chosen))
    } catch (error) {}
  }

  function look() {
    return chosen.look || (matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light')
  }

  function show() {
    NAMES.forEach(function (name) {
      if (chosen[name]) root.dataset[name] = chosen[name]
      else delete root.dataset[name]
    })
    document.querySelectorAll('[data-set]').forEach(function (button) {
      var name = button.dataset.set
      var now = name === 'look' ? look() : chosen[name] || ''
      button.setAttribute('aria-pressed', String(now === button.dataset.to))
    })
  }

  function edge() {
    var bar = document.querySelector('.bar')
    return Math.max(0, bar ? bar.getBoundingClientRect().bottom : 0)
  }

  // The frame that a table scrolls in, if it does: what it hides is not in view.
  function frame(part) {
    var region = part.closest('.table-scroll')
    return region && region.scrollHeight > region.clientHeight + 1 ? region : null
  }

  // The uppermost part of the text in view: how far below the edge it begins, or how much of it is above.
  function place() {
    var top = edge()
    var parts = document.querySelectorAll('main :is(h1, h2, h3, h4, h5, h6, p, li, dt, dd, tr, caption)')
    for (var i = 0; i < parts.length; i++) {
      var part = frame(parts[i]) || parts[i]
      var box = part.getBoundingClientRect()
      if (box.height && box.bottom > top) {
        return { part: part, gap: Math.max(0, box.top - top), above: Math.max(0, top - box.top) / box.height }
      }
    }
    return null
  }

  function restore(seen) {
    var region = frame(seen.part)
    var by = seen.part.getBoundingClientRect().top
    if (region && region !== seen.part) {
      region.scrollTop += by - region.getBoundingClientRect().top
      by = region.getBoundingClientRect().top
    } else {
      by += seen.above * seen.part.getBoundingClientRect().height - seen.gap
    }
    by -= edge()
    if (Math.abs(by) >= 1) scrollBy({ top: by, behavior: 'instant' })
  }

  function change() {
    var seen = scrollY > 0 && place()
    show()
    if (!seen) return
    restore(seen)
    requestAnimationFrame(function () {
      restore(seen) // after the browser's own anchoring
    })
  }

  function press(event) {
    var button = event.target.closest('[data-set]')
    if (!button) return
    var name = button.dataset.set
    var to = button.dataset.to
    if (name === 'look') {
      var other = look() === 'dark' ? 'light' : 'dark'
      chosen.look = ''
      if (look() !== other) chosen.look = other // what the system wants need not be kept
    } else if (name === 'mode') {
      chosen.mode = chosen.mode === to ? '' : to
    } else {
      chosen[name] = to
    }
    keep()
    change()
  }

  root.dataset.script = ''
  read()
  show()
  document.addEventListener('DOMContentLoaded', show)
  document.addEventListener('click', press)
  matchMedia('(prefers-color-scheme: dark)').addEventListener('change', show)
  addEventListener('pageshow', function (event) {
    if (event.persisted) {
      read()
      show()
    }
  })
  addEventListener('storage', function (event) {
    if (event.key === KEY) {
      read()
      show()
    }
  })
})()
