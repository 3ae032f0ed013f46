"""Rules about the network as a whole: references nothing leans on, and causes that lean on nothing."""

from __future__ import annotations

from collections.abc import Iterator

from graph.auditing.given import Once
from graph.auditing.rule import Noticed, rule
from graph.model import FURTHER, Evidence, Reference, Severity, Stance
from graph.reading.joined_library import listed_keys
from graph.rules.naming import called, cited
from graph.rules.own_work import own_parts
from graph.rules.strength import alone
from graph.support import Support
from graph.support.works import includes

DOUBTING: tuple[Stance, ...] = ("disputes", "qualifies")
"""The stances of a reference that does not simply agree."""

PRINTED_WITH = ("crossref", "xref", "related")
"""The fields in which a reference names others that stand in the list because of it."""

LIBRARY, MANY = 0.8, 30
"""The share of unused references above which a bibliography of so many is not one article's list."""

AGREEING = 4
"""How many references must agree on a cause for it to be odd that none disagrees."""


@rule("GRF401", "warning", "references")
def unused_reference(evidence: Evidence) -> Iterator[Noticed]:
    """No claim is linked to a reference.

    A book is used where a chapter is that names it in its `crossref` or `xref`, and so is what another names as
    `related`, and what an article cites in a table, a caption or a heading, of which no claim is made. Further reading
    is nothing that claims rest on; where some do rest on it, what is left of it is unused.

    Why:
        It lends the list a weight that no statement rests on, or the statement that rests on it was missed.

    False alarms:
        A bibliography that serves several articles: where most of it is unused, or the settings of a project name it
        for all of its articles, that is only worth knowing (info).

    Bad:
        claim_id,cause,claim,supports
        c1,Coffee,Coffee after noon shortens sleep.,

        @article{drake2013, title = {Caffeine effects on sleep}}

    Good:
        claim_id,cause,claim,supports
        c1,Coffee,Coffee after noon shortens sleep.,drake2013

        @article{drake2013, title = {Caffeine effects on sleep}}
    """
    used = evidence.cited()
    used |= {key for each in used & evidence.references.keys() for key in named_in(evidence.references[each])}
    unused = [reference for reference in evidence.references.values() if reference.key not in used]
    if not any(reference.group == FURTHER for key, reference in evidence.references.items() if key in used):
        unused = [reference for reference in unused if reference.group != FURTHER]
    is_most = len(unused) > max(LIBRARY * len(evidence.references), MANY)
    is_library = is_most or bool(evidence.named("settings"))
    severity: Severity = "info" if is_library else "warning"
    for reference in unused:
        yield Noticed(reference, f"{called(reference)} is used by no claim; link it, or drop it", severity=severity)


def named_in(reference: Reference) -> list[str]:
    """The keys of other references that one is printed with, as biblatex has it."""
    return [key for field in PRINTED_WITH for key in listed_keys(reference, field)]


@rule("GRF402", "error", "causes")
def cause_without_evidence(evidence: Evidence, support: Support, once: Once) -> Iterator[Noticed]:
    """No claim about a cause or a narrower one, and none that involves it, has a source.

    Why:
        That it is a cause at all is said, not shown.

        Headings of an article that stand in the place of causes are only its order: a warning, and where nothing in
        the article cites, which its claims say already, only worth knowing (info).

    False alarms:
        Causes that an article only names in passing. Of headings under which an article tells of itself (Abstract,
        Methods, Results, Appendix) nothing is said.

    Bad:
        claim_id,cause,claim,supports
        c1,Coffee,Coffee after noon shortens sleep.,

    Good:
        claim_id,cause,claim,supports
        c1,Coffee,Coffee after noon shortens sleep.,drake2013
        c2,Coffee,Coffee delays falling asleep.,
        c3,Methods > Diaries,Sleep was noted in diaries for a week.,

        @article{drake2013, title = {Caffeine effects on sleep}}
    """
    articles = frozenset(evidence.named("article"))
    of_headings: Severity = "warning" if any(evidence.citations()) else "info"
    for row in support.coverage():
        if not row.references and row.cause not in once(own_parts):
            cause = evidence.causes[row.cause]
            message = f"cause {row.cause!r} rests on nothing: {row.words}; find a source, or say that there is none"
            yield Noticed(cause, message, severity=of_headings if cause.place.file in articles else None)


@rule("GRF403", "warning", "causes")
def cause_on_one_reference(evidence: Evidence, support: Support, once: Once) -> Iterator[Noticed]:
    """All that is sourced about a cause, two claims or more, rests on one reference.

    Why:
        If that reference falls, the whole cause falls with it. References that are one work, or a review and a study
        that it `includes`, count once. Of a cause with one sourced claim `single-reference` tells.

    False alarms:
        A cause that only one group has studied. Of a heading under which an article tells of itself nothing is said.

    Bad:
        claim_id,cause,claim,supports
        c1,Coffee,Coffee after noon shortens sleep.,drake2013
        c2,Coffee,Coffee delays falling asleep.,drake2013

        @article{drake2013, title = {Caffeine effects on sleep}}

    Good:
        claim_id,cause,claim,supports
        c1,Coffee,Coffee after noon shortens sleep.,drake2013
        c2,Coffee,Coffee delays falling asleep.,clark2017

        @article{drake2013, title = {Caffeine effects on sleep}}
        @article{clark2017, title = {Coffee and sleep}}
    """
    for row in support.coverage():
        if row.independent == 1 and row.sourced + row.involving_sourced > 1 and row.cause not in once(own_parts):
            rest = alone(list(support.rests_on(row.cause)), evidence)
            message = f"all that is sourced about cause {row.cause!r} rests on {rest}; look for a second reference"
            yield Noticed(evidence.causes[row.cause], message)


@rule("GRF405", "info", "causes", preview=True)
def one_sided_cause(evidence: Evidence, support: Support) -> Iterator[Noticed]:
    """Many references support what is said about a cause, and none disputes or qualifies anything.

    Why:
        Where much has been studied, something usually disagrees; perhaps only the agreeable was cited (Greenberg, "How
        citation distortions create unfounded authority", BMJ 2009).

    False alarms:
        Causes that nobody doubts. Where no citation of the whole table disputes or qualifies anything, as in a draft,
        stances were not looked for, and nothing is said.

    Bad:
        claim_id,cause,claim,supports,disputes
        c1,Coffee,Coffee after noon shortens sleep.,drake2013; clark2017; roth2011; snel2011,
        c2,Tea,Tea shortens sleep.,,snel2011

        @article{drake2013, title = {Caffeine effects on sleep}}
        @article{clark2017, title = {Coffee and sleep}}
        @article{roth2011, title = {Caffeine and insomnia}}
        @book{snel2011, title = {Coffee, tea and sleep}}

    Good:
        claim_id,cause,claim,supports,qualifies
        c1,Coffee,Coffee after noon shortens sleep.,drake2013; clark2017; roth2011; snel2011,landolt2015

        @article{drake2013, title = {Caffeine effects on sleep}}
        @article{clark2017, title = {Coffee and sleep}}
        @article{roth2011, title = {Caffeine and insomnia}}
        @book{snel2011, title = {Coffee, tea and sleep}}
        @article{landolt2015, title = {Caffeine, the circadian clock, and sleep}}
    """
    if all(citation.stance not in DOUBTING for citation in evidence.citations()):
        return
    for row in support.coverage():
        claims = (*support.about(row.cause), *support.involving(row.cause)) if row.references >= AGREEING else ()
        if claims and not any(support.citations(claim, DOUBTING) for claim in claims):
            message = (
                f"all {row.references} references on cause {row.cause!r} support what is said;"
                " look for one that does not"
            )
            yield Noticed(evidence.causes[row.cause], message)


@rule("GRF406", "info", "citations", preview=True)
def dependent_sources(evidence: Evidence, support: Support) -> Iterator[Noticed]:
    """A claim rests on a review and on a study that the review includes.

    Why:
        They are counted as two, but the study is heard twice. What a review includes stands in its field `includes`,
        keys with `; ` between them.

    False alarms:
        A claim that names both on purpose.

    Bad:
        claim_id,cause,claim,supports
        c1,Coffee,Coffee after noon shortens sleep.,clark2017; drake2013

        @article{drake2013, title = {Caffeine effects on sleep}}
        @article{clark2017, title = {Coffee and sleep: a systematic review}, includes = {drake2013}}

    Good:
        claim_id,cause,claim,supports
        c1,Coffee,Coffee after noon shortens sleep.,clark2017; roth2011

        @article{drake2013, title = {Caffeine effects on sleep}}
        @article{roth2011, title = {Caffeine and insomnia}}
        @article{clark2017, title = {Coffee and sleep: a systematic review}, includes = {drake2013}}
    """
    including = {key: includes(reference) for key, reference in evidence.references.items()}
    for claim in evidence.claims.values():
        citations = {citation.reference: citation for citation in support.citations(claim.key)}
        for key in citations:
            for part in including[key]:
                if part in citations and part != key:
                    study, review = cited(evidence.references[part]), cited(evidence.references[key])
                    message = f"{called(claim)} rests on {study} and on {review}, which includes it; count them as one"
                    yield Noticed(citations[part], message)
