"""Finds the words that a figure belongs to, before it."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import product

from gongkai.check.narrative_claims import Found, Reader, is_filler
from gongkai.check.narrative_tokens import Token
from gongkai.model.phrase import Phrase

_LONGEST_LOOSE, _NOT_LOOSE = 60, frozenset("\n|□")
_SUMMED = frozenset(map("".join, product(("共", "总", "合", "共计", "总计", "合计", "均"), ("", "为", "有"))))
_INVOLVES = tuple(map("".join, product(",，;；。(（", ("", "其", "中", "其中"), ("涉及",))))
_BEFORE = 6
_NEAR, _BESIDE = 5, 6
_EDGES = ("mark", "stop", "number", "percent", "open", "close")  # of a clause


def before(reader: Reader, sentence: Sequence[Token], i: int) -> Found | None:
    """Walk back from a figure to its words; None where something on the way makes it another figure."""
    near = _only_row(reader, sentence, i)
    if near is not None:
        return Found((near,))
    walk = _Walk(reader, sentence, i)
    while walk.goes_on():
        pass
    found = walk.found
    found.rows = found.rows or [*walk.ended]
    if (
        found.subject is not None
        and not found.rows
        and reader.text.endswith(_INVOLVES, max(0, found.subject.start - _BEFORE), found.subject.start)
    ):
        return None  # «涉及…申请1件», of other things
    is_received = found.subject is not None and found.rows
    if walk.is_other or (walk.pieces and not is_received):
        return None
    return found if _is_whole(sentence, walk, found) else None


def _only_row(reader: Reader, sentence: Sequence[Token], i: int) -> Token | None:
    """Give the row right before a figure where a walk would end before it: at a mark, or another figure."""
    near = sentence[i - 1] if i else None
    if near is None or near.phrase is None or near.phrase.role != "row":
        return None
    edge = i - 3 if i > 1 and sentence[i - 2].kind == "joint" else i - 2
    if edge >= 0 and sentence[edge].kind not in _EDGES:
        return None
    gap = reader.text[near.end : sentence[i].start]
    return near if is_filler(gap) and "信息" not in gap else None


class _Walk:
    """A walk back from a figure, token by token."""

    asides = 0
    several = False
    pieces = False
    crossed = False
    loose = False
    joined = False
    is_other = False
    ended: Sequence[Token] = ()  # «办理» in «申请办理事项5件»: taken where no verb comes before

    def __init__(self, reader: Reader, sentence: Sequence[Token], i: int) -> None:
        """Begin at a figure, the `i`th token of a sentence."""
        self.text, self.sentence, self.i = reader.text, sentence, i
        self.found = Found()
        self.at, self.j = sentence[i].start, i - 1

    def goes_on(self) -> bool:
        """Take one step; False at the end of the way."""
        if self.j < 0:
            return False
        token = self.sentence[self.j]
        gap = self.text[token.end : self.at]
        goes_on = self._word(token, gap) if token.kind == "word" else self._grammar(token, gap)
        if goes_on:
            self.at = token.start
            self.j -= 1
        return goes_on

    @property
    def _has_words(self) -> bool:
        found = self.found
        return bool(found.rows or found.columns or found.subject)

    def _fills(self, gap: str) -> bool:
        return self.loose or is_filler(gap)

    def _other(self) -> bool:
        self.is_other = True
        return False

    def _grammar(self, token: Token, gap: str) -> bool:
        found = self.found
        match token.kind:
            case "limit" if found.subject is not None and not found.rows:
                # «共收到涉及征地等方面的申请5件»: all of them, by what most were about
                end, start = found.subject.end, self.sentence[self.i].start
                is_sum = (
                    "共" in self.text[end:start]
                    or "共" in self.text[max(0, token.start - _BEFORE) : token.start]
                )
                return is_sum or self._stop(is_fine=False)
            case "compared" | "limit":
                return self._stop(bool(found.rows) and not self.loose)
            case "none":
                return self._other()
            case "joint":
                self.joined = self._has_words
                self.several = self.several or self.asides > 0
                return self.joined and self._fills(gap)
            case "mark":
                behind = self.text[token.end : self.sentence[self.i].start]
                ok = token.text in ":：" or behind.strip() in _SUMMED
                if self._has_words or self.crossed or not ok or not self._fills(gap):
                    return False
                self.crossed = True
                return True
            case "each":
                found.each = True
                return True
            case "apart":
                found.apart = not (found.rows or found.columns)
                return found.apart
            case "all" | "now":
                return True
            case "close":
                return not found.rows
        return False

    def _stop(self, is_fine: bool) -> bool:
        self.is_other = self.is_other or not is_fine
        return False

    def _word(self, token: Token, gap: str) -> bool:
        phrase, found = token.phrase, self.found
        if phrase is None:
            return False
        if not found.rows and not found.columns and "信息" in gap and self.sentence[self.i].unit == "条":
            self.pieces = True  # pieces of information, by how they may be disclosed
        match phrase.role:
            case "aside" if self.loose and not found.rows:
                self.asides += 1  # «收到通过平台、邮寄等提出的申请5件»
                return True
            case "aside" | "elsewhere":
                return self._stop(bool(found.rows))
            case "subject":
                return self._subject(token, gap)
            case "row" if found.rows and not self.joined:
                return self._second(token, phrase, gap)
            case "row" if phrase.everyday and found.subject is not None and not found.rows:
                if len(gap) <= _LONGEST_LOOSE and _NOT_LOOSE.isdisjoint(gap):
                    found.rows.append(token)
                    self.j -= 1
                return False
        if not self._fills(gap):
            return False
        if phrase.role == "column":
            found.columns.append(token)
        elif not (phrase.everyday and self._only_ends_a_row()):
            found.rows.append(token)
        self.joined = False
        return True

    def _subject(self, token: Token, gap: str) -> bool:
        found = self.found
        if found.rows and not self.joined:
            if not all(row.phrase and row.phrase.everyday for row in found.rows):
                return False
            self.ended, found.rows = found.rows, []
        elif not self._fills(gap):
            return False
        found.subject = found.subject or token
        self.loose, self.joined = True, False
        return True

    def _second(self, token: Token, phrase: Phrase, gap: str) -> bool:
        """A row right before another: one is a part of the other, or neither is meant."""
        found, first = self.found, self.found.rows[0].phrase
        if phrase.everyday or len(gap) > _BESIDE or not is_filler(gap):
            return False
        if first is None or first.table != phrase.table or not _nested(phrase, first):
            return self._other()
        if "等" not in gap:
            found.rows.append(token)
            found.nested = True
        self.j -= 1
        return False

    def _only_ends_a_row(self) -> bool:
        """Tell whether an everyday word only ends another: «结转下年度继续|办理»."""
        ahead = self.sentence[self.j - 1].phrase if self.j else None
        return (
            ahead is not None
            and ahead.role == "row"
            and not ahead.everyday
            and self.sentence[self.j].start - self.sentence[self.j - 1].end <= _NEAR
        )


def _nested(one: Phrase, other: Phrase) -> bool:
    return any(set(a) <= set(b) or set(b) <= set(a) for a in one.readings for b in other.readings)


def _is_whole(sentence: Sequence[Token], walk: _Walk, found: Found) -> bool:
    """Tell whether the rest of the clause, before the walk's end, leaves the figure one of the whole."""
    j, asides, several = walk.j, walk.asides, walk.several
    while j >= 0 and sentence[j].kind not in _EDGES:
        token = sentence[j]
        if token.kind in ("limit", "compared"):
            return False
        if token.phrase is not None:
            if token.phrase.role == "elsewhere":
                return False
            asides += token.phrase.role == "aside"
        several = several or token.kind == "joint"
        j -= 1
    # By several ways together is by all of them; by one way it is a part.
    return not asides or (several and asides > 1) or not (found.rows or found.subject)
