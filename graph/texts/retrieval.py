"""Which references could carry a claim, told from the words that both have: ranked, explained, never counted.

Okapi BM25 (Robertson and Zaragoza 2009, "The Probabilistic Relevance Framework: BM25 and Beyond") over stems, without
a model and without a network. A score says which of the references comes first, not whether any of them is right;
docs/decisions.md has what was measured.
"""

from __future__ import annotations

import math
import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from heapq import nlargest, nsmallest
from itertools import chain
from typing import NamedTuple

from graph.texts import forms

MOST_CANDIDATES = 3
"""How many candidates a claim has at most; more would be a bibliography again."""

WEIGHTS = {"title": 3, "authors": 3, "keywords": 1, "journal": 1, "abstract": 1}
"""What of a reference is searched, and how many times a word counts there."""

CONTEXT_WEIGHT = 0.8
"""What a word counts that is only in the name of the claim's cause, beside one of the claim itself."""

SATURATION, LENGTH = 1.2, 0.9
"""BM25's k1 and b: how soon a repeated word counts no more, and how much a long text is held against a word in it."""

FUNCTION_WORDS = frozenset(
    re.findall(
        r"\w+",
        """
        about after all also among any are as be been before between but by can could did do does during from had has
        have he how if into is it its may might more most no not one other our she should some such than that their
        them then there these they this those to too very was we were what when where which while who why will would
        you your
        """,
    )
)
"""Words beside `forms.STOP_WORDS` that say nothing of a subject; rare in short titles, they would count most."""

SUFFIX_STEP = re.compile(
    r"(?<=....)(ational|ization|ation|ative|ator|ating|ated|ate|izer|izing|ized|ize|ingly|ition|edly|ment|ness|ence|ance"
    r"|ing|ion|ity|ive|ies|ed|er|or|ic|al|ly|e|y)$"
)
"""What is cut off a word, the longest that leaves four letters, twice: general, generalize, generalization."""

DOUBLED = re.compile(r"([bdfgmnprt])\1$")
"""What is written once at the end of a stem: mapp(ing)."""

ROUNDING = 1e-9
"""How much two sums of the same scores may differ."""

EXPLAINED = re.compile(r"\(([^\W\d_][^\W_]{1,9})\)")
"""An abbreviation that stands in parentheses after its long form."""

LONG_FORM = 150
"""How many characters before the parenthesis a long form is looked for in."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A reference that might carry a claim, its score there, and the words of the claim that it has, as written."""

    reference: str
    score: float
    words: tuple[str, ...]


class SearchWord(NamedTuple):
    """Where a word stands in a text, and what it is searched by: its stem and, where it may be a name, that."""

    start: int
    end: int
    terms: tuple[str, ...]


class Phrase(NamedTuple):
    """Words of a text that stand together, and their stems."""

    text: str
    stems: set[str]


class Retrieval:
    """References by their words, made once and asked about each claim.

    `references` have the texts of `WEIGHTS` by their keys; authors are "Last, First; Last, First". Abbreviations are
    explained in them or in `texts`, those of the claims. Where more than half of the references have a word, it tells
    none from another and is left out.
    """

    def __init__(self, references: Mapping[str, Mapping[str, str]], texts: Iterable[str] = ()) -> None:
        self.keys = list(references)
        self.numbers = {key: number for number, key in enumerate(self.keys)}
        self.long_forms = long_forms([*texts, *(each.get("abstract", "") for each in references.values())])
        bags = [self.bag(each) for each in references.values()]
        lengths = [sum(bag.values()) for bag in bags]
        mean = sum(lengths) / len(bags) if any(lengths) else 1
        counts = Counter(term for bag in bags for term in bag)
        rarity = {term: rare(count, len(bags)) for term, count in counts.items() if count <= max(1, len(bags) / 2)}
        self.scores = [
            {term: rarity[term] * saturated(often, length / mean) for term, often in bag.items() if term in rarity}
            for bag, length in zip(bags, lengths, strict=True)
        ]
        self.having: dict[str, dict[int, float]] = defaultdict(dict)
        for number, scores in enumerate(self.scores):
            for term, score in scores.items():
                self.having[term][number] = score
        self.highest = {term: max(found.values()) for term, found in self.having.items()}

    def bag(self, reference: Mapping[str, str]) -> Counter[str]:
        """What a reference is found by, and how many times each counts."""
        terms: Counter[str] = Counter()
        for name, weight in WEIGHTS.items():
            text = reference.get(name, "")
            stems = map(stem_of, forms.WORD.findall(self.expanded(text)))
            for term in name_terms(text) if name == "authors" else filter(None, stems):
                terms[term] += weight
        return terms

    def expanded(self, text: str) -> str:
        """A text with the long forms of its abbreviations in their place."""
        text = unicodedata.normalize("NFC", text)
        return forms.WORD.sub(lambda found: self.long_forms.get(found[0], found[0]), text)

    def candidates(self, claim: str, context: str = "", without: Iterable[str] = ()) -> tuple[Candidate, ...]:
        """The references that have most of a claim's words, at most `MOST_CANDIDATES`, the best first.

        `context` are the names of its causes, `without` the keys of references that are not to be proposed. Of two
        that are as good, the first in the bibliography comes first.
        """
        claim, context = self.expanded(claim), self.expanded(context)
        weights = {**weighted(context, CONTEXT_WEIGHT), **weighted(claim, 1)}
        sums = self.sums(weights, {number for key in without if (number := self.numbers.get(key)) is not None})
        best = nsmallest(MOST_CANDIDATES, sums, key=lambda number: (-sums[number], number))
        return tuple(Candidate(self.keys[n], round(sums[n], 3), tuple(self.shared(n, claim, context))) for n in best)

    def sums(self, weights: Mapping[str, float], left_out: set[int]) -> dict[int, float]:
        """The scores of the references that may be the best, by their numbers.

        The words that tell most come first. Once all others together could not lift a new reference among the best,
        only those ahead are looked at (Turtle and Flood 1995, "Query evaluation: strategies and optimizations").
        """
        gains = {term: weight * self.highest[term] for term, weight in weights.items() if term in self.highest}
        terms = sorted(gains, key=lambda term: (-gains[term], term))
        rest, bar = sum(gains.values()), 0.0
        most = MOST_CANDIDATES + len(left_out)  # as many may be ahead of the best that is not left out
        sums: dict[int, float] = {}
        for term in terms:
            weight, found = weights[term], self.having[term]
            if bar > rest:
                enough = bar - rest - ROUNDING
                here = found.get
                sums = {number: score + weight * here(number, 0) for number, score in sums.items() if score >= enough}
            else:
                so_far = sums.get
                sums |= {number: so_far(number, 0) + weight * score for number, score in found.items()}
            rest -= gains[term]
            bar = nlargest(most, sums.values())[-1] if len(sums) >= most else 0
        return {number: score for number, score in sums.items() if number not in left_out}

    def shared(self, number: int, *texts: str) -> Iterator[str]:
        """What a reference shares with texts, as they have it; what only says the same again is left out."""
        said: set[str] = set()
        for phrase in chain.from_iterable(phrases(text, self.scores[number]) for text in texts):
            if not said.issuperset(phrase.stems):
                yield phrase.text
            said.update(phrase.stems)


def rare(count: int, total: int) -> float:
    """How much a word tells that so many of all references have (BM25's idf, never below 0)."""
    return math.log(1 + (total - count + 0.5) / (count + 0.5))


def saturated(often: float, length: float) -> float:
    """What a word counts that a reference has so often, whose text is so many times as long as the mean."""
    return often * (SATURATION + 1) / (often + SATURATION * (1 - LENGTH + LENGTH * length))


def search_words(text: str) -> Iterator[SearchWord]:
    """The words of a text that say something of its subject."""
    for found in forms.WORD.finditer(text):
        if stem := stem_of(found[0]):
            terms = (stem,) if found[0][0].islower() else (stem, stem.upper())
            yield SearchWord(found.start(), found.end(), terms)


def name_terms(authors: str) -> Iterator[str]:
    """What last names are searched by: capitals, as "Young" is an author and "young" is not."""
    for author in authors.split(";"):
        yield from (word.terms[-1].upper() for word in search_words(author.partition(",")[0]))


def weighted(text: str, weight: float) -> dict[str, float]:
    """What a text is searched by, each with this weight."""
    return {term: weight for word in search_words(text) for term in word.terms}


@lru_cache(maxsize=2**16)
def stem_of(word: str) -> str:
    """What the forms of a word have in common; empty where it says nothing of a subject."""
    if word.casefold() in FUNCTION_WORDS:
        return ""
    return DOUBLED.sub(r"\1", SUFFIX_STEP.sub("", SUFFIX_STEP.sub("", "".join(forms.words(word)))))


def phrases(text: str, terms: Mapping[str, float]) -> Iterator[Phrase]:
    """The words of a text that are among `terms`, as written; neighbours are one phrase."""
    runs: list[list[SearchWord]] = []
    for word in search_words(text):
        if not terms.keys().isdisjoint(word.terms):
            if not runs or text[runs[-1][-1].end : word.start].strip(" -"):
                runs.append([])
            runs[-1].append(word)
    for run in runs:
        yield Phrase(text[run[0].start : run[-1].end], {word.terms[0] for word in run})


def long_forms(texts: Iterable[str]) -> dict[str, str]:
    """The long form of each abbreviation that texts explain, "long form (ABBR)"; of several the commonest."""
    found: dict[str, Counter[str]] = defaultdict(Counter)
    for text in texts:
        for mark in EXPLAINED.finditer(text):
            if long := long_form(mark[1], text[max(0, mark.start() - LONG_FORM) : mark.start()]):
                found[mark[1]][long] += 1
    return {short: counts.most_common(1)[0][0] for short, counts in found.items()}


def long_form(short: str, before: str) -> str:
    """The fewest words at the end of a text that have the letters of an abbreviation in order; empty if none.

    After Schwartz and Hearst 2003: the first letter begins a word, and there are not many more words than letters.
    """
    if sum(letter.isupper() for letter in short) < 2:  # noqa: PLR2004 - one capital is that of any name
        return ""
    starts = [word.start() for word in forms.WORD.finditer(before)]
    for start in reversed(starts[-len(short) - 3 :]):
        letters = iter(before[start:].casefold())
        if before[start].casefold() == short[0].casefold() and all(letter in letters for letter in short.casefold()):
            return " ".join(before[start:].split())
    return ""
