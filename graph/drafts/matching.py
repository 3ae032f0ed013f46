"""Which row of a table is which sentence of an article: by wording, as a table is kept while its article changes.

A row says a sentence where its quote (without one, its claim) is the sentence, a part of it, or several sentences in
succession. Typography and white space do not count.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from itertools import accumulate
from typing import NamedTuple

from graph.model import Claim
from graph.texts.quotes import occurrences, plain

LEAST_WORDS = 3
"""How many words a quote must have to be looked for inside of sentences."""

ALIKE, ALIKE_ELSEWHERE = 60, 85
"""How alike, of 100, a row and a sentence must be for it to be the row's own, changed: in its section, and in another.

A row without a quote must be as alike as one elsewhere, as its claim may be somebody's own. Measured by
`benchmarks/redrafting.py`; docs/drafting.md has the numbers.
"""


WHOLE_SENTENCE = re.compile(r"[^\W_a-z].*[.!?](?:\s*\[[^\[\]]*+\]|[^\w\s\[])*", re.DOTALL)
"""How a sentence begins and ends, perhaps with a marker behind it; small letters begin none."""

MOST_ALIKE = 20
"""How many sentences a row is compared with any further, the most alike ones."""


class Wording(NamedTuple):
    """What is compared of a row or a sentence, and where it stands in the article."""

    quote: str
    claim: str
    section: str = ""
    paragraph: str = ""

    @property
    def words(self) -> tuple[str, str]:
        """What it is known by: the quote or else the claim, without typography."""
        return ("quote", plain(self.quote)) if self.quote else ("claim", plain(self.claim))

    @property
    def known_by(self) -> set[tuple[str, str]]:
        """What a row may know it by: its quote, and its claim."""
        return {self.words, self._replace(quote="").words}

    @property
    def place(self) -> tuple[str, str]:
        """The section and paragraph, comparable."""
        return plain(self.section).casefold(), self.paragraph.strip()


class Likeness(NamedTuple):
    """How alike some rows of one wording and a sentence are, of 100."""

    score: float
    rows: tuple[int, ...]
    sentence: int


def wording_of(claim: Claim) -> Wording:
    """What is compared of a claim."""
    return Wording(claim.quote, claim.text, claim.section, claim.paragraph)


class Matched(NamedTuple):
    """Which sentences rows say, which one they have become, and the rows of each sentence; all by their numbers."""

    said: Mapping[int, range]
    became: Mapping[int, int]
    rows_of: Mapping[int, list[int]]


def match(rows: Sequence[Wording], sentences: Sequence[Wording]) -> Matched:
    """Which row is which sentence, by `said_by` and then by `changed_into`.

    A sentence whose only row says a part of it that may have been all of it has grown.
    """
    said = said_by(rows, sentences)
    rows_of = rows_by_sentence(said)
    alone = {row: span[0] for row, span in said.items() if len(span) == 1 == len(rows_of[span[0]])}
    grown = {row: at for row, at in alone.items() if has_grown(rows[row].quote, sentences[at].quote)}
    said = {row: span for row, span in said.items() if row not in grown}
    became = grown | changed_into(under_new_headings(rows, sentences, said), sentences, rows_of, said | grown)
    return Matched(said, became, rows_by_sentence(said | {row: range(at, at + 1) for row, at in became.items()}))


def rows_by_sentence(said: Mapping[int, range]) -> dict[int, list[int]]:
    """The rows of each sentence, in their order."""
    rows_of: dict[int, list[int]] = defaultdict(list)
    for row in sorted(said):
        for sentence in said[row]:
            rows_of[sentence].append(row)
    return dict(rows_of)


def has_grown(quote: str, sentence: str) -> bool:
    """Whether a quote, which is a part of a sentence, looks as if it had been a sentence itself."""
    return plain(quote) not in {"", plain(sentence)} and bool(WHOLE_SENTENCE.fullmatch(quote))


def under_new_headings(
    rows: Sequence[Wording], sentences: Sequence[Wording], said: Mapping[int, range]
) -> list[Wording]:
    """The rows, those of a heading that is no more under the one that most of its sentences have now."""
    headings = {each.place[0] for each in sentences}
    now: dict[str, Counter[str]] = defaultdict(Counter)
    for row, span in said.items():
        now[rows[row].place[0]][sentences[span[0]].place[0]] += 1
    new = {old: counts.most_common(1)[0][0] for old, counts in now.items() if old not in headings}
    return [row._replace(section=new.get(row.place[0], row.section)) for row in rows]


def said_by(rows: Sequence[Wording], sentences: Sequence[Wording]) -> dict[int, range]:
    """Which sentences each row says, by their numbers; a row that says none is missing.

    Equal sentences are told apart by section and order. Rows of one wording and place say one sentence, which was
    split; only where the article has it as many times, each says its own.
    """
    places = numbers_by_words((words, number) for number, each in enumerate(sentences) for words in each.known_by)
    equal = numbers_by_words((row.words, number) for number, row in enumerate(rows))
    found: dict[int, range] = {}
    for words, numbers in equal.items():
        for row, sentence in paired(numbers, places.get(words, ()), rows, sentences).items():
            found[row] = range(sentence, sentence + 1)
    others = [number for words, numbers in equal.items() if words not in places for number in numbers]
    return found | spans_of(others, rows, sentences)


def numbers_by_words(pairs: Iterable[tuple[tuple[str, str], int]]) -> dict[tuple[str, str], list[int]]:
    """The numbers of what is known by the same words."""
    found: dict[tuple[str, str], list[int]] = defaultdict(list)
    for words, number in pairs:
        found[words].append(number)
    return dict(found)


def paired(
    numbers: Sequence[int], places: Sequence[int], rows: Sequence[Wording], sentences: Sequence[Wording]
) -> dict[int, int]:
    """Rows with sentences of the same wording: those of one section in their order, then what is left of both."""
    found: dict[int, int] = {}
    for section in (*dict.fromkeys(sentences[place].place[0] for place in places), None):
        taken = set(found.values())
        here = [each for each in numbers if each not in found and section in {None, rows[each].place[0]}]
        there = [each for each in places if each not in taken and section in {None, sentences[each].place[0]}]
        found |= paired_in_order(here, there, rows)
    nowhere = [each for each in numbers if each not in found and not rows[each].section]
    return found | {each: places[0] for each in nowhere if places}


def paired_in_order(numbers: Sequence[int], places: Sequence[int], rows: Sequence[Wording]) -> dict[int, int]:
    """Rows with as many sentences of the same wording; where there are more rows, those of one place go together.

    A row that has no sentence then is missing.
    """
    units = [[number] for number in numbers]
    if len(units) > len(places):
        together: dict[tuple[str, str], list[int]] = defaultdict(list)
        for number in numbers:
            together[rows[number].place].append(number)
        enough = len(together) >= len(places)
        units = list(together.values()) if enough else [*units[: len(places) - 1], list(numbers[len(places) - 1 :])]
    return {number: place for unit, place in zip(units, places, strict=False) for number in unit}


def spans_of(numbers: Iterable[int], rows: Sequence[Wording], sentences: Sequence[Wording]) -> dict[int, range]:
    """Which sentences the quotes of rows are parts of, or have several of; those in the row's section before others.

    What has all words of a sentence is no part of it: its markers have changed.
    """
    texts = [plain(each.quote) for each in sentences]
    starts = [0, *accumulate(len(each) + 1 for each in texts)][:-1]
    joined = " ".join(texts)
    found: dict[int, range] = {}
    for number in numbers:
        quote = plain(rows[number].quote)
        if quote.count(" ") + 1 >= LEAST_WORDS:
            places = [each for each in occurrences(quote, joined) if is_whole(joined, each, each + len(quote))]
            spans = [range(bisect_right(starts, at) - 1, bisect_left(starts, at + len(quote))) for at in places]
            spans = [each for each in spans if len(each) > 1 or plain(sentences[each[0]].claim) not in quote]
            here = [each for each in spans if sentences[each[0]].place[0] == rows[number].place[0]]
            if spans:
                found[number] = (here or spans)[0]
    return found


def is_whole(text: str, start: int, end: int) -> bool:
    """Whether what stands from `start` to `end` begins and ends with whole words."""
    return not any(0 < at < len(text) and text[at - 1 : at + 1].isalnum() for at in (start, end))


def changed_into(
    rows: Sequence[Wording], sentences: Sequence[Wording], taken: Collection[int], settled: Collection[int]
) -> dict[int, int]:
    """Which sentence each row that is not settled has become: one nearly the same, which no row has taken.

    The most alike go first, and rows of one wording and place go together.
    """
    together: dict[tuple[object, ...], list[int]] = defaultdict(list)
    for number, row in enumerate(rows):
        if number not in settled:
            together[row.words, row.place].append(number)
    found: dict[int, int] = {}
    for likenesses in (alike_here, alike_anywhere):
        used = {*taken, *found.values()}
        free = [number for number in range(len(sentences)) if number not in used]
        left = [tuple(each) for each in together.values() if each[0] not in found]
        found |= best_first(likenesses(left, free, rows, sentences))
    return found


def best_first(likenesses: Iterable[Likeness]) -> dict[int, int]:
    """The sentence of each row, where the most alike get each other."""
    found: dict[int, int] = {}
    taken: set[int] = set()
    for each in sorted(likenesses, key=lambda each: (-each.score, each.rows, each.sentence)):
        if each.rows[0] not in found and each.sentence not in taken:
            found |= dict.fromkeys(each.rows, each.sentence)
            taken.add(each.sentence)
    return found


def alike_here(
    units: Sequence[tuple[int, ...]], free: Sequence[int], rows: Sequence[Wording], sentences: Sequence[Wording]
) -> Iterator[Likeness]:
    """How alike rows and the sentences of their sections are."""
    for section in dict.fromkeys(sentences[number].place[0] for number in free):
        here = [unit for unit in units if rows[unit[0]].place[0] == section]
        there = [number for number in free if sentences[number].place[0] == section]
        yield from alike(here, there, rows, sentences, ALIKE)


def alike_anywhere(
    units: Sequence[tuple[int, ...]], free: Sequence[int], rows: Sequence[Wording], sentences: Sequence[Wording]
) -> Iterator[Likeness]:
    """How alike rows and sentences are, wherever they stand."""
    return alike(units, free, rows, sentences, ALIKE_ELSEWHERE)


def alike(
    units: Sequence[tuple[int, ...]],
    free: Sequence[int],
    rows: Sequence[Wording],
    sentences: Sequence[Wording],
    least: float,
) -> Iterator[Likeness]:
    """How alike rows and sentences are that are so at least: by their quotes or by their claims, as markers change."""
    from rapidfuzz import fuzz, process

    for part in (0, 1):
        choices = {number: plain(sentences[number][part]) for number in free}
        for unit in units:
            row = rows[unit[0]]
            cutoff = least if row.quote else ALIKE_ELSEWHERE
            found = process.extract(plain(row[part]), choices, scorer=fuzz.ratio, score_cutoff=cutoff, limit=MOST_ALIKE)
            yield from (Likeness(score, unit, number) for _, score, number in found)
