"""The questions of an archive: what lies across its articles, each with one text of SQL for every database.

The texts are asked of the tables of `graph.archive.tables` and of those that `graph.archive.works.unite` makes. They
use what SQLite, DuckDB and Spark SQL understand alike, and order their rows totally.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from graph.archive.queries import (
    BARE_CAUSES,
    CARRIERS,
    CONTRADICTIONS,
    COVERAGE,
    COVERAGE_BY_CAUSE,
    COVERAGE_BY_DESK,
    DOI_CLASH,
    FALLS_WITH,
    FALLS_WITH_WORK,
    LISTED_JOURNALS,
    OLDEST,
    REPEATED,
    RETRACTED,
    SAME_WORK,
    WORST_SQL,
)
from graph.archive.rules import BY_NAME, ArchiveRule


@dataclass(frozen=True, slots=True, kw_only=True)
class ArchiveQuestion:
    """A question, what is to be known about its answer, and the SQL that answers it with these columns.

    `of_work` is asked in place of it where a work is given, whose number stands for "{work}", and answers with
    `of_work_columns`. A question that finds faults is called as their rule is.
    """

    name: str
    title: str
    more: str
    columns: tuple[str, ...]
    sql: str
    of_work: str = ""
    of_work_columns: tuple[str, ...] = ()

    @property
    def rule(self) -> ArchiveRule | None:
        """The sort of finding that its rows are, where they are faults."""
        return BY_NAME.get(self.name)


WORK_COLUMNS = ("citation", "title")
SHARES = ("claims", "sourced", "refuted", "without_source", "share")

ALL_QUESTIONS = (
    ArchiveQuestion(
        name="retracted",
        title="Which articles cite what was retracted, and was that after its notice?",
        more="""By the list of retractions that the archive has or --retractions gives; a reference without an
identifier is known by those of the same work in other articles. A retraction is an error, unless
the article came before the notice, as nobody could know of it then (a warning); a concern and a
correction are warnings, and a reinstated work is no row. What the Cochrane Library withdrew because
it is out of date is only worth knowing (info).""",
        columns=(
            "severity",
            "article",
            "key",
            "citation",
            "state",
            "noticed",
            "since",
            "reason",
            "cited_by",
            "falls",
            "file",
            "line",
        ),
        sql=RETRACTED,
    ),
    ArchiveQuestion(
        name="falls-with",
        title="What falls everywhere with one work, or which works would take most with them?",
        more="""A claim falls where it rests on that work and on no other. With WORK (a DOI, a PMID, a citation such
as "Gupta et al. 2015", or words of the title) the claims that fall; without, the works with how
many fall.""",
        columns=(*WORK_COLUMNS, "falls", "claims", "articles", "doi"),
        sql=FALLS_WITH,
        of_work=FALLS_WITH_WORK,
        of_work_columns=("article", "claim_id", "cause", "says", "file", "line"),
    ),
    ArchiveQuestion(
        name="contradictions",
        title="Which claims of two articles contradict each other?",
        more="""Either their intervals do not overlap (same cause, measure, unit, population, comparator and kind of
interval): of all that are compared the two that are farthest apart. Or one wording is sourced here
and refuted there.""",
        columns=(
            "kind",
            "cause",
            "article",
            "claim_id",
            "says",
            "low",
            "high",
            "other_article",
            "other_claim",
            "other_says",
            "other_low",
            "other_high",
            "measure",
            "population",
            "unit",
            "file",
            "line",
            "other_file",
            "other_line",
        ),
        sql=CONTRADICTIONS,
    ),
    ArchiveQuestion(
        name="same-work",
        title="Which works do several articles cite?",
        more="""Whatever keys they have there. Each work is called as one of its references is.""",
        columns=(*WORK_COLUMNS, "articles", "claims", "falls", "doi"),
        sql=SAME_WORK,
    ),
    ArchiveQuestion(
        name="carriers",
        title="On which works do most claims rest?",
        more="""How many claims rest on it (it supports or qualifies them), on nothing but it, and how many articles
cite it.""",
        columns=(*WORK_COLUMNS, "claims", "falls", "articles", "doi"),
        sql=CARRIERS,
    ),
    ArchiveQuestion(
        name="bare-causes",
        title="Which causes have no sourced claim in any article?",
        more="""Names are compared in any case. What lacks sources in one article only is a finding of that article.
Articles count that have claims about it. Parts that articles have (abstract, results) are none.""",
        columns=("cause", "articles", "claims", "refuted", "first_article"),
        sql=BARE_CAUSES,
    ),
    ArchiveQuestion(
        name="repeated",
        title="Which wordings do several articles have, with other sources?",
        more="""Compared without case and marks, from 20 letters on. Those that rest on the same works everywhere
are left out, and so are those that rest on nothing anywhere.""",
        columns=("says", "article", "claim_id", "state", "articles", "works", "file", "line"),
        sql=REPEATED,
    ),
    ArchiveQuestion(
        name="coverage",
        title="How many claims of each article are sourced?",
        more="""Articles that could not be read are left out; `worst` has them.""",
        columns=("article", "title", *SHARES),
        sql=COVERAGE,
    ),
    ArchiveQuestion(
        name="coverage-by-cause",
        title="How many claims about each cause are sourced, in all articles?",
        more="""Claims about narrower causes count for the wider ones, too, and the articles are those that have any.
The causes with most claims come first.""",
        columns=("cause", "articles", *SHARES),
        sql=COVERAGE_BY_CAUSE,
    ),
    ArchiveQuestion(
        name="coverage-by-desk",
        title="How many claims of each desk are sourced?",
        more="""As articles.csv says; articles without a desk are one without a name.""",
        columns=("desk", "articles", *SHARES),
        sql=COVERAGE_BY_DESK,
    ),
    ArchiveQuestion(
        name="worst",
        title="Which articles are worst?",
        more="""Those that could not be read first, then by errors, warnings, and claims without a source.""",
        columns=("article", "title", "errors", "warnings", "infos", "claims", "not_sourced", "left_out", "failure"),
        sql=WORST_SQL,
    ),
    ArchiveQuestion(
        name="oldest",
        title="Which articles rest on the oldest works?",
        more="""Of each claim that rests on anything the newest work counts, as an old study that a later one bears
out is not out of date; `typical` is the mean of these years. What has no year is left out.""",
        columns=("article", "claims", "oldest", "typical", "newest"),
        sql=OLDEST,
    ),
    ArchiveQuestion(
        name="doi-clash",
        title="Which references of two articles have one DOI and unlike titles?",
        more="""Mostly a DOI that was copied into the wrong entry, which then leads to another work. They are not
taken for one work. PMIDs and arXiv numbers are looked at, too; chapters with the DOI of their book
are left out.""",
        columns=(
            "kind",
            "identifier",
            "article",
            "key",
            "citation",
            "title",
            "other_article",
            "other_key",
            "other_citation",
            "other_title",
            "file",
            "line",
            "other_file",
            "other_line",
        ),
        sql=DOI_CLASH,
    ),
    ArchiveQuestion(
        name="listed-journals",
        title="Which articles cite journals that are on your list?",
        more="""By the list that the archive has or --journals gives, titles or ISSNs: see the rule listed-journal.""",
        columns=("article", "key", "citation", "appeared_in", "cited_by", "falls", "file", "line"),
        sql=LISTED_JOURNALS,
    ),
)

ARCHIVE_QUESTIONS: Mapping[str, ArchiveQuestion] = {each.name: each for each in ALL_QUESTIONS}
"""The questions by name, as `evidence-graph archive ask` has them."""
