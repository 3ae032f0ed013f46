"""An entry of the bibliography, and what it states that is more than text."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from graph.model.places import Place, Suppression
from graph.references.dois import NO_DOI, Doi
from graph.references.names import Name
from graph.references.years import NO_YEAR, Year

FURTHER = "further-reading"
"""The group of references that an article only recommends."""


class Facts(NamedTuple):
    """What a reference states that is more than text, parsed once, when it is read; what it lacks is false.

    `names` are those of the authors (editors or the organisation where there are no authors).
    """

    names: tuple[Name, ...] = ()
    year: Year = NO_YEAR
    doi: Doi = NO_DOI


NO_FACTS = Facts()


@dataclass(frozen=True, slots=True, kw_only=True)
class Reference:
    """One entry of the bibliography; text is decoded from LaTeX, and what the entry lacks is empty.

    `type` is that of BibTeX ("article"), whatever format the entry is in; `design`, `group` and `listed` are this
    program's own fields, in docs/format.md. `authors`, `year` and `doi` are the text of its `facts`; `et_al` says that
    the list of authors is cut. `fields` holds every field as decoded text under its lower-case name, `places` the place
    of each field.
    """

    key: str
    type: str
    place: Place
    title: str = ""
    facts: Facts = NO_FACTS
    et_al: bool = False
    journal: str = ""
    url: str = ""
    design: str = ""
    group: str = ""
    listed: str = ""
    noqa: tuple[Suppression, ...] = ()
    fields: Mapping[str, str] = field(default_factory=dict, hash=False)
    places: Mapping[str, Place] = field(default_factory=dict, hash=False)

    @property
    def id(self) -> str:
        """Its id in the network."""
        return f"reference:{self.key}"

    @property
    def authors(self) -> tuple[str, ...]:
        """The names of its authors as they are sorted, "Last, First"."""
        return tuple(map(str, self.facts.names))

    @property
    def year(self) -> str:
        """Its year as it is written."""
        return self.facts.year.written

    @property
    def doi(self) -> str:
        """Its DOI as it is written."""
        return self.facts.doi.written

    def at(self, name: str) -> Place:
        """The place of the field `name`, or of the entry where it lacks that field."""
        return self.places[name] if name in self.places else self.place  # noqa: SIM401 - `get` makes a KeyError
