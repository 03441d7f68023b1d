"""Reads what is said without a figure of its own: nought, and all of them."""

from __future__ import annotations

from collections.abc import Sequence

from gongkai.check.narrative_claims import ALL, Claim, Found, Reader, is_filler, make_claim
from gongkai.check.narrative_clause import is_of_anyone, is_own
from gongkai.check.narrative_tokens import Token
from gongkai.check.narrative_words import SPACES
from gongkai.model.pattern import pattern
from gongkai.model.phrase import Phrase

# How a sentence may end that says that there was none.
_END = frozenset(
    "\u2060的情况形案件等事项类现象发生产提起出请数公开政府信息被引行及通知了要求过记录例由法律纠纷工作"
    "诉求申继续办理宜或问题." + SPACES
)
_LONGEST_END = 30
_ANYONE = ("公众", "公民", "个人")
# «应公开而未公开»: none that was wrong, not none
_FAULTS, _OUGHT, _NOT_OUGHT = ("错", "漏", "违", "不当"), "应", frozenset("急用对")
_ONE_KIND = ("未", "没", "逾期", "超期", "超时", "失误", "无故", "恶意", "重复", "失职", "迟误", "延误")
_OTHER = pattern("其[他它](?!组织)|新的|更多|另外")
_RECEIVED = ("收到", "接到", "接收", "受理")
_ALL_GAP, _LONGEST_ALL_GAP = frozenset("为获得予以系属于是被由经社会" + SPACES), 4
_BACK = 60  # how many tokens back «其中» may stand


def read_none(reader: Reader, sentence: Sequence[Token], i: int) -> None:
    """«未收到…申请», «未发生…复议、诉讼»: nought of what follows in the clause, or of what came before."""
    if i and sentence[i - 1].kind == "none":
        return  # «不存在没有…的情况»
    found, j, narrowed = Found(), i + 1, False
    while j < len(sentence) and sentence[j].kind not in ("mark", "stop", "close", "open"):
        if not _taken(sentence[j], found):
            return
        narrowed = narrowed or (sentence[j].kind == "limit" and found.subject is None)
        j += 1
    words = [*found.rows, *([found.subject] if found.subject else ())]
    if not words:
        _none_before(reader, sentence, i)
        return
    if _is_at_fault(reader.text[sentence[i].end : max(word.start for word in words)]):
        return
    if narrowed and (found.subject is None or not found.rows):
        return
    if _is_of_one_kind(reader, sentence[i], words, found):
        return
    end = sentence[j].start if j < len(sentence) else len(reader.text)
    if found.columns and found.rows and sentence[j - 1].kind == "joint":
        end = sentence[j - 1].start  # none of these «和其他文件»
    ending = reader.text[max(word.end for word in words) : end]
    if len(ending) <= _LONGEST_END and _END.issuperset(ending):
        _take_none(reader, sentence[i], found, end)


def _is_at_fault(between: str) -> bool:
    ought = between.find(_OUGHT)
    while ought >= 0:
        if between[ought + 1 : ought + 2] not in _NOT_OUGHT:
            return True
        ought = between.find(_OUGHT, ought + 1)
    return any(fault in between for fault in _FAULTS)


def _is_of_one_kind(reader: Reader, none: Token, words: Sequence[Token], found: Found) -> bool:
    """Tell whether there was none of one kind only: «未发生因未按时答复引发的…», «没有收到涉及…的申请»."""
    at = none.end
    for word in sorted(words, key=lambda word: word.start):
        between = reader.text[at : word.start]
        if between and any(kind in between for kind in _ONE_KIND):
            return True
        at = word.end
    table = found.subject.phrase.table if found.subject and found.subject.phrase else ""
    is_whole = table in reader.whole and none.text.endswith(_RECEIVED)
    return is_whole and any(row.phrase and row.phrase.table == table for row in found.rows)


def _take_none(reader: Reader, none: Token, found: Found, end: int) -> None:
    if len(found.rows) == len(found.columns) == 1:
        # «未制定…»: of a table without a total, nought in one column.
        row = found.rows[0]
        one = Found(rows=found.rows, columns=found.columns)
        make_claim(reader, one, 0, "", Token("none", row.start, row.end, none.text))
    elif found.rows and not found.columns:
        if found.subject is not None:
            reader.opened = ALL
            reader.topic = next(
                (r.phrase.table for r in found.rows if r.phrase and r.phrase.certain), reader.topic
            )
        nought(reader, found.rows)
    elif not found.rows and found.subject is not None:
        _no_subject(reader, none, found, end)


def _taken(token: Token, found: Found) -> bool:
    """Take a word of the clause; False where the clause is about something else."""
    phrase = token.phrase
    if phrase is None:
        found.each = found.each or token.kind == "joint"
        return token.kind in _HARMLESS
    match phrase.role:
        case "row" if not phrase.everyday:
            found.rows.append(token)
        case "column":
            found.columns.append(token)
        case "subject":
            found.subject = token
        case "elsewhere":
            return False
        case "aside":
            return token.text in ALONGSIDE
    return True


ALONGSIDE = ("投诉", "举报")
_HARMLESS = ("joint", "government", "now", "narrow", "office", "wide", "body", "limit")


def _no_subject(reader: Reader, none: Token, found: Found, end: int) -> None:
    subject = found.subject
    phrase = subject.phrase if subject else None
    if subject is None or phrase is None or not phrase.readings:
        return
    reader.opened, reader.topic = ALL, phrase.table
    if _OTHER.search(reader.text, none.end, subject.start):
        return  # none but those
    is_bare = none.text.endswith("无") or none.text == "没有"
    kinds = [column for column in found.columns if column.text not in _ANYONE]
    if (len(kinds) == 1 and not found.each) or (is_bare and "申请" not in reader.text[none.end : end]):
        return
    is_all = is_of_anyone(reader.text, none.end, subject.start, subject.end, end)
    if not is_all or not is_own(reader.text, reader.now.begin, none.start, reader.organ):
        return  # none of one kind, of a part of the organ, or for a while
    if not reader.now.foreign and not reader.now.then:
        claim = Claim(phrase.table, subject.text, phrase.readings[:1], (), 0, "", none.start, subject.end)
        reader.claims.append(_certain(claim, certain=not reader.now.vague))


def _certain(claim: Claim, *, certain: bool) -> Claim:
    return Claim(
        claim.table, claim.words, claim.rows, claim.columns, 0, "", claim.start, claim.end,
        certain=certain, is_none=True,
    )  # fmt: skip


def _none_before(reader: Reader, sentence: Sequence[Token], i: int) -> None:
    """«复议、诉讼均未发生»."""
    if sentence[i].text in ("没有", "无", "无涉及", "不存在"):
        return
    rows: list[Token] = []
    j = i - 1
    while j >= 0 and sentence[j].kind in ("word", "joint", "all"):
        token = sentence[j]
        if not is_filler(reader.text[token.end : sentence[j + 1].start]):
            return
        if token.phrase is not None:
            if token.phrase.role != "row" or token.phrase.everyday:
                break
            rows.append(token)
        j -= 1
    nought(reader, rows)


def nought(reader: Reader, rows: Sequence[Token]) -> None:
    """Take down that there was none of some rows."""
    for row in rows:
        at = Token("none", row.start, row.end, row.text)
        make_claim(reader, Found(rows=[row]), 0, "", at)


def read_all(reader: Reader, sentence: Sequence[Token], i: int) -> None:
    """«复议7件，诉讼9件，均获维持»: all of the figures just given are of one column."""
    word = sentence[i + 1] if i + 1 < len(sentence) else None
    if (
        word is None
        or word.phrase is None
        or word.phrase.everyday
        or word.phrase.role not in ("column", "row")
    ):
        return
    gap = reader.text[sentence[i].end : word.start]
    if len(gap) > _LONGEST_ALL_GAP or not _ALL_GAP.issuperset(gap):
        return
    if i + 2 < len(sentence) and sentence[i + 2].kind in ("number", "joint"):
        return
    if word.phrase.role == "row":
        _all_of_whole(reader, sentence, i, word.phrase)
        return
    first = max([sentence[0].start, *(t.start for t in sentence[max(0, i - _BACK) : i] if t.kind == "among")])
    said: list[Claim] = []
    for claim in reversed(reader.claims):
        if claim.start < first or claim.is_share or claim.columns or claim.all_of:
            break
        if claim.table == word.phrase.table and not claim.is_none:
            said.append(claim)
    for claim in reversed(said):
        reader.claims.append(
            Claim(
                claim.table, f"{claim.words}{sentence[i].text}{word.text}", claim.rows, word.phrase.readings,
                claim.number, claim.unit, sentence[i].start, word.end, all_of=True,
            )
        )  # fmt: skip


def _all_of_whole(reader: Reader, sentence: Sequence[Token], i: int, phrase: Phrase) -> None:
    """«收到申请3件，均…»: all of the whole just given came out so."""
    last, all_ = reader.claims[-1] if reader.claims else None, sentence[i]
    k = next((k for k in range(i - 1, -1, -1) if sentence[k].kind == "number"), -1)
    if last is None or k < 0 or last.start != sentence[k].start or last.table != phrase.table or phrase.part:
        return
    wholes = reader.whole.get(last.table, ())
    if last.columns or last.is_none or not any(reading in wholes for reading in last.rows):
        return
    if any(token.kind in ("limit", "among", "none") or token.phrase for token in sentence[k + 1 : i]):
        return
    end = sentence[i + 1].end
    words = reader.text[all_.start : end]
    reader.claims.append(
        Claim(
            last.table, words, phrase.readings, (), last.number, last.unit, all_.start, end,
            all_of=True, of=last.rows,
        )
    )  # fmt: skip
