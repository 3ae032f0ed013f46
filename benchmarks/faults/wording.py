"""Faults in how claims are worded."""

from __future__ import annotations

import re
from random import Random

from faults.designs import weakly_studied
from faults.files import Files, Made
from faults.kinds import change_cell, change_row, claim, keys_in, kind, lower_first, some_rows

PROOF = (
    "It is proven that {}.",
    "Undoubtedly, {}.",
    "Research has demonstrated that {}.",
    "There is no doubt that {}.",
    "It has been shown beyond doubt that {}.",
    "{}, and this is certain.",
    "It has been established conclusively that {}.",
    "{}, which proves what was long assumed.",
    "Without exception, {}.",
    "Clearly and always, {}.",
)
"""Words of proof around a claim."""

BRINGS_ON = (
    "causes", "leads to", "results in", "triggers", "brings about", "gives rise to", "is responsible for", "induces",
    "is the reason for", "provokes", "makes people have", "produces", "brings on", "is what causes",
)  # fmt: skip
"""Verbs of causing."""

MANY_SAY = (
    "Studies show that {}.",
    "Many studies have found that {}.",
    "Research suggests that {}.",
    "Experts agree that {}.",
    "According to numerous surveys, {}.",
    "Several trials report that {}.",
    "Scientists now believe that {}.",
    "Studies consistently show that {}.",
    "A growing body of evidence suggests that {}.",
    "Researchers have repeatedly found that {}.",
    "Most doctors think that {}.",
    "Recent studies have linked it to this: {}.",
    "It has been shown in several studies that {}.",
    "Multiple studies confirm that {}.",
)
"""Words that promise many studies or people who know."""

JOINTS = (
    "{}; {}.", "{}, and {}.", "{}, which also means that {}.", "{}, while {}.", "{}, whereas {}.", "{}, but {}.",
    "{}. {}.", "{}, and it is also so that {}.", "{} as well as that {}.", "{}; moreover, {}.",
)  # fmt: skip
"""How two claims are put into one."""


@kind("repeated-claim", of="claims")
def claim_twice_with_other_sources(files: Files, random: Random) -> Made | None:
    numbers = some_rows(files, "supports")
    if not numbers or len(files.entries) < 2:
        return None
    row = dict(files.rows[random.choice(numbers)])
    old = row["claim_id"]
    row |= {"claim_id": f"{old}-x", "supports": random.choice(files.entries).key}
    files.rows.append(row)
    return Made((f"claim:{old}-x", f"claim:{old}"))


@kind("repeated-claim", of="claims")
def claim_twice_in_nearly_the_same_words(files: Files, random: Random) -> Made | None:
    numbers = [each for each in some_rows(files, "claim") if len(files.rows[each]["claim"].split()) > 7]
    if not numbers:
        return None
    row = dict(files.rows[random.choice(numbers)])
    old, words = row["claim_id"], row["claim"].split()
    row |= {"claim_id": f"{old}-x", "claim": " ".join([*words[:4], "often", *words[4:]])}
    files.rows.append(row)
    return Made((f"claim:{old}-x", f"claim:{old}"))


@kind("cut-claim", of="claims")
def claim_cut_in_the_middle(files: Files, random: Random) -> Made | None:
    def cut(text: str) -> str:
        words = text.split()
        ends = [
            at
            for at, word in enumerate(words)
            if at > 3 and word in {"of", "the", "in", "and", "with", "for", "to", "a"}
        ]
        return " ".join(words[: ends[-1] + 1]) if ends else text

    return change_cell(files, random, "claim", cut)


@kind("opposite-claims", of="claims")
def claim_and_its_opposite(files: Files, random: Random) -> Made | None:
    numbers = [
        each for each in some_rows(files, "claim") if re.search(r"\b(?:is|are|can|may|has) ", files.rows[each]["claim"])
    ]
    if not numbers:
        return None
    row = dict(files.rows[random.choice(numbers)])
    old = row["claim_id"]
    row |= {"claim_id": f"{old}-x", "claim": re.sub(r"\b(is|are|can|may|has) ", r"\1 not ", row["claim"], count=1)}
    files.rows.append(row)
    return Made((f"claim:{old}-x", f"claim:{old}"))


@kind("overclaim-wording", of="claims", prepare=weakly_studied)
def claim_made_a_proof(files: Files, random: Random) -> Made | None:
    def prove(row: dict[str, str]) -> bool:
        row["claim"] = random.choice(PROOF).format(lower_first(row["claim"]))
        return True

    return change_row(files, random, some_rows(files, "claim", "supports"), prove)


@kind("overclaim-wording", of="claims", prepare=weakly_studied)
def caution_lost(files: Files, random: Random) -> Made | None:
    sure = random.choice(("always", "definitely", "certainly", "without doubt", "undoubtedly"))

    def be_sure(row: dict[str, str]) -> bool:
        old = row["claim"]
        row["claim"] = re.sub(r"\b(?:may|might|can|could|often|sometimes|usually|probably)\b", sure, old, count=1)
        return row["claim"] != old

    return change_row(files, random, some_rows(files, "claim", "supports"), be_sure)


@kind("causal-from-observational", of="claims", prepare=weakly_studied)
def going_together_made_a_cause(files: Files, random: Random) -> Made | None:
    verb = random.choice(BRINGS_ON)

    def make_cause(row: dict[str, str]) -> bool:
        what = random.choice(
            ("sleepless nights", "pain in the legs", "a longer stay", "more variation", "earlier death")
        )
        row["claim"] = f"{row['cause'].rpartition(' > ')[2]} {verb} {what}."
        return True

    return change_row(files, random, weakly_supported(files), make_cause)


def weakly_supported(files: Files) -> list[int]:
    """The rows with sources, of which none was done with a comparison in time or is a control study."""
    weak = {entry.key for entry in files.entries if entry.fields.get("design") in {"cross-sectional", "case-series"}}
    return [each for each in some_rows(files, "supports") if weak.issuperset(sources(files.rows[each]))]


def sources(row: dict[str, str]) -> list[str]:
    """The keys that a row cites, but for those that it only mentions."""
    return [key for stance in ("supports", "qualifies", "disputes") for key in keys_in(row.get(stance, ""))]


@kind("compound-claim", of="claims")
def two_claims_in_one_row(files: Files, random: Random) -> Made | None:
    if len(files.rows) < 2:
        return None
    number = random.randrange(len(files.rows) - 1)
    one, other = (files.rows[each]["claim"] for each in (number, number + 1))
    joint = random.choice(JOINTS)
    second = other.strip().rstrip(".") if joint == "{}. {}." else lower_first(other)
    files.rows[number]["claim"] = joint.format(one.strip().rstrip("."), second)
    del files.rows[number + 1]
    return claim(files, number)


@kind("weasel-plural", of="claims")
def claim_that_many_are_said_to_make(files: Files, random: Random) -> Made | None:
    def attribute(row: dict[str, str]) -> bool:
        row["claim"] = random.choice(MANY_SAY).format(lower_first(row["claim"]))
        return len(sources(row)) < 2

    return change_row(files, random, some_rows(files, "claim"), attribute)
