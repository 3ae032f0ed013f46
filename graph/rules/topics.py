"""Rules about what things are called: causes under two names, and sources about something else."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Hashable, Iterable, Iterator, Sequence
from functools import cache, lru_cache, partial
from operator import itemgetter
from typing import NamedTuple

from graph.auditing.rule import Noticed, rule
from graph.model import WIDER, Cause, Claim, Evidence, Reference, lineage
from graph.rules.naming import called, cited
from graph.rules.own_work import is_own_part, own_parts
from graph.support import Support
from graph.texts.forms import is_edit, is_slip, meaning, words
from graph.wording import listing

COMMON = frozenset(
    words(
        "association case cause child common condition control deficiency disease disorder effect evidence general high"
        " incidence increased low man medication other patient people population prevalence primary report review risk"
        " secondary severe study symptom syndrome treatment trial type woman"
    )
)
"""Words that are in titles and claims about anything, so that sharing one means nothing."""

DIRECTED = frozenset({"after", "before", "by", "due", "from", "to"})
"""Words between two things that are not the same the other way round."""

STEM = 6
"""How many letters of a form are compared where another ending is no other thing: diabetes, diabetics."""

MANY_TITLES, SHARE = 3, 5
"""A cause that this many titles name, and one in this many of all, is what the whole article is about."""

MIN_LETTERS = 5
"""How many letters a word of a cause must have for one of them to be a slip."""

ORDINARY = 3
"""On how many other causes there must be claims with a word for it to be an ordinary one."""


@rule("CLM010", "info", "citations", preview=True)
def misfiled_evidence(evidence: Evidence) -> Iterator[Noticed]:
    """A source names another cause of the table in its title, and nothing that its claim is about.

    Why:
        It may stand in the wrong row, or the claim may go beyond what its source looked at: worth a look. Where there
        is no title, the journal's name is read. Ordinary words do not count: one that claims on other causes use, or
        that many titles have.

    False alarms:
        Many: a title says little, and a source may treat the claim's cause under a name that the table does not have.
        Name the other cause in `involves`, if it is. A heading such as Results, under which an article tells of itself,
        is no cause that a title names.

    Bad:
        claim_id,cause,claim,supports
        c1,Coffee,Coffee after noon shortens sleep.,roth2011
        c2,Shift work,Shift work shortens sleep.,roth2011

        @article{roth2011, title = {Shift work and insomnia among nurses}}

    Good:
        claim_id,cause,claim,supports,involves
        c1,Coffee,Coffee shortens the sleep of those who work in shifts.,roth2011,Shift work
        c2,Shift work,Shift work shortens sleep.,roth2011,

        @article{roth2011, title = {Shift work and insomnia among nurses}}
    """
    named = named_causes(evidence)
    for citation in evidence.citations():
        claim, causes = evidence.claims[citation.claim], named.get(citation.reference, ())
        if not causes or names_a_part(causes, claim):
            continue
        reference = evidence.references[citation.reference]
        if citation.stance != "mentions" and not own_words(claim) & told(reference):
            message = f"{called(claim)} is about {claim.cause!r}, but {cited(reference)} is about {listing(causes)}"
            yield Noticed(citation, f"{message} by its title; check that it is in the right row")


def named_causes(evidence: Evidence) -> dict[str, list[str]]:
    """For each reference whose title (or else journal) names causes of the table, those causes.

    What many of the titles name is what the article is about, and is left out.
    """
    ordinary = ordinary_words(evidence)
    own = own_parts(evidence)
    causes = [cause for cause in evidence.causes.values() if cause.name not in own]
    names = names_by_word(cause for cause in causes if not ordinary.issuperset(words(cause.label)))
    found: dict[str, list[str]] = defaultdict(list)
    for reference in evidence.references.values():
        for cause in causes_in(words(reference.title or reference.journal), names):
            found[cause].append(reference.key)
    titles: dict[str, list[str]] = defaultdict(list)
    for cause in sorted(found):
        if len(found[cause]) < MANY_TITLES or len(found[cause]) * SHARE < len(evidence.references):
            for key in found[cause]:
                titles[key].append(cause)
    return titles


def ordinary_words(evidence: Evidence) -> set[str]:
    """The words that claims about several other causes use, so that they name none: "age", "sleep"."""
    users: dict[str, set[str]] = defaultdict(set)
    for claim in evidence.claims.values():
        for word in words(claim.text):
            users[word].update((claim.cause, *claim.involves))
    label_words = {word: cause for cause in evidence.causes.values() for word in words(cause.label)}
    return {
        word
        for word, cause in label_words.items()
        if sum(cause.name not in lineage(user) and user not in lineage(cause.name) for user in users[word]) >= ORDINARY
    }


Names = dict[str, list[tuple[str, tuple[str, ...]]]]


def names_by_word(causes: Iterable[Cause]) -> Names:
    """The causes, each with the forms of its name's words, by the least common of these; vague names are left out."""
    found: Names = defaultdict(list)
    for cause in causes:
        name = words(cause.label)
        if not COMMON.issuperset(name):
            rarest = max(name, key=lambda word: (word not in COMMON, len(word), word))
            found[rarest].append((cause.name, name))
    return found


def causes_in(title: tuple[str, ...], names: Names) -> Iterator[str]:
    """The causes whose names stand in a title, word by word."""
    for word in dict.fromkeys(title):
        for cause, name in names.get(word, ()):
            if any(title[at : at + len(name)] == name for at in range(len(title))):
                yield cause


def names_a_part(causes: Collection[str], claim: Claim) -> bool:
    """Whether one of `causes` is part of what a claim is about."""
    return any(each.startswith(f"{own}{WIDER}") for own in (claim.cause, *claim.involves) for each in causes)


def own_words(claim: Claim) -> set[str]:
    """The forms of the words that say what a claim is about: its text, causes and population, but for common ones."""
    quantity = claim.quantity
    text = " ".join((claim.text, claim.cause, *claim.involves, quantity.population, quantity.comparator))
    return {each[:STEM] for each in words(text) if each not in COMMON}


def told(reference: Reference) -> set[str]:
    """The forms of the words in which a reference tells what it is about."""
    fields = (reference.title, reference.journal, reference.fields.get("keywords"), reference.fields.get("abstract"))
    return {each[:STEM] for each in words(" ".join(filter(None, fields)))}


@rule("GRF404", "error", "causes")
def vocabulary_mismatch(evidence: Evidence, support: Support) -> Iterator[Noticed]:
    """Two causes are one thing under two names.

    Why:
        What is known about it falls apart into two, and each looks worse sourced than it is. Names that differ in
        case, accents, hyphens, number, word order, or British and American spelling are the same; names that differ
        in a slip of one letter, or in the wider cause that only one of them has, are likely to be (a warning). Any
        letter, of a short word, too, may be the slip in a word that no claim and no title has, where they have the
        other one.

    False alarms:
        Two things whose names happen to differ in one letter: file them under different wider causes. The headings of
        an article that claims are read from are let be: they are no vocabulary, and it has "Results" twice.

    Bad:
        claim_id,cause,claim
        c1,Iron deficiency anaemia,It makes people tired.
        c2,Iron-deficiency anemia,It makes people pale.

    Good:
        claim_id,cause,claim
        c1,Type 1 diabetes,It makes people thirsty.
        c2,Type 2 diabetes,It makes people thirsty.
        c3,Hypothyroidism,It makes people tired.
        c4,Hyperthyroidism,It makes people restless.
    """
    articles = frozenset(evidence.named("article"))
    causes = [cause for cause in evidence.causes.values() if cause.place.file not in articles]
    use = {row.cause: row.claims + row.involving for row in support.coverage()} if causes else {}
    outlines = Counter(shared_forms(cause.name).outline for cause in causes)
    known = KnownNames({}, defaultdict(list), outlines, cache(partial(spoken_words, evidence)))
    for cause in sorted(causes, key=lambda cause: (-use[cause.name], cause.name)):
        its = shared_forms(cause.name)
        if usual := next(filter(None, map(known.forms.get, its.same)), None):
            message = f"cause {cause.name!r} is {usual.name!r} under another name; use one of them"
            yield Noticed(cause, message)
        elif usual := likely_twin(cause, its, known):
            message = f"cause {cause.name!r} looks like {usual.name!r}; use one name for both, or tell them apart"
            yield Noticed(cause, message, severity="warning")
        remember(cause, its, known)


class Slot(NamedTuple):
    """A word of a cause's name, and how many causes were known before it."""

    before: int
    word: str
    cause: Cause


class KnownNames(NamedTuple):
    """The causes so far, the most used first: by what their names have in common, and by all letters of it but one.

    `outlines` counts those of all causes. `spoken` gives the words that claims and titles have; they are looked for
    once, and only if somebody asks.
    """

    forms: dict[Hashable, Cause]
    slots: dict[int, list[Slot]]
    outlines: Counter[Hashable]
    spoken: Callable[[], frozenset[str]]

    def slots_of(self, cause: Cause, its: Forms) -> Sequence[tuple[str, set[int]]]:
        """The words of a cause's name that may have a slip; none where no other name is the same but for slips."""
        return slots(cause.name) if self.outlines[its.outline] > 1 else ()


def spoken_words(evidence: Evidence) -> frozenset[str]:
    """The forms of the words in the texts of claims and the titles of references."""
    texts = (
        *(claim.text for claim in evidence.claims.values()),
        *(each.title for each in evidence.references.values()),
    )
    return frozenset(word for text in texts for word in words(text))


def remember(cause: Cause, its: Forms, known: KnownNames) -> None:
    """Add a cause to the known ones."""
    for form in its.same:
        known.forms.setdefault(form, cause)
    known.forms.setdefault((its.is_nested, its.label), cause)
    before = len(known.forms)
    for word, keys in known.slots_of(cause, its):
        for key in keys:
            known.slots[key].append(Slot(before, word, cause))


class Forms(NamedTuple):
    """What the name of a cause shares with one that is the same, or likely to be.

    `same` are its words in any order, and its letters without hyphens, under one wider cause; `label` its words under
    any, of which `is_nested` says whether there is one. `outline` has no more of longer words than their first letters.
    """

    same: tuple[Hashable, ...]
    label: tuple[str, ...]
    is_nested: bool
    outline: Hashable


@lru_cache(maxsize=2**12)  # many articles have the same causes
def shared_forms(cause: str) -> Forms:
    """What the name of a cause shares with others."""
    wider, _, label = cause.rpartition(WIDER)
    name = meaning(label)
    in_order = tuple(sorted(name))
    same = ((wider, name if DIRECTED.intersection(name) else in_order), (wider, "".join(name)))
    outline = wider, tuple(word[0] if may_have_slip(word) else word for word in name)
    return Forms(same if name else (), in_order, bool(wider), outline)


def likely_twin(cause: Cause, its: Forms, known: KnownNames) -> Cause | None:
    """The known cause that has a slip in its name, or the same name on another level."""
    for word, keys in known.slots_of(cause, its):
        near = {slot for key in keys for slot in known.slots.get(key, ())}
        for _, other, twin in sorted(near, key=itemgetter(0)):
            if is_slip(word, other) or (is_edit(word, other) and len({word, other} & known.spoken()) == 1):
                return twin
    twin_elsewhere = known.forms.get((not its.is_nested, its.label))
    if twin_elsewhere is None or COMMON.issuperset(meaning(cause.label)) or kin(cause, twin_elsewhere):
        return None
    in_a_part = is_own_part(cause.name) or is_own_part(twin_elsewhere.name)
    return None if in_a_part else twin_elsewhere  # an abstract has the headings of its article again


@lru_cache(maxsize=2**12)
def slots(cause: str) -> list[tuple[str, set[int]]]:
    """Each word of a cause's name, with numbers of which a name has one, too, that differs in a slip in this word.

    They stand for the word, or the word less one letter, and all that must be the same beside it.
    """
    wider, _, label = cause.rpartition(WIDER)
    name = meaning(label)
    beside = ((word, hash((wider, name[:at], name[at + 1 :], word[0]))) for at, word in enumerate(name))
    return [
        (word, {hash((same, each)) for each in (word, *less_one_letter(word))})
        for word, same in beside
        if may_have_slip(word)
    ]


def may_have_slip(word: str) -> bool:
    """Whether a word is long enough for one of its letters to be a slip."""
    return len(word) >= MIN_LETTERS and word.isalpha()


def less_one_letter(word: str) -> Iterator[str]:
    """A word without each of its letters; two that are one edit apart have one of these in common, or are one."""
    return (word[:position] + word[position + 1 :] for position in range(len(word)))


def kin(one: Cause, other: Cause) -> bool:
    """Whether one of two causes is part of the other."""
    return one.name in lineage(other.name) or other.name in lineage(one.name)
