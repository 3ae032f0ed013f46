"""An archive as large as is asked for, the same at every run: articles that share works, causes and statements.

A work stands in two articles on average, under another key in each, now and then without its DOI or with that of
another work; every third entry has an abstract. A tenth of the claims repeats what another article says, often with
another source, and figures on one cause come from a few ranges, of which some do not meet.
"""

from __future__ import annotations

import csv
import io
import random
from collections.abc import Iterator
from pathlib import Path

from generated import BOOK, COLUMNS, Row, entry, title

CLAIMS, REFERENCES = 50, 30
"""How much an article has."""

WORKS_A_REFERENCE = 0.5
DESKS = ("Sleep", "Heart", "Kidney", "Nerves", "Women's health")
CAUSES = 400
PEOPLE = ("pregnant women", "nurses", "adults", "people on dialysis")
STATEMENTS = 5_000
"""How many claims there are that several articles make."""


def write_archive(root: Path, articles: int, claims: int = CLAIMS, references: int = REFERENCES) -> None:
    """Write a folder for each article, and `articles.csv`."""
    about = [("article", "title", "date", "desk", "url")]
    works = max(references, int(articles * references * WORKS_A_REFERENCE))
    for number in range(articles):
        chance = random.Random(number)  # noqa: S311 - not for secrets
        folder = root / f"{number % 97:02}" / f"article-{number:06}"
        folder.mkdir(parents=True)
        chosen = chance.sample(range(works), references)
        keys = [f"{chance.choice('abcdefgh')}{work}" for work in chosen]
        bib = "".join(work_entry(work, key, chance) for work, key in zip(chosen, keys, strict=True))
        (folder / "references.bib").write_text(f'@string{{jsleep = "Journal of Sleep"}}\n{BOOK}{bib}', encoding="utf-8")
        (folder / "claims.csv").write_bytes(table(claims, keys, chance).encode())
        desk = DESKS[number % len(DESKS)]
        date = f"{chance.randint(2005, 2025)}-{chance.randint(1, 12):02}-15"
        about.append((folder.relative_to(root).as_posix(), f"On {desk.lower()} {number}", date, desk, ""))
    with (root / "articles.csv").open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows(about)


def work_entry(work: int, key: str, chance: random.Random) -> str:
    """How an article lists a work: under a key of its own, and not always right."""
    same = random.Random(-work)  # noqa: S311
    text = entry(work, title(work, same), same, with_abstract=work % 3 == 0).replace(f"key{work},", f"{key},", 1)
    if chance.random() < 0.1:  # noqa: PLR2004
        return text.replace(f"doi = {{10.1000/sleep_{work}}}", "note = {no DOI}")
    if chance.random() < 0.002:  # noqa: PLR2004
        return text.replace(f"sleep_{work}}}", f"sleep_{work + 1}}}")
    return text


def table(claims: int, keys: list[str], chance: random.Random) -> str:
    """The claims table of an article."""
    text = io.StringIO(newline="")
    rows = csv.DictWriter(text, COLUMNS)
    rows.writeheader()
    rows.writerows(claim_rows(claims, keys, chance))
    return text.getvalue()


def claim_rows(claims: int, keys: list[str], chance: random.Random) -> Iterator[Row]:
    """The claims of an article; a quarter of them cite nothing."""
    for number in range(claims):
        low = chance.choice((2, 5, 8, 20, 31))
        cause = chance.randrange(CAUSES)
        people = chance.choice(PEOPLE)
        said = f"Between {low} % and {low + 9} % of {people} in town {chance.randrange(10**9)} have restless legs."
        if number % 10 == 0:
            said = f"Statement {chance.randrange(STATEMENTS)} is what many articles say of restless legs."
        yield {
            "claim_id": f"c{number}",
            "cause": f"Area {cause % 20} > Cause {cause}",
            "claim": said,
            "supports": "; ".join(chance.sample(keys, number % 4)),
            "kind": "frequency" if number % 10 else "background",
            **({"measure": "prevalence", "low": str(low), "high": str(low + 9), "unit": "%"} if number % 10 else {}),
            "population": people if number % 10 else "",
        }


def contents_of(root: Path) -> Iterator[tuple[str, dict[str, bytes]]]:
    """The name and the files of each article."""
    for path in sorted(root.glob("*/*")):
        names = ("references.bib", "claims.csv")
        yield path.relative_to(root).as_posix(), {name: (path / name).read_bytes() for name in names}
