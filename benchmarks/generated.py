"""Evidence as large as is asked for, as real as bibliographies are, and skewed as they can be.

Entries have abstracts, accents, formulas, strings, values joined with `#`, online sources and chapters that take fields
from their book; the same at every run. `SKEWS` change a claims table or a bibliography in one way each.
"""

from __future__ import annotations

import csv
import random
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

PEOPLE = (
    "nurses",
    'Sj{\\"o}gren patients',
    "pregnant women",
    "miners",
    "people with {DNA} tests",
    "carriers of the $\\alpha$-synuclein gene",
    "men aged $\\geq$ 65",
    "caf{\\'e} workers",
)
FAMILIES = (
    "Doe",
    'M{\\"u}ller',
    "van der Berg",
    "Mari{\\~n}o",
    "{\\O}stergaard",
    "Roe",
    "Le Goff",
    "{\\v{S}}imek",
    "Garc{\\'i}a-Borreguero",
    "Smith",
)
GIVEN = ("Jane", "R.", "K", "Jos{\\'e}", "Anne-Marie", "J. P.", 'Zo{\\"e}', "Li")
WORDS = tuple(
    r"""
    patients sleep legs iron ferritin serum controls cohort prevalence symptoms severity dopamine women dialysis
    treatment weeks follow-up scale quality of the in and with among were was a random sample after before na{\"i}ve
    placebo--controlled $p<0.05$ 95\% CI G{\"o}teborg S{\~a}o $n=120$ {MRI} ``restless'' $\beta$-blockers m{\'e}decine
    """.split()  # noqa: SIM905 - a list would take forty lines
)
ABSTRACT = 110
"""Words of an abstract."""

COLUMNS = ("claim_id", "cause", "claim", "supports", "kind", "measure", "low", "high", "unit", "population", "noqa")
CAUSES_A_CLAIM = 30
CLAIMS_A_REFERENCE = 3
"""How many claims there are for each reference, of all kinds of evidence."""

Row = dict[str, str]


class Skew(NamedTuple):
    """What a skew makes of the row of a number, and of a title."""

    row: Callable[[Row, int], Row] = lambda row, _: row
    title: Callable[[str, int], str] = lambda title, _: title


def deep(number: int) -> str:
    """A cause at the end of a chain, each twelve deep."""
    chain, level = divmod(number, 12)
    return " > ".join(f"Cause {chain}.{each}" for each in range(level + 1))


SKEWS: Mapping[str, Skew] = {
    "even": Skew(),
    "one reference": Skew(lambda row, _: row | {"supports": "key1"}),
    "one cause": Skew(lambda row, _: row | {"cause": "Iron"}),
    "a cause a claim": Skew(lambda row, number: row | {"cause": f"Cause {number}"}),
    "chains of causes": Skew(lambda row, number: row | {"cause": deep(number)}),
    "equal titles": Skew(title=lambda *_: "Editorial on restless legs"),
    "equal claims": Skew(lambda row, _: row | {"claim": "Iron is low in one third of them."}),
    "unknown keys": Skew(lambda row, number: row | {"supports": f"kee{number}; key{number % 97}"}),
    "noqa everywhere": Skew(lambda row, _: row | {"noqa": "uncited-claim: textbook knowledge"}),
}
"""What may be uneven about evidence."""


def generate(folder: Path, references: int, claims: int, skew: Skew = SKEWS["even"]) -> tuple[Path, Path]:
    """Write a bibliography and a claims table, the same at every run."""
    bib, table = folder / "references.bib", folder / "claims.csv"
    chance = random.Random(7)  # noqa: S311 - not for secrets
    entries = (entry(number, skew.title(title(number, chance), number), chance) for number in range(references))
    bib.write_text('@string{jsleep = "Journal of Sleep"}\n' + BOOK + "".join(entries), encoding="utf-8")
    with table.open("w", encoding="utf-8", newline="") as file:
        rows = csv.DictWriter(file, COLUMNS)
        rows.writeheader()
        rows.writerows(skew.row(row, number) for number, row in enumerate(plain_rows(references, claims, chance)))
    return bib, table


BOOK = '@proceedings{meeting,\n  title = {Proceedings of the {WASM}},\n  editor = "Roe, R.",\n  year = 2019,\n}\n\n'


def title(number: int, chance: random.Random) -> str:
    """A title that no other reference has."""
    words = " ".join(chance.choices(WORDS, k=3))
    return f"Prevalence of restless legs among {chance.choice(PEOPLE)}: {words} in {number} {{Swedish}} cases"


def entry(number: int, title: str, chance: random.Random, *, with_abstract: bool = True) -> str:
    """An entry: an article, every seventh online, every eleventh a chapter."""
    names = " and ".join(f"{chance.choice(FAMILIES)}, {chance.choice(GIVEN)}" for _ in range(chance.randint(1, 6)))
    abstract = f"  abstract = {{{' '.join(chance.choices(WORDS, k=ABSTRACT))}}},\n" if with_abstract else ""
    common = f"key{number},\n  author = {{{names}}},\n  title = {{{title}}},\n{abstract}"
    if number % 7 == 3:  # noqa: PLR2004 - as the docstring says
        rest = f'  url = {{https://example.org/{number}}},\n  date = "{1990 + number % 35}-03-02",\n'
        return f"@online{{{common}{rest}}}\n\n"
    if number % 11 == 5:  # noqa: PLR2004
        return f"@inproceedings{{{common}  crossref = {{meeting}},\n  pages = {{{number}--{number + 7}}},\n}}\n\n"
    rest = (
        f'  journal = jsleep # " {number % 90}",\n  month = mar # "~3",\n  year = {1990 + number % 35},\n'
        f"  volume = {number % 90},\n  pages = {{{number}--{number + 9}}},\n  doi = {{10.1000/sleep_{number}}},\n"
        f"  keywords = {{sleep, iron, caf{{\\'e}}}},\n"
    )
    return f"@article{{{common}{rest}}}\n\n"


def plain_rows(references: int, claims: int, chance: random.Random) -> Iterator[Row]:
    """The rows of a claims table; a quarter of them cite nothing."""
    for number in range(claims):
        low = chance.randint(1, 40)
        people = chance.choice(("pregnant women", "nurses", "adults"))
        yield {
            "claim_id": f"c{number}",
            "cause": f"Area {number % 50} > Cause {number % max(50, claims // CAUSES_A_CLAIM)}",
            "claim": f"Between {low} % and {low + 9} % of {people} in town {number} have restless legs.",
            "supports": "; ".join(f"key{chance.randrange(references)}" for _ in range(number % 4)),
            "kind": "frequency",
            "measure": "prevalence",
            "low": str(low),
            "high": str(low + 9),
            "unit": "%",
            "population": people,
        }
