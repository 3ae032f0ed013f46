"""The figures that a sentence states, told by pattern: one quantity, or none where two readings are possible.

Nothing is understood here. A figure counts only where the words next to it say what it measures, and a sentence that
has a second one, a bound ("more than 25 %"), a change ("by 25 %") or a condition ("if") states none. So what is
proposed is nearly always right, and much is not proposed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

from graph.model import NO_QUANTITY, Interval, Quantity

LONGEST_SENTENCE = 1_000
"""How many characters a sentence may have; what is longer is a list or a table."""

ONE_SIGN = {
    **dict.fromkeys(map(ord, "\u2010\u2011\u2012\u2013\u2014\u2015\u2212\ufe63\uff0d"), "-"),
    **dict.fromkeys(map(ord, "\u00b7\u2219\u22c5"), "."),  # as some journals write a decimal point
    **dict.fromkeys(map(ord, "\u223c\u2248"), "~"),
    ord("\u2019"): "'",
    ord("\uff05"): "%",
}
PERCENT_WORD = re.compile(r"\bper ?cent\b", re.IGNORECASE)
DOUBLED_DASH = re.compile("-{2,}")

BARE_NUMBER = r"(?:\d{1,3}(?>(?:,\d{3}){1,3})|\d{1,9}+)(?>(?:\.\d{1,6}+)?)(?!\w|[.,]\d)"
FREE_NUMBER = rf"(?<![\w.,/<>\u2264\u2265\u00b1^$\u20ac\u00a3-]){BARE_NUMBER}"
"""A number that is no part of a word, a date or another number; a comma stands only before three digits."""

ROUGHLY = "(?:(?:about|around|approximately|roughly) |~ ?)?"

JOINING_WORDS = (
    "a|an|and|are|as|at|but|by|every|for|from|had|has|have|in|is|of|on|or|than|that|to|was|were|which|who|whom|whose|"
    "with|without"
)
ANY_WORD = rf"(?!(?:{JOINING_WORDS})\b)[a-z][\w'-]{{0,30}}+"
PERSONS = (
    "adolescents|adults|babies|boys|children|controls|donors|females|girls|individuals|infants|inpatients|kids|males|"
    "men|mothers|newborns|nurses|outpatients|participants|patients|people|persons|populations?|relatives|respondents|"
    "smokers|students|subjects|sufferers|survivors|volunteers|women|workers"
)
ANY_PEOPLE = rf"(?:{ANY_WORD} ){{0,3}}?(?:{PERSONS})(?![\w'-])"
PREDICATE = (
    r" (?:have|has|had|is|are|was|were|do|does|did|will|may|can|develop(?:ed)?|experienced?|reported?|suffer(?:ed)?|"
    r"showed|used|received|said|anywhere|ranged?|ranges|ranging|varies|varied|go|to be)\b"
)
SENTENCE_GOES_ON = rf"{PREDICATE}| ?(?:[,.;:()]|\Z)"


def people_before(end: str) -> str:
    """A pattern of people, whose name counts only where `end` shows that it is all of it."""
    name = rf"{ANY_PEOPLE}(?: (?:with|without) (?:{ANY_WORD} ){{0,3}}?{ANY_WORD})?"
    return rf"(?:{BARE_NUMBER} )?(?:(?:all |the ){{0,2}}(?P<population>{name})(?={end})|{ANY_PEOPLE})"


CONFIDENCE = (
    r"(?:(?P<level>9\d(?:\.\d)?) ?% ?)?"
    r"\b(?:confidence (?:intervals?|limits)|CIs?|(?P<credible>credible intervals?|CrI))\b"
    r"(?: ?[\[(](?:CIs?|CrI)[\])])?"
)
LIMITS = rf"(?P<least>{BARE_NUMBER}) ?%?(?: ?- ?| to |, ?| and )(?P<most>{BARE_NUMBER}) ?%?"
BEFORE_LIMITS = r"[ ,:;=(\[]{0,3}(?:of |from |was )?"
CONFIDENCE_INTERVAL = re.compile(rf"{CONFIDENCE}(?:{BEFORE_LIMITS}{LIMITS})?", re.IGNORECASE)
STATED_INTERVALS: dict[tuple[str | None, bool], Interval | None] = {
    (None, False): None,
    ("90", False): "ci90",
    ("95", False): "ci95",
    ("99", False): "ci99",
    ("95", True): "cri95",
}
"""What an interval is by its level and whether it is a credible one; without a level the usual one is meant."""

STATISTIC = re.compile(
    r"\bP(?:[- ](?:values?|trend|interaction|heterogeneity))?(?: for \w+)? ?[,=<>\u2264\u2265]+ ?0?\.\d+|"
    r"\bI ?[2\u00b2] ?[=<>:]+ ?\d+(?:\.\d+)? ?%?",
    re.IGNORECASE,
)
"""What tells how certain a figure is and is none: p values, and how much studies differ."""

NO_RESULT = re.compile(
    r"\b(?:respectively|versus|vs|if|would|could|assum\w+|hypothes\w+|expect\w+|power|thresholds?|cut-?offs?)\b",
    re.IGNORECASE,
)
"""Words of a sentence whose figures belong to several things, or are not what was found."""


def proposed(sentence: str) -> Quantity:
    """The figures of a sentence; none where there are none, or where they can be read in two ways."""
    text = STATISTIC.sub("", plainly(sentence))
    if len(text) > LONGEST_SENTENCE or NO_RESULT.search(text):
        return NO_QUANTITY
    found = [*ratios(text), *shares_and_rates(text), *multiples(text)]
    counted = list(counts(text))
    sizes = dict(counted)
    if len(found) > 1 or not all(found) or len(sizes) < len(counted):
        return NO_QUANTITY
    return replace(found[0] if found else NO_QUANTITY, n=sizes.get("n"), n_studies=sizes.get("n_studies"))


def plainly(sentence: str) -> str:
    """A sentence with one sort of dashes, spaces and decimal points, and with "%" for "per cent"."""
    return " ".join(DOUBLED_DASH.sub("-", PERCENT_WORD.sub("%", sentence.translate(ONE_SIGN))).split())


def with_limits(quantity: Quantity, limits: re.Match[str]) -> Quantity:
    """A point with its interval; nothing where it lies outside, or where it is an interval without a word."""
    low, high = number(limits["least"]), number(limits["most"])
    called = limits["level"], limits["credible"] is not None
    if called not in STATED_INTERVALS or quantity.value is None or not low <= quantity.value <= high:
        return NO_QUANTITY
    return replace(quantity, low=low, high=high, interval=STATED_INTERVALS[called])


def number(digits: str) -> Decimal:
    """A number that may have commas between its thousands."""
    return Decimal(digits.replace(",", ""))


RATIO_NAMES = {
    "odds-ratio": ("odds ratio", "a?OR"),
    "hazard-ratio": ("hazards? ratio", "a?HR"),
    "risk-ratio": ("(?:relative risk|risk ratio)", "a?RR"),
    "incidence-ratio": ("incidence (?:rate )?ratio", "a?IRR"),
    "prevalence-ratio": ("prevalence ratio", "a?PR"),
    "rate-ratio": ("(?<!incidence )rate ratio", "(?!)"),
}
"""How ratios are called in full and in short; what is "RR" in short is taken for the commoner of two."""

RATIO_VALUE = (
    r"(?: ?[\[(](?i:a?[OHRP]R|a?IRR)[\])])?(?: (?:for|in|among|of) [^.;:()\d%]{1,80}?(?= was| is|,? ?=))?"
    rf",? ?[=:]? ?(?:(?:of|was|is) )?{ROUGHLY}(?P<value>{FREE_NUMBER})"
    rf"(?P<limits>[ ,;(\[]{{1,3}}(?:{CONFIDENCE}{BEFORE_LIMITS})?{LIMITS})?(?! ?%| ?-| (?:to|and|or) \d| times)"
)
RATIOS = {
    measure: re.compile(rf"(?<!log )(?<!diagnostic )(?<![\w-])(?:(?P<full>(?i:{full}))|{short}){RATIO_VALUE}")
    for measure, (full, short) in RATIO_NAMES.items()
}


def ratios(text: str) -> Iterator[Quantity]:
    """The ratios of a text; nothing in place of one that is not certain to be the sentence's only result."""
    for measure, pattern in RATIOS.items():
        for match in pattern.finditer(text):
            rest = text[: match.start()] + text[match.end() :]
            ratio = Quantity(measure=measure, value=number(match["value"]), unit="times")
            yield as_measured(ratio, match) if not re.search(r"\d\.\d|%", rest) else NO_QUANTITY


def as_measured(ratio: Quantity, match: re.Match[str]) -> Quantity:
    """A ratio that was measured: it lies between its limits, or has decimals and is called by its full name."""
    if match["limits"]:
        return with_limits(ratio, match)
    return ratio if match["full"] and "." in match["value"] else NO_QUANTITY


RATE = (
    r"(?:per |/ ?)(?P<base>(?:million|1,000,000|100,?000|10,?000|1,?000|100)(?![ ,.]?\d)"
    r"(?: (?:(?:person|patient|woman)-years|people|persons|inhabitants|women|men|children|(?:live )?births|pregnancies)"
    r"\b(?: per year)?|(?= ?(?:[,.;)]|\Z))))"
)
SHARE_OR_RATE = re.compile(
    rf"(?P<between>\bbetween )?{ROUGHLY}(?P<low>{FREE_NUMBER}) ?%?"
    rf"(?:(?(between)(?: ?- ?| to | and )|(?: ?- ?| to ))(?P<high>{BARE_NUMBER}))? ?(?:%|{RATE})",
    re.IGNORECASE,
)
"""Per cent or per so many, a point or a range; "and" joins a range only behind "between"."""

BOUND = re.compile(
    r"(?:\b(?:than|least|most|up to|over|above|below|under|nearly|almost|exceed\w*|by|within|to|reach\w*|approach\w*|"
    r"as (?:many|much|high|low|few|little) as|or|other|remaining|additional|another)|[<>=\u2264\u2265\u00b1+])[ ~]*\Z",
    re.IGNORECASE,
)
BOUND_AFTER = re.compile(r"\+| (?:or|and) (?:more|less|higher|lower|greater|fewer|above|below|over)\b")
CHANGE = re.compile(
    r"\b(?:(?:increas|decreas|declin|reduc|chang|differ|doubl|tripl|improv|drop)\w*|"
    r"ris(?:e[ns]?|ing)|rose|f[ae]ll(?:s|en)?|gr[eo]w[ns]?|higher|lower|more|less|fewer|not)\b",
    re.IGNORECASE,
)
"""What makes a figure a limit, a rest or a change; "to" does, as in "rose to"."""

MEASURE_NAME = re.compile(r"\b(?P<measure>prevalence|incidence)\b(?P<gap>[^,.;:%\d]{1,120})\Z", re.IGNORECASE)
TYING = re.compile(
    r"(?: (?:has|have|had|to|as|reported|estimated|found|calculated|is|was|are|were|be|been|of|at|from|anywhere|go|"
    r"range[sd]?|ranging|varies|varied))+\Z",
    re.IGNORECASE,
)
CLAUSE = re.compile(r"\b(?:is|was|are|were|be|been|has|had|have|and|but|while|whereas|that|which|who)\b", re.IGNORECASE)
AFFECTED = re.compile(r"\baffect(?:s|ed|ing)?\Z", re.IGNORECASE)

OF_CASES = re.compile(rf" of (?:{ANY_WORD} ){{0,3}}?(?:cases|births|pregnancies|deliveries|deaths)\b", re.IGNORECASE)
OBJECT = re.compile(r"\b(?:in|among|affect(?:s|ed|ing)?)\Z", re.IGNORECASE)
PEOPLE_AS_SUBJECT = re.compile(rf" of {people_before(PREDICATE)}", re.IGNORECASE)
PEOPLE_AS_OBJECT = re.compile(rf" of {people_before(SENTENCE_GOES_ON)}", re.IGNORECASE)
PEOPLE_BEFORE = re.compile(rf" (?:in|among) {people_before(SENTENCE_GOES_ON)}", re.IGNORECASE)
PEOPLE_BEHIND = re.compile(
    rf"(?: \([^()]{{0,60}}\))?(?: overall)? (?:in|among|of) {people_before(SENTENCE_GOES_ON)}", re.IGNORECASE
)
"""People whom a figure is about: "25 % of women" at either end of a clause, and before or behind a named measure."""


def shares_and_rates(text: str) -> Iterator[Quantity]:
    """The shares and rates of a text; nothing in place of one of which it is not certain what it measures."""
    bare = CONFIDENCE_INTERVAL.sub("", text)
    limits = [match for match in CONFIDENCE_INTERVAL.finditer(text) if match["least"]]
    for match in SHARE_OR_RATE.finditer(bare):
        found = share_or_rate(match, bare[: match.start()].rstrip(), bare[match.end() :])
        one_interval = with_limits(found, limits[0]) if len(limits) == 1 else NO_QUANTITY
        yield one_interval if limits else found
    if "%" in SHARE_OR_RATE.sub("", bare):
        yield NO_QUANTITY


def share_or_rate(match: re.Match[str], before: str, after: str) -> Quantity:
    """A share or rate with what stands before and after it."""
    measure, population = measure_of(match, before, after)
    low, high = number(match["low"]), number(match["high"]) if match["high"] else None
    ordered = high is None or (low < high and not CHANGE.search(before))
    possible = bool(match["base"]) or (high or low) <= 100  # noqa: PLR2004 - per cent
    if not (measure and ordered and possible) or BOUND.search(before) or BOUND_AFTER.match(after):
        return NO_QUANTITY
    unit = f"per {match['base']}" if match["base"] else "%"
    figure = Quantity(value=low) if high is None else Quantity(low=low, high=high)
    return replace(figure, measure=measure, unit=unit, population=population)


def measure_of(match: re.Match[str], before: str, after: str) -> tuple[str, str]:
    """What a share or rate measures and in whom; empty where the words around it do not say so."""
    named = MEASURE_NAME.search(before)
    if named and is_linked(named["gap"], match):
        people = [each for each in (PEOPLE_BEFORE.search(named["gap"]), PEOPLE_BEHIND.match(after)) if each]
        return named["measure"].lower(), population_of(*people)
    of_people = PEOPLE_AS_OBJECT if OBJECT.search(before) else PEOPLE_AS_SUBJECT
    whole = None if match["base"] else of_people.match(after) or OF_CASES.match(after)
    measure = "prevalence" if AFFECTED.search(before) else "share"
    return (measure, population_of(whole)) if whole else ("", "")


def is_linked(gap: str, match: re.Match[str]) -> bool:
    """Whether the words between a measure's name and a figure tie the two: "of RLS in women was", not "rose"."""
    nouns = TYING.sub("", gap)
    tied = nouns != gap or match["between"] is not None
    return tied and not (CLAUSE.search(nouns) or CHANGE.search(nouns))


def population_of(*people: re.Match[str]) -> str:
    """The name of those whom a figure is about; none where there are two, or where its end is not clear."""
    return people[0].groupdict().get("population") or "" if len(people) == 1 else ""


NUMERALS = {"two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10}
MULTIPLE = re.compile(
    rf"(?:(?P<value>{FREE_NUMBER})|\b(?P<word>{'|'.join(NUMERALS)}))(?: times as |[- ]?fold )", re.IGNORECASE
)
MULTIPLIED = {"prevalence": "prevalence-ratio", "incidence": "incidence-ratio", "risk": "risk-ratio"}
"""What a multiple of each is called."""

LESS = re.compile(r"\b(?:(?:decreas|declin|reduc)\w*|lower|less|fewer|smaller)\b", re.IGNORECASE)


def multiples(text: str) -> Iterator[Quantity]:
    """The multiples of a text; nothing in place of one of which it is not certain what is multiplied."""
    named = [measure for word, measure in MULTIPLIED.items() if re.search(rf"\b{word}\b", text, re.IGNORECASE)]
    for match in MULTIPLE.finditer(text):
        certain = len(named) == 1 and not BOUND.search(text[: match.start()].rstrip()) and not LESS.search(text)
        value = number(match["value"] or str(NUMERALS[match["word"].lower()]))
        yield Quantity(measure=named[0], value=value, unit="times") if certain else NO_QUANTITY


COUNTS = (
    (
        "n",
        rf"(?P<n>{FREE_NUMBER}) {ANY_PEOPLE}",
        (
            r"\b(?:study|survey|cohort|sample|trial|total|population) of(?: about)?|% of(?: the)?|"
            r"\b(?:includ|involv|enroll?|recruit|interview|examin|survey|randomi[sz])(?:ed|ing)|"
            r"\A(?:of|among|in)(?: the)?"
        ),
    ),
    (
        "n",
        rf"\bn ?= ?(?P<n>{BARE_NUMBER})",
        r"\b(?:sample|cohort|participants|population|survey|total)(?: size)?,? ?[(\[]?",
    ),
    (
        "n_studies",
        rf"(?P<n>{FREE_NUMBER}) (?:{ANY_WORD} ){{0,3}}?(?:studies|(?:clinical|controlled) trials|RCTs)\b",
        r"\b(?:(?:review|meta-analysis|analysis|synthesis|total) of|in|from|across|includ(?:ed|ing)|pooled)",
    ),
)
"""What is counted, how it is written, and what must stand before it so that all that were studied are meant."""

COUNTERS = [
    (column, re.compile(written, re.IGNORECASE), re.compile(rf"(?:{before})\Z", re.IGNORECASE))
    for column, written, before in COUNTS
]
YEARS = range(1900, 2101)
"""Numbers that may be years, when they have no comma."""


def counts(text: str) -> Iterator[tuple[str, int | None]]:
    """What is counted in a text, by its column; no number where it is not certain that all are meant."""
    for column, written, before in COUNTERS:
        for match in written.finditer(text):
            counted = number(match["n"])
            whole = counted == int(counted) and not (counted in YEARS and "," not in match["n"])
            certain = whole and before.search(text[: match.start()].rstrip())
            yield column, int(counted) if certain else None
