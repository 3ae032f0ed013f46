"""Faults of claims tables."""

from __future__ import annotations

import re
from collections.abc import Callable
from random import Random

from faults import (
    Entry,
    Files,
    Made,
    as_row,
    change_cell,
    claim,
    ensure,
    kind,
    some_rows,
    swapped,
)
from graph.model import STANCES


@kind("unknown-reference", of="claims")
def key_with_a_slip(files: Files, random: Random) -> Made | None:
    return change_cell(files, random, "supports", lambda cell: swapped(cell, random))


@kind("unknown-reference", of="claims")
def key_in_another_case(files: Files, random: Random) -> Made | None:
    return change_cell(files, random, "supports", str.upper)


@kind("unknown-reference", "unknown-word", "joined-keys", of="claims")
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


@kind("unknown-word", of="claims")
def kind_with_a_slip(files: Files, random: Random) -> Made | None:
    return change_cell(files, random, "kind", lambda cell: swapped(cell, random))


@kind("unknown-word", of="claims")
def basis_with_a_slip(files: Files, random: Random) -> Made | None:
    return change_cell(files, random, "basis", lambda cell: swapped(cell, random))


@kind("malformed-table", of="claims")
def claim_id_used_twice(files: Files, random: Random) -> Made | None:
    if len(files.rows) < 2:
        return None
    one, other = random.sample(range(len(files.rows)), 2)
    files.rows[other]["claim_id"] = files.rows[one]["claim_id"]
    return Made(rows=(one, other))


@kind("malformed-table", of="claims")
def row_copied_twice(files: Files, random: Random) -> Made | None:
    if not files.rows:
        return None
    files.rows.append(dict(random.choice(files.rows)))
    return Made(rows=(len(files.rows) - 1,))


@kind("malformed-table", of="claims")
def cause_left_empty(files: Files, random: Random) -> Made | None:
    if not files.rows:
        return None
    number = random.randrange(len(files.rows))
    files.rows[number]["cause"] = ""
    return Made(rows=(number,))


@kind("malformed-table", of="claims")
def quotes_lost_around_commas(files: Files, random: Random) -> Made | None:
    numbers = [number for number in some_rows(files, "claim") if "," in files.rows[number]["claim"]]
    if not numbers:
        return None
    number = random.choice(numbers)
    files.line[number] = ",".join(files.rows[number].get(column, "") for column in files.columns) + "\n"
    return Made(rows=(number,))


@kind("malformed-table", of="claims")
def quote_never_closed(files: Files, random: Random) -> Made | None:
    if not files.rows:
        return None
    number = random.randrange(len(files.rows))
    cells = [files.rows[number].get(column, "") for column in files.columns]
    files.line[number] = ",".join([*cells[:2], f'"{cells[2]}', *cells[3:]]) + "\n"
    return Made(rows=(number,))


@kind("malformed-table", of="claims")
def column_misspelt(files: Files, random: Random) -> Made | None:
    name = random.choice(
        [each for each in files.columns if each in {*STANCES, "measure", "involves", "basis", "section"}] or [""]
    )
    if not name:
        return None
    files.header = as_row([swapped(each, random) if each == name else each for each in files.columns])
    return Made()


@kind("malformed-table", of="claims")
def column_of_causes_lost(files: Files, random: Random) -> Made | None:
    if not files.rows:
        return None
    files.header = as_row(["about" if each == "cause" else each for each in files.columns])
    return Made()


def fixed(name: str) -> Random:
    """Chance that is the same for a name, so that asking whether it can be changed is no change."""
    return Random(name)  # noqa: S311 - not secret


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


@kind("formula-cell", of="claims")
def cell_that_is_a_formula(files: Files, random: Random) -> Made | None:
    return change_cell(files, random, "claim", lambda cell: f"={cell}")


def with_figures(files: Files) -> list[int]:
    """The rows that have a figure."""
    return some_rows(files, "low", "unit")


def change_figures(files: Files, random: Random, change: Callable[[dict[str, str]], bool]) -> Made | None:
    """Change the figures of a row; `change` says whether it can."""
    numbers = with_figures(files)
    random.shuffle(numbers)
    for number in numbers:
        if change(files.rows[number]):
            return claim(files, number)
    return None


@kind("spreadsheet-damage", of="claims")
def range_made_a_date(files: Files, random: Random) -> Made | None:
    def as_date(row: dict[str, str]) -> bool:
        row["low"] = "10-Dec"
        return True

    return change_figures(files, random, as_date)


@kind("impossible-value", of="claims")
def figure_with_a_decimal_comma(files: Files, random: Random) -> Made | None:
    def comma(row: dict[str, str]) -> bool:
        row["low"] = f"{row['low'].partition('.')[0]},5"
        return True

    return change_figures(files, random, comma)


@kind("impossible-value", of="claims")
def range_upside_down(files: Files, random: Random) -> Made | None:
    def turn(row: dict[str, str]) -> bool:
        row["low"], row["high"] = row.get("high") or "1", row["low"] if row.get("high") else row["low"].rjust(1)
        return bool(row["high"]) and float(row["low"]) > float(row["high"])

    return change_figures(files, random, turn)


@kind("impossible-value", of="claims")
def unit_lost(files: Files, random: Random) -> Made | None:
    def lose(row: dict[str, str]) -> bool:
        row["unit"] = ""
        return "ratio" not in row.get("measure", "")

    return change_figures(files, random, lose)


@kind("impossible-value", of="claims")
def share_above_a_hundred(files: Files, random: Random) -> Made | None:
    def more(row: dict[str, str]) -> bool:
        row["low"], row["high"] = "130", ""
        return row["unit"] == "%"

    return change_figures(files, random, more)


@kind("impossible-value", "figure-mismatch", of="claims")
def share_of_one_for_one_of_a_hundred(files: Files, random: Random) -> Made | None:
    def divide(row: dict[str, str]) -> bool:
        if row["unit"] != "%" or float(row["low"]) < 1:
            return False
        row["low"], row["high"] = f"{float(row['low']) / 100:g}", ""
        return True

    return change_figures(files, random, divide)


@kind("figure-mismatch", of="claims")
def digits_swapped_in_a_column(files: Files, random: Random) -> Made | None:
    def swap(row: dict[str, str]) -> bool:
        digits = row.get("high") or row["low"]
        if len(digits) < 2 or digits[0] == digits[1] or digits[1] == "." or digits not in row["claim"]:
            return False
        row["high" if row.get("high") else "low"] = digits[1] + digits[0] + digits[2:]
        return True

    return change_figures(files, random, swap)


@kind("figure-mismatch", of="claims")
def half_of_a_range(files: Files, random: Random) -> Made | None:
    def halve(row: dict[str, str]) -> bool:
        is_range = bool(row.get("high"))
        row["high"] = ""
        return is_range

    return change_figures(files, random, halve)


@kind("figure-mismatch", of="claims")
def figure_changed_in_the_text(files: Files, random: Random) -> Made | None:
    def other(row: dict[str, str]) -> bool:
        number = re.search(rf"\b{re.escape(row['low'])}\b", row["claim"])
        if not number:
            return False
        row["claim"] = row["claim"].replace(number.group(), str(int(float(number.group())) + 7), 1)
        return True

    return change_figures(files, random, other)


@kind("untyped-number", of="claims")
def figure_only_in_the_text(files: Files, random: Random) -> Made | None:
    def lose(row: dict[str, str]) -> bool:
        row["low"] = row["high"] = row["unit"] = row["measure"] = ""
        row["comparator_low"] = row["comparator_high"] = ""
        return bool(re.search(r"\d\s*(?:%|times|percent|per cent)", row["claim"]))

    return change_figures(files, random, lose)


@kind("unknown-measure", of="claims")
def measure_with_a_slip(files: Files, random: Random) -> Made | None:
    return change_cell(files, random, "measure", lambda cell: swapped(cell, random))


@kind("measure-mismatch", of="claims")
def incidence_for_prevalence(files: Files, random: Random) -> Made | None:
    return change_cell(files, random, "measure", lambda cell: "incidence" if cell == "prevalence" else cell, "supports")


@kind("impossible-value", "more-studies-than-people", of="claims")
def more_studies_than_people(files: Files, random: Random) -> Made | None:
    ensure(files, "n", "n_studies")

    def swap(row: dict[str, str]) -> bool:
        row["n"], row["n_studies"] = "12", "1200"
        return True

    return change_figures(files, random, swap)


@kind("no-effect", "effect-not-shown", of="claims")
def interval_that_crosses_no_effect(files: Files, random: Random) -> Made | None:
    ensure(files, "measure", "low", "high", "unit")
    numbers = some_rows(files, "claim", "supports")
    if not numbers:
        return None
    number = random.choice(numbers)
    files.rows[number] |= {
        "claim": "Coffee raises the risk of insomnia (odds ratio 0.8 to 1.4).",
        "measure": "odds-ratio",
        "low": "0.8",
        "high": "1.4",
        "unit": "times",
    }
    return claim(files, number)


@kind("value-mismatch", of="claims")
def figure_other_than_its_source(files: Files, random: Random) -> Made | None:
    numbers = [each for each in with_figures(files) if files.rows[each].get("supports")]
    if not numbers:
        return None
    number = random.choice(numbers)
    row = files.rows[number]
    key = re.split(r"[;(]", row["supports"])[0].strip()
    files.values = [
        {
            "claim_id": row["claim_id"],
            "reference": key,
            "measure": row["measure"],
            "low": "77",
            "high": "",
            "unit": row["unit"],
        }
    ]
    return claim(files, number)


@kind("contradictory-figures", "figures-disagree", of="claims")
def figures_that_disagree_with_another_claim(files: Files, random: Random) -> Made | None:
    numbers = [each for each in with_figures(files) if files.rows[each].get("measure")]
    if not numbers:
        return None
    row = dict(files.rows[random.choice(numbers)])
    old = row["claim_id"]
    row |= {
        "claim_id": f"{old}-x",
        "low": str(float(row["low"]) * 3 + 40),
        "high": "",
        "claim": "It is otherwise in other studies.",
    }
    files.rows.append(row)
    return Made((f"claim:{old}-x", f"claim:{old}"))


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


@kind("cut-claim", "truncated-claim", of="claims")
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


@kind("mojibake", "encoding", of="claims")
def letters_of_a_claim_in_another_encoding(files: Files, random: Random) -> Made | None:
    return change_cell(files, random, "claim", lambda text: re.sub(r"(?<=[a-z])o(?=[a-z])", "Ã¶", text, count=1))


@kind("quote-not-found", of="claims")
def quote_with_a_word_changed(files: Files, random: Random) -> Made | None:
    numbers = [each for each in some_rows(files, "claim") if len(files.rows[each]["claim"].split()) > 5]
    if not numbers:
        return None
    ensure(files, "quote")
    files.article = "\n".join(row["claim"] for row in files.rows)
    for row in files.rows:
        row["quote"] = row["claim"]
    number = random.choice(numbers)
    words = files.rows[number]["claim"].split()
    files.rows[number]["quote"] = " ".join([*words[:2], "hardly", *words[3:]])
    return claim(files, number)


@kind("unknown-suppression", of="claims")
def suppression_with_a_slip(files: Files, random: Random) -> Made | None:
    ensure(files, "noqa")
    number = random.randrange(len(files.rows)) if files.rows else -1
    if number < 0:
        return None
    files.rows[number]["noqa"] = "uncited-clam: everybody knows"
    return claim(files, number)


@kind("suppression-without-reason", of="claims")
def suppression_without_its_reason(files: Files, random: Random) -> Made | None:
    ensure(files, "noqa")
    number = random.randrange(len(files.rows)) if files.rows else -1
    if number < 0:
        return None
    files.rows[number]["noqa"] = "uncited-claim"
    return claim(files, number)


@kind("cause-without-evidence", of="claims")
def cause_that_is_only_named(files: Files, random: Random) -> Made | None:
    if not files.rows:
        return None
    files.rows.append({"claim_id": "only-named", "cause": "Moonlight", "claim": "Moonlight is one of its causes."})
    return Made(("cause:Moonlight", "claim:only-named"))


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
