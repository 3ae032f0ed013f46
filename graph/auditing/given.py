"""What an audit is given besides the evidence; a rule that needs what is not given is reported as not checked."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from graph.auditing.articles import GivenArticle
from graph.auditing.baseline import Baseline
from graph.auditing.lists import Notice
from graph.auditing.texts import SourceText
from graph.model import Finding
from graph.support import Support


@dataclass(frozen=True, slots=True, kw_only=True)
class Given:
    """The date that age is counted from, the article as it stands now, lists the user has, and what was found so far.

    Functions in `graph.auditing` read them: `articles.read_given_article`, `lists.read_retractions`,
    `lists.read_journals`, `texts.read_texts`, `baseline.read_baseline`. `retractions` has notices by normalised
    identifier ("doi:10.1000/x", "pmid:123"), `journals` holds titles in lower case and ISSNs, `texts` what the sources
    themselves say, by key. The audit itself adds `support`, which says what rests on what, and, for the rules about
    suppressions, which run last, what it `found`, the codes and names of the rules it `checked`, and all `names`.
    """

    as_of: date | None = None
    article: GivenArticle | None = None
    retractions: Mapping[str, Notice] | None = None
    journals: frozenset[str] | None = None
    texts: Mapping[str, SourceText] | None = None
    baseline: Baseline | None = None
    support: Support | None = None
    found: tuple[Finding, ...] = ()
    checked: frozenset[str] = frozenset()
    names: tuple[str, ...] = ()


MISSING = {
    "as_of": "no date to count age from: --as-of",
    "article": "no article text: --article",
    "retractions": "no retraction list: --retractions",
    "journals": "no list of journals: --journals",
}
"""Why a rule that needs it was not checked, and the option that gives it."""
