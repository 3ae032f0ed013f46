"""All that was read of an article."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import chain

from graph.displayed import Displayed
from graph.model.claims import Cause, Citation, Claim
from graph.model.findings import Problem
from graph.model.places import File, Role
from graph.model.references import Reference
from graph.wording import count


@dataclass(frozen=True, slots=True, kw_only=True)
class Article:
    """What the text that makes the claims is called, where it stands, and its date (ISO 8601: a day, month or year)."""

    title: str = ""
    url: str = ""
    date: str = ""


NO_ARTICLE = Article()


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence(Displayed):
    """All that was read: references and claims by key, causes by full name, and what could not be read as meant.

    Everything stands in the order of the files, which take no part in `==` themselves.

    `files` are those that it was read from: of references, of claims, and of source values where there is one. The
    files do not say which `article` the claims are of: settings do. `left_out` are the claims that were read and not
    asked for, `passed_over` counts what of an article is no claim, and `cited_apart` the keys that are cited there, in
    tables for example. Of a library that other articles cite from, too, `references` are those that this one cites, and
    `known_keys` are all.
    """

    references: Mapping[str, Reference]
    claims: Mapping[str, Claim]
    causes: Mapping[str, Cause]
    problems: tuple[Problem, ...] = ()
    files: tuple[File, ...] = field(default=(), compare=False)
    article: Article = NO_ARTICLE
    left_out: Mapping[str, Claim] = field(default_factory=dict)
    passed_over: Mapping[str, int] = field(default_factory=dict, compare=False)
    cited_apart: Collection[str] = field(default=(), compare=False)
    known_keys: Collection[str] = field(default=(), compare=False)

    def __repr__(self) -> str:
        numbers = {"claim": self.claims, "reference": self.references, "cause": self.causes, "problem": self.problems}
        return f"<Evidence: {', '.join(count(len(each), thing) for thing, each in numbers.items())}>"

    def named(self, role: Role) -> tuple[str, ...]:
        """The names of the files that hold this."""
        return tuple(file.name for file in self.files if file.role == role)

    @property
    def references_file(self) -> str:
        """The name of the bibliography; of several files all names."""
        return " and ".join(self.named("references")) or "references.bib"

    @property
    def claims_file(self) -> str:
        """The name of the claims table, or of the article that the claims were read from."""
        return next(iter(self.named("claims") or self.named("article")), "claims.csv")

    @property
    def keys(self) -> Collection[str]:
        """The keys that a claim can cite."""
        return self.known_keys or self.references.keys()

    def cited(self) -> set[str]:
        """The keys of what is cited: by any claim, those that are left out, too, or where no claim is made."""
        claims = (*self.claims.values(), *self.left_out.values())
        return {citation.reference for claim in claims for citation in claim.citations}.union(self.cited_apart)

    def citations(self) -> Iterator[Citation]:
        """Every citation, claim by claim."""
        return chain.from_iterable(claim.citations for claim in self.claims.values())
