"""What an audit is given besides the evidence; a rule that needs what is not given is reported as not checked."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, TypeVar

from graph.auditing.articles import GivenArticle
from graph.auditing.baseline import Baseline
from graph.auditing.lists import Notice
from graph.auditing.texts import SourceText
from graph.model import Evidence, Finding
from graph.support import Support

Answer = TypeVar("Answer")


class Once:
    """What several rules ask of the same evidence, worked out once in an audit."""

    def __init__(self, evidence: Evidence) -> None:
        self.evidence = evidence
        self.answers: dict[Callable[[Evidence], Any], Any] = {}

    def __call__(self, ask: Callable[[Evidence], Answer]) -> Answer:
        """What a function says of the evidence."""
        if ask not in self.answers:
            self.answers[ask] = ask(self.evidence)
        answer: Answer = self.answers[ask]
        return answer


@dataclass(frozen=True, slots=True, kw_only=True)
class Given:
    """The date that age is counted from, the article as it stands now, lists the user has, and what was found so far.

    Functions in `graph.auditing` read them: `articles.read_given_article`, `lists.read_retractions`,
    `lists.read_journals`, `texts.read_texts`, `baseline.read_baseline`. `retractions` has notices by normalised
    identifier ("doi:10.1000/x", "pmid:123"), `journals` holds titles in lower case and ISSNs, `texts` what the sources
    themselves say, by key. `support`, which says what rests on what, is made of the evidence where it is not given.
    The audit itself adds `once`, which remembers what rules ask for, and, for the rules about suppressions, which run
    last, what it `found`, the codes and names of the rules it `checked`, and all `names`.
    """

    as_of: date | None = None
    article: GivenArticle | None = None
    retractions: Mapping[str, Notice] | None = None
    journals: frozenset[str] | None = None
    texts: Mapping[str, SourceText] | None = None
    baseline: Baseline | None = None
    support: Support | None = None
    once: Once | None = None
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
