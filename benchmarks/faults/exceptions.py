"""Faults in exceptions, in what is known already, and in reviews."""

from __future__ import annotations

from random import Random

from faults.auditing import audited, evidence_of
from faults.files import Files, Made
from faults.kinds import change_row, claim, ensure, kind, lower_first, some_rows
from graph.auditing.baseline import baseline_text
from graph.support.reviews import review_mark

NAMED = ("uncited-claim: everybody knows", "CLM001: common knowledge", "CLM: looked for it in 2024", "CLM001: see note")


def suppress(files: Files, random: Random, text: str) -> Made | None:
    """Suppress something in one of the rows."""
    ensure(files, "noqa")
    if not files.rows:
        return None
    number = random.randrange(len(files.rows))
    files.rows[number]["noqa"] = text
    return claim(files, number)


@kind("unknown-suppression", of="claims")
def suppression_with_a_slip(files: Files, random: Random) -> Made | None:
    return suppress(files, random, "uncited-clam: everybody knows")


@kind("suppression-without-reason", of="claims")
def suppression_without_its_reason(files: Files, random: Random) -> Made | None:
    return suppress(files, random, "uncited-claim")


def excused(files: Files) -> None:
    """Excuse every claim that lacks a source."""
    ensure(files, "noqa")
    for number, row in enumerate(files.rows):
        if not any(row.get(stance) for stance in ("supports", "disputes", "qualifies")):
            row["noqa"] = NAMED[number % 2]


@kind("unused-suppression", of="claims", prepare=excused)
def source_found_for_what_was_excused(files: Files, random: Random) -> Made | None:
    def find(row: dict[str, str]) -> bool:
        row["supports"] = random.choice(files.entries).key
        return True

    return change_row(files, random, some_rows(files, "noqa"), find)


@kind("unused-suppression", of="claims", prepare=excused)
def suppression_filled_down(files: Files, random: Random) -> Made | None:
    numbers = [each for each in some_rows(files, "supports") if files.rows[each - 1].get("noqa")]
    if not numbers:
        return None
    number = random.choice(numbers)
    files.rows[number]["noqa"] = files.rows[number - 1]["noqa"]
    return claim(files, number)


def with_baseline(files: Files) -> None:
    """Write down all that is found as known already."""
    _, report = audited(files)
    files.baseline = baseline_text(report.findings)


@kind("stale-baseline", of="claims", prepare=with_baseline)
def source_found_for_what_is_known(files: Files, random: Random) -> Made | None:
    def find(row: dict[str, str]) -> bool:
        is_without = not any(row.get(stance) for stance in ("supports", "disputes", "qualifies", "mentions"))
        row["supports"] = random.choice(files.entries).key
        return is_without

    made = change_row(files, random, some_rows(files, "claim"), find)
    return made and Made(made.subjects, words=tuple(f"'{each.partition(':')[2]}'" for each in made.subjects))


@kind("stale-baseline", of="claims", prepare=with_baseline)
def row_lost_of_which_something_is_known(files: Files, random: Random) -> Made | None:
    numbers = [each for each in some_rows(files, "claim") if f"'{files.rows[each]['claim_id']}'" in files.baseline]
    if not numbers:
        return None
    row = files.rows.pop(random.choice(numbers))
    return Made((f"cause:{row['cause']}",), words=(f"'{row['claim_id']}'",))


def reviewed(files: Files) -> None:
    """Note of every claim that it was reviewed as it is."""
    ensure(files, "reviewed_by", "reviewed_on", "reviewed_as")
    claims = evidence_of(files).claims
    for row in files.rows:
        row |= {"reviewed_by": "Eva", "reviewed_on": "2025-11-03"}
        row["reviewed_as"] = review_mark(claims[row["claim_id"]])


@kind("stale-review", of="claims", prepare=reviewed)
def claim_changed_after_its_review(files: Files, random: Random) -> Made | None:
    def change(row: dict[str, str]) -> bool:
        row["claim"] = f"{random.choice(('Often', 'As a rule', 'In adults'))}, {lower_first(row['claim'])}."
        return True

    return change_row(files, random, some_rows(files, "claim"), change)


@kind("stale-review", of="claims", prepare=reviewed)
def source_changed_after_its_review(files: Files, random: Random) -> Made | None:
    def change(row: dict[str, str]) -> bool:
        old, row["supports"] = row["supports"], random.choice(files.entries).key
        return row["supports"] != old

    return change_row(files, random, some_rows(files, "supports"), change)


@kind("unreviewed-claim", of="claims", prepare=reviewed)
def row_added_after_the_review(files: Files, random: Random) -> Made | None:
    if not files.rows:
        return None
    number = random.randrange(len(files.rows))
    row = {"claim_id": "added-later", "cause": files.rows[number]["cause"], "claim": "Of this, little is known so far."}
    files.rows.insert(number + 1, row)
    return claim(files, number + 1)


@kind("unreviewed-claim", of="claims", prepare=reviewed)
def reviewer_not_noted(files: Files, random: Random) -> Made | None:
    def lose(row: dict[str, str]) -> bool:
        row["reviewed_by"] = random.choice(("", " "))
        return True

    return change_row(files, random, some_rows(files, "reviewed_by"), lose)
