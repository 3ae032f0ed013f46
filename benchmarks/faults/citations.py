"""Faults in what claims cite."""

from __future__ import annotations

import re
from random import Random

from faults.files import Entry, Files, Made
from faults.kinds import (
    change_cell,
    change_row,
    claim,
    ensure,
    fixed,
    having,
    keys_in,
    kind,
    plain_title,
    some_rows,
    swapped,
)
from graph.model import STANCES

ACTED_ON = {"frequency", "treatment", "prevention", "harm", "diagnosis", "risk-factor"}
MANY_STUDIES = re.compile(r"\b(?:review|meta-?analysis|guidelines?)\b", re.IGNORECASE)


@kind("unknown-reference", of="claims")
def key_with_a_slip(files: Files, random: Random) -> Made | None:
    return change_cell(files, random, "supports", lambda cell: swapped(cell, random))


@kind("unknown-reference", of="claims")
def key_in_another_case(files: Files, random: Random) -> Made | None:
    return change_cell(files, random, "supports", str.upper)


@kind("unknown-reference", "unknown-word", of="claims")
def keys_joined_with_a_comma(files: Files, random: Random) -> Made | None:
    return change_cell(files, random, "supports", lambda cell: cell.replace("; ", ", "))


@kind("two-stances", of="claims")
def key_in_two_stances(files: Files, random: Random) -> Made | None:
    ensure(files, "disputes")
    numbers = some_rows(files, "supports")
    if not numbers:
        return None
    number = random.choice(numbers)
    files.rows[number]["disputes"] = files.rows[number]["supports"]
    return claim(files, number)


@kind("uncitable-key", "unknown-reference", of="claims")
def key_with_a_comma_in_it(files: Files, random: Random) -> Made | None:
    if not files.entries:
        return None
    entry = random.choice(files.entries)
    entry.key = f"{entry.key};2011"
    return Made((f"reference:{entry.key}",))


@kind("uncited-claim", of="claims")
def source_lost(files: Files, random: Random) -> Made | None:
    return change_cell(files, random, "supports", lambda _: "")


@kind("uncited-claim", of="claims")
def source_only_mentioned(files: Files, random: Random) -> Made | None:
    ensure(files, "mentions")
    numbers = [
        each
        for each in some_rows(files, "supports")
        if not any(files.rows[each].get(name) for name in ("disputes", "qualifies", "mentions"))
    ]
    if not numbers:
        return None
    number = random.choice(numbers)
    files.rows[number] |= {"mentions": files.rows[number]["supports"], "supports": ""}
    return claim(files, number)


@kind("refuted-claim", of="claims")
def source_that_disputes(files: Files, random: Random) -> Made | None:
    ensure(files, "disputes")
    numbers = [each for each in some_rows(files, "supports") if not files.rows[each].get("qualifies")]
    if not numbers:
        return None
    number = random.choice(numbers)
    files.rows[number] |= {"disputes": files.rows[number]["supports"], "supports": ""}
    return claim(files, number)


@kind("weak-tier-only", of="claims")
def source_that_is_only_a_web_page(files: Files, random: Random) -> Made | None:
    numbers = some_rows(files, "supports")
    if not numbers:
        return None
    files.entries.append(
        Entry(
            "online",
            "page-of-a-clinic",
            {"title": "Coffee and sleep", "author": "Drake, C", "url": "https://example.org", "urldate": "2024-01-01"},
        )
    )
    number = random.choice(numbers)
    files.rows[number]["supports"] = "page-of-a-clinic"
    return claim(files, number)


def on_two_sources(files: Files) -> None:
    """Make every claim that people act on rest on two studies, its own and one that has looked again."""
    for row in files.rows:
        is_acted_on = row.get("kind") in ACTED_ON or row.get("low")
        if is_acted_on and len(keys := keys_in(row.get("supports", ""))) == 1:
            key = f"{keys[0]}-later"
            row["supports"] += f"; {key}"
            if all(entry.key != key for entry in files.entries):
                fields = {"title": f"A second look at {row['cause'].lower()}, {row['claim_id']}", "year": "2021"}
                files.entries.append(Entry("article", key, {**fields, "author": "Olafsson, Q and Brandt, T"}))


def with_two_sources(files: Files) -> list[int]:
    """The rows of claims that people act on, which two sources support that are no reviews."""
    studies = {entry.key for entry in files.entries if not MANY_STUDIES.search(" ".join(entry.fields.values()))}
    return [
        number
        for number in some_rows(files, "supports")
        if files.rows[number].get("kind") in ACTED_ON or files.rows[number].get("low")
        if len(keys := keys_in(files.rows[number]["supports"])) == 2 and studies.issuperset(keys)
        if not any(files.rows[number].get(stance) for stance in STANCES if stance != "supports")
    ]


@kind("single-reference", of="claims", prepare=on_two_sources)
def second_source_lost(files: Files, random: Random) -> Made | None:
    def lose(row: dict[str, str]) -> bool:
        row["supports"] = random.choice(keys_in(row["supports"]))
        return True

    return change_row(files, random, with_two_sources(files), lose)


@kind("single-reference", "duplicate-doi", of="claims", prepare=on_two_sources)
def second_source_is_the_first_again(files: Files, random: Random) -> Made | None:
    numbers = with_two_sources(files)
    if not numbers:
        return None
    number = random.choice(numbers)
    first = keys_in(files.rows[number]["supports"])[0]
    entry = next(each for each in files.entries if each.key == first)
    entry.fields["doi"] = entry.fields.get("doi") or "10.1000/second.2019.17"
    files.entries.append(Entry(entry.type, f"{first}-copy", {**entry.fields, "title": plain_title(entry).title()}))
    files.rows[number]["supports"] = f"{first}; {first}-copy"
    return claim(files, number)


def of_late(files: Files) -> None:
    """Make all references as new as if the article had been written of late."""
    for entry in files.entries:
        if "year" in entry.fields:
            entry.fields["year"] = str(fixed(entry.key).randint(2021, 2025))


@kind("stale-evidence", of="claims", prepare=of_late)
def source_replaced_by_an_old_one(files: Files, random: Random) -> Made | None:
    def replace_source(row: dict[str, str]) -> bool:
        year = random.randint(1978, 2018)
        title = (
            f"{row['cause'].rpartition(' > ')[2]} in {random.choice(('adults', 'practice', 'a population', 'brief'))}"
        )
        fields = {"title": title, "author": "Brandt, T", "journal": "Ann Sci", "year": str(year)}
        files.entries.append(Entry("article", f"brandt{year}", fields))
        row["supports"] = f"brandt{year}"
        row["qualifies"] = row["disputes"] = ""
        return row.get("kind") != "background"

    return change_row(files, random, some_rows(files, "supports"), replace_source)


def with_a_late_source(files: Files) -> None:
    """Make all references old, and have every claim with a source rest on a late one besides."""
    for entry in files.entries:
        if "year" in entry.fields:
            entry.fields["year"] = str(fixed(entry.key).randint(1985, 2019))
    fields = {"title": "What is known of late", "author": "Roth, H", "year": "2024"}
    files.entries.append(Entry("article", "roth2024", fields))
    for row in files.rows:
        if row.get("supports"):
            row["supports"] += "; roth2024"


@kind("stale-evidence", of="claims", prepare=with_a_late_source)
def newest_source_lost(files: Files, random: Random) -> Made | None:
    dated = {entry.key for entry in having(files, "year")}

    def lose(row: dict[str, str]) -> bool:
        row["supports"] = "; ".join(key for key in keys_in(row["supports"]) if key != "roth2024")
        return row.get("kind") != "background" and not dated.isdisjoint(keys_in(row["supports"]))

    return change_row(files, random, some_rows(files, "supports"), lose)


@kind("contested-claim", of="claims")
def source_that_disputes_beside_one_that_supports(files: Files, random: Random) -> Made | None:
    def dispute(row: dict[str, str]) -> bool:
        cited = {key for stance in STANCES for key in keys_in(row.get(stance, ""))}
        others = [entry.key for entry in files.entries if entry.key not in cited]
        if not others or row.get("disputes"):
            return False
        row["disputes"] = random.choice(others) + random.choice(("", " (p. 3)", " (tab. 2)"))
        return True

    return change_row(files, random, some_rows(files, "supports"), dispute)


@kind("contested-claim", of="claims")
def one_of_the_sources_disputes(files: Files, random: Random) -> Made | None:
    def turn(row: dict[str, str]) -> bool:
        first, *others = row["supports"].split("; ")
        if not others or row.get("disputes"):
            return False
        row["supports"], row["disputes"] = "; ".join(others), first
        return True

    return change_row(files, random, some_rows(files, "supports"), turn)


@kind("misfiled-evidence", of="claims")
def source_of_another_cause_that_its_title_names(files: Files, random: Random) -> Made | None:
    titles = {entry.key: plain_title(entry).lower() for entry in files.entries}
    causes = {row["cause"] for row in files.rows}
    named = [(cause, key) for cause in sorted(causes) for key, title in titles.items() if label(cause).lower() in title]
    if not named:
        return None
    cause, key = random.choice(named)

    def misfile(row: dict[str, str]) -> bool:
        row["supports"] = key
        return row["cause"].split(" > ")[0] != cause.split(" > ")[0] and label(row["cause"]).lower() not in titles[key]

    return change_row(files, random, some_rows(files, "supports"), misfile)


def label(cause: str) -> str:
    """A cause without its wider ones."""
    return cause.rpartition(" > ")[2]


@kind("background-only", of="claims")
def source_moved_to_the_further_reading(files: Files, random: Random) -> Made | None:
    only = [each for each in some_rows(files, "supports") if len(keys_in(files.rows[each]["supports"])) == 1]
    by_key = {entry.key: entry for entry in files.entries if entry.fields.get("group") != "further-reading"}
    numbers = [
        each
        for each in only
        if keys_in(files.rows[each]["supports"])[0] in by_key
        and not any(files.rows[each].get(stance) for stance in ("disputes", "qualifies"))
    ]
    if not numbers:
        return None
    number = random.choice(numbers)
    entry = by_key[keys_in(files.rows[number]["supports"])[0]]
    entry.fields.pop("listed", None)
    entry.fields["group"] = "further-reading"
    citing = [files.rows[each]["claim_id"] for each in only if keys_in(files.rows[each]["supports"]) == [entry.key]]
    return Made((f"reference:{entry.key}", *(f"claim:{each}" for each in citing)))


@kind("background-only", of="claims")
def claim_that_cites_only_further_reading(files: Files, random: Random) -> Made | None:
    def cite(row: dict[str, str]) -> bool:
        title = f"{random.choice(('Living with', 'All about', 'A short history of'))} {label(row['cause']).lower()}"
        files.entries.append(Entry("book", "further1", {"title": title, "year": "2019", "group": "further-reading"}))
        row["supports"] = "further1"
        row["qualifies"] = row["disputes"] = ""
        return True

    return change_row(files, random, some_rows(files, "claim"), cite)


def with_a_review(files: Files) -> None:
    """Add a review that includes every other reference."""
    included = "; ".join(entry.key for entry in files.entries[::2])
    fields = {"title": "What is known: a systematic review", "author": "Roth, H", "year": "2022", "includes": included}
    files.entries.append(Entry("article", "roth2022", fields))


@kind("dependent-sources", of="claims", prepare=with_a_review)
def review_cited_beside_a_study_that_it_includes(files: Files, random: Random) -> Made | None:
    included = keys_in(files.entries[-1].fields["includes"])

    def cite(row: dict[str, str]) -> bool:
        row["supports"] = random.choice((f"{row['supports']}; roth2022", f"roth2022 (tab. 1); {row['supports']}"))
        return any(key in included for key in keys_in(row["supports"]))

    made = change_row(files, random, some_rows(files, "supports"), cite)
    return made and Made((*made.subjects, "reference:roth2022"))
