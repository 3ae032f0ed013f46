"""Faults in what kinds of studies claims rest on."""

from __future__ import annotations

from random import Random

from faults.files import Entry, Files, Made
from faults.kinds import change_row, ensure, fixed, keys_in, kind, some_rows

WEAK = (
    ("{}: a case report", ""),
    ("{} in three sisters", "case-report"),
    ("{}: a cross-sectional survey of outpatients", ""),
    ("Who has {}? A case-control study", ""),
    ("{} in one clinic", "case-series"),
    ("{} after ten years", "retrospective-review"),
    ("{} in a prospective cohort study", ""),
)
"""Titles of studies that show little, and what is recorded of them."""

REVIEWS = (
    ("{}: a systematic review", ""),
    ("{}: what is known", "review"),
    ("{} in primary care", "guideline"),
    ("A view of {}", "expert-opinion"),
)
"""Titles of what sums up studies, and what is recorded of it."""

PRIMARY = ("cohort", "case-control", "cross-sectional", "randomized-trial", "laboratory")


def study(files: Files, random: Random, titles: tuple[tuple[str, str], ...], cause: str) -> str:
    """Add a study about a cause, and give its key."""
    title, design = random.choice(titles)
    fields = {"title": title.format(cause.rpartition(" > ")[2]), "author": "Brandt, T and Roth, H", "year": "2023"}
    files.entries.append(Entry("article", "brandt2023", {**fields, **({"design": design} if design else {})}))
    return "brandt2023"


def rest_on(row: dict[str, str], key: str) -> None:
    """Make a row rest on one reference alone."""
    row |= {"supports": key, "qualifies": "", "disputes": ""}


@kind("treatment-below-level", of="claims")
def treatment_that_rests_on_a_weak_study(files: Files, random: Random) -> Made | None:
    words = ("eases it", "shortens it", "makes it milder", "helps against it", "is given against it")

    def treat(row: dict[str, str]) -> bool:
        with_what = random.choice(("Iron", "Rest", "Light in the morning", "Massage", "A change of diet"))
        row |= {"claim": f"{with_what} {random.choice(words)}.", "kind": "treatment", "low": "", "high": "", "unit": ""}
        rest_on(row, study(files, random, WEAK, row["cause"]))
        return True

    return change_row(files, random, some_rows(files, "claim"), treat)


def weakly_studied(files: Files) -> None:
    """Record for every reference a design that can prove nothing."""
    for entry in files.entries:
        entry.fields["design"] = fixed(entry.key).choice(("case-series", "case-control", "cross-sectional"))


def on_studies(files: Files) -> None:
    """Record primary designs, and have every claim with a source rest on a review besides."""
    for entry in files.entries:
        entry.fields["design"] = fixed(entry.key).choice(PRIMARY)
    fields = {"title": "What is known", "author": "Roth, H", "year": "2022", "design": "systematic-review"}
    files.entries.append(Entry("article", "roth2022", fields))
    for row in files.rows:
        if row.get("supports"):
            row["supports"] += "; roth2022"


@kind("no-secondary-source", of="claims", prepare=on_studies)
def review_lost_beside_its_studies(files: Files, random: Random) -> Made | None:
    def lose(row: dict[str, str]) -> bool:
        row["supports"] = "; ".join(key for key in keys_in(row["supports"]) if key != "roth2022")
        return True

    return change_row(files, random, some_rows(files, "supports"), lose)


@kind("number-without-primary", of="claims")
def figure_that_rests_on_a_review(files: Files, random: Random) -> Made | None:
    ensure(files, "low", "unit", "measure")

    def review(row: dict[str, str]) -> bool:
        rest_on(row, study(files, random, REVIEWS, row["cause"]))
        return True

    return change_row(files, random, some_rows(files, "low", "unit"), review)
