"""Rules about how claims are worded: what their words promise, and their sources do not keep."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from itertools import chain

from graph.auditing.rule import Noticed, rule
from graph.model import Claim, Evidence, Severity
from graph.references.designs import DESIGNS, designs
from graph.rules.naming import called
from graph.rules.strength import best_level
from graph.support import Support
from graph.texts.phrases import Phrases
from graph.wording import count, listing

WEASEL = Phrases(
    r"(?<!of )(?<!\d )\b(?:(?:studies|trials|surveys|experts|researchers|scientists|doctors) (?:have |all |now )?"
    r"(?:\w+ly )?(?:agree|believe|confirm|demonstrate|find|found|indicate|link|prove|put|report|say|show|suggest|think)"
    r"(?:ed|d|n)?|research (?:has )?(?:\w+ly )?(?:show[ns]|finds|found|suggest(?:s|ed)|proves|proven|confirm(?:s|ed))"
    r"|body of (?:evidence|literature|research|work) (?:\w+ly )?(?:confirms|indicates|points|shows|suggests|supports)"
    r"|(?:according to|based on|in) (?:many|numerous|several|various) (?:studies|trials|surveys|experts))\b",
    *("studies", "trials", "surveys", "experts", "researchers", "scientists", "doctors", "research ", "body of "),
)
"""Words that promise many studies or authorities; "a review of 25 studies found" promises one review."""

OVERCLAIM = Phrases(
    r"\b(?:proves?|proved|proven|proof|demonstrates?|demonstrated|cures?|cured|guarantees?|definitely|certainly"
    r"|undoubtedly|always|conclusively|for certain|without exception|(?:no|beyond|without) (?:an?y? )?doubt"
    r"|(?:is|are|been) (?:highly |very )?effective)\b",
    *("prove", "proof", "demonstrate", "cure", "guarantee", "definitely", "certain", "doubt", "always"),
    *("conclusively", "without exception", "effective"),
)

CAUSAL = Phrases(
    r"\b(?:caus(?:es?|ed)|leads? to|led to|results? in|resulted in|brings? (?:on|about)|brought (?:on|about)|triggers?"
    r"|triggered|induces?|provokes?|gives? rise to|gave rise to|prevents?|prevented|(?:is|are) due to"
    r"|(?:is|are) responsible for)\b",
    *("cause", "lead", "led to", "result", "bring", "brought", "trigger", "induce", "provoke", "rise to"),
    *("prevent", "due to", "responsible for"),
)

HEDGE = re.compile(
    r"\b(?:can|could|may|might|seems?|appears?|perhaps|possibl[ey]|probabl[ey]|likely|unclear|unknown|not|no|why)\b",
    re.IGNORECASE,
)

COMPOUND = re.compile(
    r";|, which(?= [^,;]+$)|, (?:whereas|while)\b|, but\b(?! (?:also|not|only|rather)\b)|,? and (?:it|they) "
    r"|, and(?= [^,;]*?\b(?:are|can|could|did|does|had|has|have|is|may|might|was|were|will)\b)",
    re.IGNORECASE,
)
"""Where another statement begins: behind a semicolon or conjunction, with a verb of its own."""

ASIDE = re.compile(r"\s?(?:\([^()]*\)|\[[^\[\]]*\])")


JOINTS = "the|and|or|but|nor|because|although|whereas|than|whose"
UNFINISHED = f"{JOINTS}|a|which|of|with|for|from|into|by|among|between|during|versus|to|is|are|was|were|has|have"
DANGLING = re.compile(rf"(?:[,;(\[\N{{EN DASH}}\N{{EM DASH}}]|\b(?:{UNFINISHED}))$|\b(?:{JOINTS})\.$")
"""How a text ends that was cut: with what needs something behind it, some of it even if somebody put a full stop there.

"An" is none of it, as German sentences end with it.
"""

ENDINGS = frozenset(UNFINISHED.split("|"))
"""A text that ends with another word does not end so; to look that up is faster than the pattern."""

LONGEST_END = 16
"""How many letters such an end has at most, with what tells that it begins a word."""

FRAGMENT = re.compile(r"(?P<joint>and|or|but|of|which|because|than|[,;)])(?:\s|$)|[a-z]{3,} (?![A-Z])")
"""How a text begins whose beginning is lost: with what needs something before it, or any word in small letters."""

CELL_LENGTHS = frozenset({255, 256})
"""How much of a text some programs keep of a cell: old spreadsheets and databases."""

PAIRS = (("([", ")]"), ("\N{LEFT DOUBLE QUOTATION MARK}", '\N{RIGHT DOUBLE QUOTATION MARK}"'))
"""What has to be closed, and with what; an interval may be half open: "[0, 1)"."""

OPERATOR = re.compile(r"(?<!\[)\[++(?=[\s.,;:<-]|\Z)")
"""A bracket with no word behind it, which is the name of an operator: "[", "[[<-", "[.data.frame"."""

EXCEPTION = 10
"""One in so many claims that begin small is an exception; where more do, that is how the table is written."""

SNAPSHOTS = frozenset({"cross-sectional", "case-series", "case-report", "retrospective-review"})
"""Study designs that see cause and effect at the same time, or without anybody to compare with."""

UNCERTAIN_LEVEL = 4
"""The best level that is too low for strong words (OCEBM 2011: case series, case-control studies, or worse)."""


@rule("CLM007", "info", "claims")
def overclaim_wording(evidence: Evidence, support: Support) -> Iterator[Noticed]:
    """A claim speaks of proof or effect, but its sources cannot prove anything.

    Why:
        Case series, case-control studies and opinion (OCEBM 2011: levels 4 and 5) can hint, but not prove. The words of
        the claim are looked at, and those of the article where it is quoted.

    False alarms:
        "Is not effective", and words that quote somebody.

    Bad:
        claim_id,cause,claim,supports
        c1,Coffee,Decaffeinated coffee has been proven to help sleep.,roth2011

        @article{roth2011, title = {Decaffeinated coffee: a case series}, design = {case-series}}

    Good:
        claim_id,cause,claim,supports
        c1,Coffee,Decaffeinated coffee may help sleep.,roth2011

        @article{roth2011, title = {Decaffeinated coffee: a case series}, design = {case-series}}
    """
    for claim in evidence.claims.values():
        if word := said_in(claim, OVERCLAIM):
            level = best_level(support.citations(claim.key), evidence)
            if level and level >= UNCERTAIN_LEVEL:
                message = f"{called(claim)} says {word!r}, but its best source is of level {level}"
                yield Noticed(claim, f"{message}; say it more carefully, or cite a trial", "claim")


def said_in(claim: Claim, phrases: Phrases) -> str:
    """The first of some phrases in a claim, or in the article's words where these are others."""
    return phrases.search(claim.text) or (phrases.search(claim.quote) if claim.quote != claim.text else "")


@rule("CLM008", "info", "claims", preview=True)
def causal_from_observational(evidence: Evidence, support: Support) -> Iterator[Noticed]:
    """A claim says that one thing brings on another, but its sources only saw both at one time.

    Why:
        A cross-sectional study or a case series cannot tell cause from effect, nor either from chance.

    False alarms:
        A mechanism that is known otherwise.

    Bad:
        claim_id,cause,claim,supports
        c1,Coffee,Coffee causes insomnia.,roth2011

        @article{roth2011, title = {Coffee and insomnia}, design = {cross-sectional}}

    Good:
        claim_id,cause,claim,supports
        c1,Coffee,Coffee may be among what causes insomnia.,roth2011
        c2,Coffee,Coffee goes together with insomnia.,roth2011

        @article{roth2011, title = {Coffee and insomnia}, design = {cross-sectional}}
    """
    for claim in evidence.claims.values():
        if (word := CAUSAL.search(claim.text)) and not HEDGE.search(claim.text):
            known = [designs(citation, evidence) for citation in support.citations(claim.key)]
            if known and all(each and SNAPSHOTS.issuperset(each) for each in known):
                names = listing(sorted({name for each in known for name in each}))
                message = f"{called(claim)} says {word!r}, which {names} cannot show"
                yield Noticed(claim, f"{message}; say 'goes together with', or cite a cohort or a trial", "claim")


@rule("CLM011", "info", "claims", preview=True)
def compound_claim(evidence: Evidence) -> Iterator[Noticed]:
    """A claim says several things at once.

    Why:
        Its sources may carry one of them and not the other, and nobody sees which.

    False alarms:
        Two halves of one thought. Nothing is said of lists, nor of what stands in brackets.

    Bad:
        claim_id,cause,claim
        c1,Coffee,"Coffee shortens sleep, which in turn makes people drink coffee."

    Good:
        claim_id,cause,claim
        c1,Coffee,Coffee shortens sleep.
        c2,Coffee,Short sleep makes people drink coffee.
    """
    for claim in evidence.claims.values():
        if joint := COMPOUND.search(ASIDE.sub("", claim.text)):
            words_ = " ".join(joint.group().split())
            yield Noticed(claim, f"{called(claim)} may be several ({words_!r}); give each a row", "claim")


@rule("CLM013", "info", "claims")
def weasel_plural(evidence: Evidence, support: Support) -> Iterator[Noticed]:
    """A claim speaks of studies or experts in the plural, but has fewer than two sources.

    Why:
        "Studies show" lends a claim the weight of many, and a reader can look up one at most.

    False alarms:
        One source that sums up many: record its `design` as a review, or how many studies it sums up in `n_studies`.

    Bad:
        claim_id,cause,claim,supports
        c1,Coffee,Studies show that coffee shortens sleep.,drake2013

        @article{drake2013, title = {Caffeine effects on sleep}}

    Good:
        claim_id,cause,claim,supports
        c1,Coffee,Studies show that coffee shortens sleep.,drake2013; roth2011
        c2,Coffee,A review of 12 studies found that coffee shortens sleep.,clark2017

        @article{drake2013, title = {Caffeine effects on sleep}}
        @article{roth2011, title = {Caffeine and insomnia}}
        @article{clark2017, title = {Coffee and sleep}}
    """
    for claim in evidence.claims.values():
        weasel = said_in(claim, WEASEL)
        if weasel and claim.quantity.n_studies in {None, 0, 1}:
            sources, keys = support.citations(claim.key), support.sources(claim.key)
            summing = any(DESIGNS[each].sort == "secondary" for c in sources for each in designs(c, evidence))
            if len(keys) < 2 and not summing:  # noqa: PLR2004 - as above
                state = f"has {count(len(keys), 'source')}" if keys else "has no source"
                message = f"{called(claim)} says {weasel!r}, but {state}; cite them, or say whose study"
                yield Noticed(claim, message, "claim")


@rule("CLM022", "warning", "claims")
def cut_claim(evidence: Evidence) -> Iterator[Noticed]:
    """A claim is cut off: its end or its beginning is missing.

    Why:
        What was lost may be the number or the "not". Signs are an end that needs something behind it (a comma, "and",
        "of the"), an opening parenthesis or quotation mark that nothing closes, a text as long as some programs make a
        cell, 255 or 256 letters, that does not end, and a small letter at the beginning where claims begin otherwise
        (info, unless it is that of "and" or the like). Of an article's own sentences, which were not copied, only what
        their paragraph never closes is told; a `[` with no word behind it is an operator's name there.

    False alarms:
        A claim that begins with a name in small letters, or that is just so long and has no full stop.

    Bad:
        claim_id,cause,claim
        c1,Coffee,"Coffee after noon shortens sleep, and"
        c2,Coffee,Coffee delays falling asleep (by an hour.

    Good:
        claim_id,cause,claim
        c1,Coffee,"Coffee after noon shortens sleep, and delays it."
        c2,Coffee,It is what people want
        c3,Coffee,mRNA is what it acts on (as is tea).
    """
    if evidence.named("article"):
        yield from never_closed(evidence)
        return
    claims = evidence.claims.values()
    starts = [FRAGMENT.match(claim.text) for claim in claims]
    small = len(starts) - starts.count(None)
    for claim, start in zip(claims, starts, strict=True):
        if sign := lost_end(claim.text) or unclosed(claim.text):
            yield Noticed(claim, f"{called(claim)} {sign}, as if it were cut off; complete it", "claim")
        elif start and (start["joint"] or small * EXCEPTION <= len(claims)):
            sign = f"begins with {start.group().strip()!r}"
            severity: Severity = "warning" if start["joint"] else "info"
            yield Noticed(claim, f"{called(claim)} {sign}, as if it were cut off; complete it", "claim", severity)


def never_closed(evidence: Evidence) -> Iterator[Noticed]:
    """What an article's own sentences open and neither they nor others of their paragraph close."""
    paragraphs: dict[tuple[str, str, str], list[Claim]] = defaultdict(list)
    for claim in evidence.claims.values():
        paragraphs[claim.place.file, claim.section, claim.paragraph].append(claim)
    suspects = [
        claims
        for claims in paragraphs.values()
        if unclosed(without_operators(" ".join(claim.text for claim in claims)))
    ]
    for claim in chain.from_iterable(suspects):
        if sign := unclosed(without_operators(claim.text)):
            yield Noticed(claim, f"{called(claim)} {sign}; close it, or look what is missing", "claim")


def without_operators(text: str) -> str:
    """A text without the brackets that open nothing: an operator is named by its sign, as in "use [ or [[.data"."""
    return OPERATOR.sub("", text) if "[" in text else text


def lost_end(text: str) -> str:
    """The sign that the end of a text is missing, or an empty string."""
    last = text[text.rfind(" ") + 1 :].rstrip(".")
    may_dangle = not last.isalnum() or last in ENDINGS
    if may_dangle and (dangling := DANGLING.search(text, max(0, len(text) - LONGEST_END))):
        return f"ends with {dangling.group()!r}"
    if len(text) in CELL_LENGTHS and text[-1].isalnum():
        return f"has {len(text)} letters and no end"
    return ""


def unclosed(text: str) -> str:
    """What a text opens and does not close, as a sign of what is missing, or an empty string."""
    for opening, closing in PAIRS:
        if any(map(text.__contains__, opening)) and sum(map(text.count, opening)) > sum(map(text.count, closing)):
            mark = next(
                one for one, other in zip(opening, closing, strict=False) if text.count(one) > text.count(other)
            )
            return f"never closes its {mark!r}"
    return ""
