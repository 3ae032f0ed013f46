"""Faults in causes: what they are called, and what they rest on."""

from __future__ import annotations

from collections.abc import Callable
from random import Random

from faults.files import Entry, Files, Made
from faults.kinds import fixed, keys_in, kind, some_rows, swapped


def respell_cause(files: Files, random: Random, change: Callable[[str], str], least: int = 2) -> Made | None:
    """Spell the cause of one claim otherwise than those of the others are."""
    names = [row["cause"] for row in files.rows]
    numbers = [number for number, name in enumerate(names) if names.count(name) >= least and change(name) != name]
    if not numbers:
        return None
    number = random.choice(numbers)
    old = files.rows[number]["cause"]
    files.rows[number]["cause"] = change(old)
    return Made((f"cause:{files.rows[number]['cause']}", f"cause:{old}"))


@kind("vocabulary-mismatch", of="claims")
def cause_in_another_case(files: Files, random: Random) -> Made | None:
    return respell_cause(files, random, str.upper)


@kind("vocabulary-mismatch", of="claims")
def cause_in_the_plural(files: Files, random: Random) -> Made | None:
    return respell_cause(files, random, lambda name: f"{name}s" if name[-1] not in "sy" else name)


@kind("vocabulary-mismatch", of="claims")
def cause_with_letters_swapped(files: Files, random: Random) -> Made | None:
    return respell_cause(
        files,
        random,
        lambda name: swapped(name, fixed(name), r"[a-z]{2}") if len(max(name.split(), key=len)) > 7 else name,
    )


@kind("vocabulary-mismatch", of="claims")
def cause_with_a_letter_lost(files: Files, random: Random) -> Made | None:
    def lose(name: str) -> str:
        word = max(name.split(), key=len)
        return name.replace(word, word[: len(word) // 2] + word[len(word) // 2 + 1 :]) if len(word) > 7 else name

    return respell_cause(files, random, lose)


@kind("vocabulary-mismatch", of="claims")
def cause_with_a_letter_replaced(files: Files, random: Random) -> Made | None:
    def replace_letter(name: str) -> str:
        word = max(name.split(), key=len)
        at = len(word) // 2
        return (
            name.replace(word, f"{word[:at]}{'x' if word[at] != 'x' else 'q'}{word[at + 1 :]}")
            if len(word) > 7
            else name
        )

    return respell_cause(files, random, replace_letter)


@kind("vocabulary-mismatch", of="claims")
def cause_without_its_wider_one(files: Files, random: Random) -> Made | None:
    return respell_cause(files, random, lambda name: name.rpartition(" > ")[2])


@kind("cause-without-evidence", of="claims")
def cause_that_is_only_named(files: Files, random: Random) -> Made | None:
    if not files.rows:
        return None
    files.rows.append({"claim_id": "only-named", "cause": "Moonlight", "claim": "Moonlight is one of its causes."})
    return Made(("cause:Moonlight", "claim:only-named"))


def claims_of(files: Files, cause: str) -> list[int]:
    """The rows with a source about a cause, its narrower ones included."""
    return [each for each in some_rows(files, "supports") if is_within(files.rows[each]["cause"], cause)]


def is_within(cause: str, wider: str) -> bool:
    """Whether a cause is another one or narrower."""
    return cause == wider or cause.startswith(f"{wider} > ")


def on_several(files: Files) -> list[str]:
    """The causes of which two claims or more rest on several references, and which no other claims involve."""
    involved = " ".join(row.get("involves", "") for row in files.rows)
    causes = sorted({row["cause"] for row in files.rows})
    return [
        cause
        for cause in causes
        if cause not in involved and len(claims_of(files, cause)) > 1 and len(sources_of(files, cause)) > 1
    ]


def sources_of(files: Files, cause: str) -> set[str]:
    """The keys that support, qualify or dispute what is said about a cause."""
    cells = [files.rows[each].get(name, "") for each in claims_of(files, cause) for name in ("supports", "qualifies")]
    return {key for cell in cells for key in keys_in(cell)}


@kind("cause-on-one-reference", of="claims")
def source_filled_down(files: Files, random: Random) -> Made | None:
    causes = on_several(files)
    if not causes:
        return None
    cause = random.choice(causes)
    numbers = claims_of(files, cause)
    key = keys_in(files.rows[numbers[0]]["supports"])[0]
    for number in numbers:
        files.rows[number] |= {"supports": key, "qualifies": "", "disputes": ""}
    return Made((f"cause:{cause}",))


@kind("cause-on-one-reference", of="claims")
def all_sources_of_a_cause_lost_but_one(files: Files, random: Random) -> Made | None:
    often = [
        (cause, key)
        for cause in on_several(files)
        for key in sorted(sources_of(files, cause))
        if [key in keys_in(files.rows[each]["supports"]) for each in claims_of(files, cause)].count(True) > 1
    ]
    if not often:
        return None
    cause, key = random.choice(often)
    for number in claims_of(files, cause):
        has_it = key in keys_in(files.rows[number]["supports"])
        files.rows[number] |= {"supports": key if has_it else "", "qualifies": "", "disputes": ""}
    return Made((f"cause:{cause}",))


def in_doubt(files: Files) -> None:
    """Have every cause of several references doubted by one more, at the first of its claims."""
    fields = {"title": "A doubtful look at all of it", "author": "Quist, D", "year": "2020"}
    files.entries.append(Entry("article", "quist2020", fields))
    for cause in on_several(files):
        first = files.rows[claims_of(files, cause)[0]]
        first["qualifies"] = "; ".join(filter(None, (first.get("qualifies", ""), "quist2020")))
    if "qualifies" not in files.columns:
        files.columns.append("qualifies")


@kind("one-sided-cause", of="claims", prepare=in_doubt)
def doubts_left_out(files: Files, random: Random) -> Made | None:
    causes = [cause for cause in on_several(files) if len(sources_of(files, cause)) > 4]
    if not causes:
        return None
    cause = random.choice(causes)
    for row in files.rows:
        if is_within(row["cause"], cause):
            row |= {"qualifies": "", "disputes": ""}
    return Made((f"cause:{cause}",))
