"""The figures that a text states: shares, multiples and other numbers with their unit, in digits or in words.

All patterns but one are for small letters, and look for a number only where one can begin: twenty times as fast. Most
are made when a text may have what they mean.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from functools import lru_cache
from typing import NamedTuple

from graph.texts.phrases import pattern_of

DIGITS = r"(?<![\d.,])\d{1,3}(?:,\d{3})+(?:\.\d+)?(?![\d,])|(?<![\d.,])\d+(?:[.\N{MIDDLE DOT}]\d+)?"

PERCENT_SIGN = r"(?:%|per ?cent\b|percentages?\b)"
TIMES = r"(?:times\b(?! (?:a|an|per|each|every|daily|weekly|monthly|yearly)\b)|-?fold\b|[x\N{MULTIPLICATION SIGN}]\b)"

TO = r"(?:to|and|or|up to|[-\N{EN DASH}\N{EM DASH}\N{MINUS SIGN}])"

LOOSELY = (
    *(
        "about",
        "above",
        "almost",
        "approximately",
        "around",
        "as many as",
        "as much as",
        "at least",
        "at most",
        "below",
    ),
    *("close to", "fewer than", "less than", "more than", "nearly", "over", "roughly", "some", "under", "up to"),
    *"~<>\u2248\u2264\u2265",
)
"""Words before a figure that is not meant to the letter."""

TEST_LEVEL = r"\s*(?:cr?i\b|confidence|credible|level|significance)"
"""What follows a figure that is no result: the level of an interval or a test."""

ONES = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine")
TEENS = ("ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen")
TENS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety", "hundred")

COUNTED = {
    **{word: Decimal(number) for number, word in enumerate((*ONES, *TEENS), start=1)},
    **{word: Decimal(10 * number) for number, word in enumerate(TENS, start=2)},
    **{
        f"{word}-{one}": Decimal(10 * ten + number)
        for ten, word in enumerate(TENS[:-1], start=2)
        for number, one in enumerate(ONES, start=1)
    },
}
"""Numbers in words."""

TOLD_MULTIPLES = {"twice": 2, "thrice": 3, "doubl": 2, "tripl": 3, "quadrupl": 4}
"""Multiples that are one word, but for its ending: doubles, doubled, doubling."""

PARTS = {"half": 2, "third": 3, "quarter": 4, "fourth": 4, "fifth": 5, "sixth": 6, "eighth": 8, "tenth": 10}
"""What one of so many parts is called."""

SPELLED = rf"(?:{'|'.join(TENS[:-1])})(?:-(?:{'|'.join(ONES)}))?|{'|'.join((*TEENS, *ONES, TENS[-1]))}"
START = r"(?=one|t(?:w[eo]|h[ir]|en)|f(?:o[ru]|i[fv])|s(?:ix|ev)|eig|ele|nin|hun)"
"""How every number in words begins; a pattern that looks for that first is several times as fast."""

ANY_NUMBER = rf"\b(?:(?=\d)(?:{DIGITS})|{START}(?:{SPELLED})\b(?!-(?:{'|'.join(ONES)})\b))"
FOLDED = rf"\b{START}(?P<folded>{SPELLED})[ -]?fold\b"

FRACTION = (
    rf"\b(?:(?:(?P<above>an?|one|two|three|four|five|seven|nine)[ -])(?P<part>{'|'.join(PARTS)})s?|(?P<half>half))"
    r"(?=\s+(?:of|to|and|or|the|all|as)\b|[.,;:)]|\s*$)"
)
"""A share in words; what counts or orders (a third study, half-life) is none."""

ONE_IN = rf"\b(?:(?=\d)|{START})(?P<above>{SPELLED}|\d+) (?:in|out of)(?: every)? (?P<all>{SPELLED}|\d+)\b"
IN_ALL = re.compile(rf" (?:in|out of)(?: every)? (?:\d|{START})")
"""What every share of that form has in it, which is found faster."""

MULTIPLE_OF = rf"\b(?P<word>{'|'.join(TOLD_MULTIPLES)})(?:es?|ed|ing)?\b|{FOLDED}"
RATIO = rf"\b(?:[OHR]R|IRR|SMR|[Rr]atio|[Rr]isk)\s*(?:of|was|is|[=:,])?\s*(?P<ratio>{DIGITS})"
"""A ratio with its name before it; its capitals tell OR from a word."""

SHORTEST_WORD = 4
"""How many letters a unit has at least that has a plural: days, not ms."""

BEFORE = 20
"""How many letters before a figure say how it is meant."""

ROUNDED, LOOSE = Decimal("0.03"), Decimal("0.1")
"""How far a fraction in words, and a figure that is said to be rough, may be from what is meant, as a share of it."""


class Stated(NamedTuple):
    """A figure in a text: a point (`high` is none) or a range, how it is written, and how much it may be off."""

    low: Decimal
    high: Decimal | None
    words: str
    slack: Decimal = Decimal(0)

    @property
    def ends(self) -> tuple[Decimal, ...]:
        """Its numbers."""
        return (self.low,) if self.high is None else (self.low, self.high)

    def has(self, number: Decimal) -> bool:
        """Whether a number is one of its ends, which may be rounded."""
        return any(is_same(number, end, self.slack) for end in self.ends)


def stated_figures(text: str, unit: str) -> list[Stated]:
    """The figures with a unit that a text states; `unit` is "%", "times" or a word such as "years"."""
    small = text.lower()
    return [*digits_in(small, unit), *told_in_words(text, small, unit)]


def stated_numbers(text: str, unit: str) -> set[Decimal]:
    """The ends of these figures alone, which are found in a third of the time."""
    small = text.lower()
    found = figures_before(unit, small)
    numbers = {number_of(each) for match in found for each in match.group("first", "last") if each}
    return numbers.union(*[each.ends for each in told_in_words(text, small, unit)])


def plural_of(unit: str) -> str:
    """A pattern of a unit, of a word in singular and plural; a short one is a symbol: ms is no m."""
    return rf"{re.escape(unit)}\b" if len(unit) < SHORTEST_WORD else rf"{re.escape(unit.removesuffix('s'))}s?\b"


def digits_in(text: str, unit: str) -> Iterator[Stated]:
    """The figures before a unit; what shares the unit of a range or a list ("10, 20 and 30 %") has it, too."""
    for match in figures_before(unit, text):
        yield from with_unit(text, match)


def figures_before(unit: str, text: str) -> Iterator[re.Match[str]]:
    """What is a figure before a unit; where no unit is left none is looked for, which takes long."""
    mark, figure = patterns_of(unit)
    position = 0
    while mark.search(text, position) and (match := figure.search(text, position)):
        position = match.end()
        if not match["level"]:
            yield match


@lru_cache(maxsize=2**10)
def patterns_of(unit: str) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Patterns of a unit, and of a figure: a number, perhaps another one, the unit, and what makes it no result."""
    mark = {"%": PERCENT_SIGN, "times": TIMES}.get(unit, plural_of(unit.lower()))
    another = rf"(?:\s?-?(?:{mark})?\s?(?P<joint>{TO}|,)\s?(?P<last>{ANY_NUMBER}))?"
    figure = rf"(?P<first>(?>{ANY_NUMBER})){another}[\s-]?{mark}(?P<level>{TEST_LEVEL})?"
    return re.compile(mark), re.compile(figure)


def with_unit(text: str, match: re.Match[str]) -> Iterator[Stated]:
    """What stands before a unit: one figure, two of them, or the ends of a range."""
    before = text[max(match.start() - BEFORE, 0) : match.start()].rstrip()
    slack = LOOSE if before.endswith(LOOSELY) else Decimal(0)
    words = match.group()
    ends = [number_of(each) for each in match.group("first", "last") if each]
    if len(ends) > 1 and ends[0] < ends[1] and may_span(match["joint"], before):
        yield Stated(ends[0], ends[1], words, slack)
    else:
        yield from (Stated(end, None, words, slack) for end in ends)


def may_span(joint: str, before: str) -> bool:
    """Whether what joins two figures makes them the ends of one range: "10 to 30", "between 10 and 30"."""
    return before.endswith("between") if joint == "and" else joint not in {"or", ","}


def told_in_words(text: str, small: str, unit: str) -> list[Stated]:
    """The shares and multiples that have no unit: "a quarter of", "one in four", "twice as", "OR 2.4"."""
    if unit == "%":
        return shares_in_words(small)
    return [*multiples_in_words(small), *ratios_by_name(text)] if unit == "times" else []


def multiples_in_words(text: str) -> Iterator[Stated]:
    """The multiples that are words alone."""
    for match in pattern_of(MULTIPLE_OF).finditer(text):
        number = Decimal(TOLD_MULTIPLES[match["word"]]) if match["word"] else number_of(match["folded"])
        yield Stated(number, None, match.group(), ROUNDED)


def ratios_by_name(text: str) -> Iterator[Stated]:
    """The ratios that have their name before them: "OR 2.4"."""
    return (Stated(number_of(match["ratio"]), None, match.group()) for match in pattern_of(RATIO).finditer(text))


def shares_in_words(text: str) -> list[Stated]:
    """The shares that are words alone."""
    found = []
    for match in pattern_of(FRACTION).finditer(text) if any(map(text.__contains__, PARTS)) else ():
        above = COUNTED.get(match["above"] or "", Decimal(1))
        found.append(Stated(100 * above / PARTS[match["part"] or "half"], None, match.group(), ROUNDED))
    for match in pattern_of(ONE_IN).finditer(text) if IN_ALL.search(text) else ():
        above, whole = number_of(match["above"]), number_of(match["all"])
        if 0 < above < whole:
            found.append(Stated(100 * above / whole, None, match.group(), ROUNDED))
    return found


def all_numbers(text: str) -> set[Decimal]:
    """Every number in a text, whatever it counts."""
    small = text.lower()
    folds = pattern_of(FOLDED).findall(small) if "fold" in small else []
    return {*map(number_of, folds), *map(number_of, pattern_of(ANY_NUMBER).findall(small))}


@lru_cache(maxsize=2**12)  # few numbers are in all texts
def number_of(word: str) -> Decimal:
    """The number that a word or digits stand for."""
    spelled = COUNTED.get(word)
    return spelled if spelled is not None else Decimal(word.replace(",", "").replace("\N{MIDDLE DOT}", "."))


def is_same(one: Decimal, other: Decimal, slack: Decimal = Decimal(0)) -> bool:
    """Whether two numbers are one, the longer of them perhaps rounded to the digits of the other, within a share."""
    if one == other:
        return True
    apart = abs(one - other)
    is_rounded = 2 * apart <= unit_in_place(max(one.as_tuple().exponent, other.as_tuple().exponent))
    return is_rounded or bool(slack and apart <= slack * max(abs(one), abs(other)))


@lru_cache(maxsize=2**8)
def unit_in_place(exponent: int) -> Decimal:
    """One in the place of a digit: 0.1 for an exponent of -1."""
    return Decimal(1).scaleb(exponent)
