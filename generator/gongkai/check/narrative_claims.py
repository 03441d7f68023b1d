"""What a text claims of a table's cells, and what a reader knows at a place of it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from gongkai.check.narrative_clause import counts_others, is_another, is_followed, is_own, is_whole
from gongkai.check.narrative_tokens import Token
from gongkai.check.narrative_vocabulary import Vocabulary
from gongkai.check.narrative_words import SPACES
from gongkai.model.facts import Number
from gongkai.model.phrase import Phrase, Reading

_LISTED = 4
_PIECES = "条"  # pieces of information are counted so, and requests only where that is said
ALL = "*"  # every table is open


class Claim(NamedTuple):
    """What a text says: a number, or a share, of the cells that its words mean.

    `rows` and `columns` are readings; no columns means the table's total. A `certain` claim has one
    meaning. With `is_share` the number is a percentage with so many `places`; with `is_none` it is nought;
    with `all_of` all of the rows' cases are in these columns.
    """

    table: str
    words: str
    rows: tuple[Reading, ...]
    columns: tuple[Reading, ...]
    number: Number
    unit: str
    start: int
    end: int
    certain: bool = False
    is_share: bool = False
    is_none: bool = False
    all_of: bool = False
    of: tuple[Reading, ...] = ()  # with `all_of`, the rows that are all of these
    is_vague: bool = False  # whose figure it is is not quite clear


# What may stand between a figure and its words without making it a figure of something else.
_FILLER = frozenset(
    "\u2060□“”的共计为有数量总合是了也已被经属于系类型情形况案件起申请答复决定处理办提出发生引收到受"
    "公开信息政府结果原因等作书年度内我们局镇县市区委街道新行给按时期依法另应量条项继续照分事规" + SPACES
)
_LONGEST_FILLER = 24


def is_filler(gap: str) -> bool:
    """Tell whether what stands between a figure and its words leaves it theirs."""
    return not gap or (len(gap) <= _LONGEST_FILLER and _FILLER.issuperset(gap))


class Found:
    """The words that a figure belongs to, nearest first."""

    subject: Token | None = None
    each = False
    apart = False
    nested = False  # one row inside the other: either of them is meant

    def __init__(self, rows: Sequence[Token] = (), columns: Sequence[Token] = ()) -> None:
        """Take the words for rows and columns that are known already."""
        self.rows, self.columns = [*rows], [*columns]


class Sentence:
    """What a reader knows in a sentence, to its end."""

    foreign = False  # the figures are another organ's
    vague = False  # whose they are is not quite clear
    owned = False  # they are said to be the organ's own
    own_end = 0
    then = False  # they are of another time
    dated = False  # they are said to be of this year
    narrowed = False  # they are of some requests only
    by_column = False
    astray = False  # it speaks of other things too
    begun = False  # it names a form's matter
    closes = False  # what is open is so to its end only
    is_others = False  # its last figures are of other things

    def __init__(self, begin: int) -> None:
        """Take where it begins."""
        self.begin = begin


class Reader:
    """What a reader of a block knows: what is spoken of, and what has been said."""

    tainted = False  # the last figures were another's
    past = False  # the last figures were of another time
    rows: tuple[Reading, ...] = ()
    table = ""
    words = ""

    def __init__(self, text: str, organ: str, vocabulary: Vocabulary, begin: int, topic: str) -> None:
        """Take a text, whose it is, where the block begins, and the table that its heading is about."""
        self.text, self.organ, self.vocabulary, self.whole = text, organ, vocabulary, vocabulary.wholes
        self.topic = topic  # the table last spoken of
        self.opened = ALL if topic else ""  # the table whose words may be taken for its rows, or ALL
        self.named = begin  # where the matter spoken of was last named
        self.now = Sentence(begin)
        self.parts: set[str] = set()
        self.claims: list[Claim] = []

    def is_open(self, phrase: Phrase) -> bool:
        """Tell whether a phrase's words can be taken to speak of its table here."""
        return phrase.outright or phrase.beside or self.opened in (ALL, phrase.table)


def make_claim(reader: Reader, found: Found, number: Number | None, unit: str, at: Token) -> None:
    """Take down what a figure at `at` says of its words, where it can be told."""
    if found.each and len(found.rows) + len(found.columns) > 1:
        for one in (*(Found(rows=[row]) for row in found.rows), *(Found(columns=[c]) for c in found.columns)):
            make_claim(reader, one, number, unit, at)
        return
    rows = _rows(reader, found)
    if rows is None or (unit == _PIECES and (reader.now.astray or not (found.rows or found.columns))):
        return
    is_none = at.kind == "none"
    if rows:
        table = rows[0].table
        readings = rows[0].readings if len(rows) == 1 else _meant(rows, nested=found.nested)
        words = _words(reader.text, found)
    else:
        # Of the rows just given, or of the whole.
        table, words = reader.table, reader.words
        readings = tuple(dict.fromkeys((*reader.rows, *reader.whole.get(table, ()), *_listed(reader, table))))
    columns = _columns(found.columns, table) if found.columns else []
    if not readings or len(columns) < len(found.columns):
        return
    if rows:
        reader.rows, reader.table, reader.words = readings, table, words
    if not _stands_alone(rows):
        if reader.tainted and not reader.now.owned:
            return
        reader.tainted = reader.now.foreign and not is_none
    reader.past = reader.now.then
    if reader.now.foreign or reader.now.then or (rows and reader.now.narrowed) or number is None:
        return
    union: tuple[Reading, ...] = ()
    reader.now.by_column = False
    if columns and len({column.readings for column in columns}) == 1:
        union = (tuple(dict.fromkeys(leaf for reading in columns[0].readings for leaf in reading)),)
        reader.now.by_column = reader.topic == table
        words = words if rows else ""
        words += "".join(column.text for column in reversed(found.columns) if column.text not in words)
    is_one = len(rows) == 1 and rows[0].certain
    standing = _standing(reader, found, at, is_none=is_none) if is_one else True
    if standing is None:
        return
    is_vague = reader.now.vague or found.nested or not standing
    certain = is_one and not columns and not is_vague
    made = (
        table, words, readings, union, number, unit, at.start, at.end,
        certain, False, is_none, False, (), is_vague,
    )  # fmt: skip
    reader.claims.append(tuple.__new__(Claim, made))


def _columns(found: Sequence[Token], table: str) -> list[Phrase]:
    return [column.phrase for column in found if column.phrase and column.phrase.table == table]


def _stands_alone(rows: Sequence[Phrase]) -> bool:
    """Tell whether rows mean the same wherever they stand."""
    for row in rows:
        if not (row.outright or row.beside):
            return False
    return bool(rows)


def _listed(reader: Reader, table: str) -> Iterator[Reading]:
    """Give the rows of the list right before, together: «起诉2件、诉讼3件，维持5件»."""
    last: list[Reading] = []
    for claim in reversed(reader.claims[-_LISTED:]):
        if claim.table == table and claim.columns and not last:
            continue
        if claim.table != table or claim.columns or claim.is_share or claim.all_of:
            break
        last.append(claim.rows[0])
        if len(last) > 1:
            yield tuple(dict.fromkeys(row for reading in reversed(last) for row in reading))


def _standing(reader: Reader, found: Found, at: Token, *, is_none: bool) -> bool | None:
    """Tell whether a word with one meaning has it here for sure; None where it is of other things."""
    row, subject = found.rows[0], found.subject
    start = row.start
    is_named = subject is not None and subject.phrase is not None and bool(subject.phrase.readings)
    if subject and row.end <= subject.start and not is_whole(reader.text, row.end, subject.start):
        return None  # of some of them only
    if row.start < at.start and not is_none and counts_others(reader.text, at.end):
        return None  # «新收20件公文»
    if is_own(reader.text, reader.now.begin, start, reader.organ):
        if reader.now.is_others and not is_named:
            return None
        table = row.phrase.table if row.phrase else ""
        if is_none or is_named or is_followed(reader.text, reader.named, start, table, reader.vocabulary):
            return True
        return False if reader.now.begun else None
    if is_none or not (
        reader.now.vague or (is_named and not is_another(reader.text, reader.now.begin, start, reader.organ))
    ):
        reader.now.is_others = True
        return None
    return False


def _words(text: str, found: Found) -> str:
    tokens = found.rows or ([found.subject] if found.subject else [])
    if len(tokens) == 1:
        return tokens[0].text
    return text[min(token.start for token in tokens) : max(token.end for token in tokens)]


def _rows(reader: Reader, found: Found) -> list[Phrase] | None:
    """Give the phrases of the rows, or of the subject alone; None where they are not to be taken so."""
    rows = [row.phrase for row in found.rows if row.phrase is not None]
    if len(rows) > 1:
        rows = [row for row in rows if not row.everyday] or rows
    elif not rows and found.subject is not None and found.subject.phrase:
        if found.subject.phrase.readings:
            rows = [found.subject.phrase]
        elif not found.columns:
            return None
    for row in rows:
        if row.table != rows[0].table or not reader.is_open(row):
            return None
        is_beside = found.subject is not None and row.everyday
        if (row.everyday or row.certain) and reader.topic != row.table and not is_beside:
            return None
    for row in rows:
        if row.part:
            reader.parts.update(leaf for reading in row.readings for leaf in reading)
            return None
    return rows


def _meant(rows: Sequence[Phrase], *, nested: bool) -> tuple[Reading, ...]:
    """Give what rows mean together: side by side their sum; one inside the other, either of them."""
    if nested or all(row.everyday for row in rows):
        return tuple(dict.fromkeys(reading for row in rows for reading in row.readings))
    readings: list[Reading] = [()]
    for row in reversed(rows):
        readings = [tuple(dict.fromkeys((*left, *right))) for left in readings for right in row.readings]
    return tuple(dict.fromkeys(readings))
