"""Faults in figures: in their columns, and beside what the text says."""

from __future__ import annotations

import re
from collections.abc import Callable
from random import Random

from faults.files import Files, Made
from faults.kinds import change_cell, change_row, claim, ensure, kind, some_rows, swapped

FIGURE_COLUMNS = ("measure", "value", "low", "high", "interval", "unit", "comparator_low", "comparator_high", "n")
IN_WORDS = r"(?:between |about |around |up to |as many as )?\d[\d.,]*(?: ?%?(?: to | and |\s?[-\u2013]\s?)\d[\d.,]*)?"
"""A figure, or a range, as a text states it; its unit follows."""


def with_figures(files: Files) -> list[int]:
    """The rows that have a figure."""
    return some_rows(files, "low", "unit")


def change_figures(files: Files, random: Random, change: Callable[[dict[str, str]], bool]) -> Made | None:
    """Change the figures of a row; `change` says whether it can."""
    return change_row(files, random, with_figures(files), change)


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


@kind("impossible-value", "contradicting-figure", of="claims")
def share_above_a_hundred(files: Files, random: Random) -> Made | None:
    def more(row: dict[str, str]) -> bool:
        row["low"], row["high"] = "130", ""
        return row["unit"] == "%"

    return change_figures(files, random, more)


@kind("impossible-value", "contradicting-figure", of="claims")
def share_of_one_for_one_of_a_hundred(files: Files, random: Random) -> Made | None:
    def divide(row: dict[str, str]) -> bool:
        if row["unit"] != "%" or float(row["low"]) < 1:
            return False
        row["low"], row["high"] = f"{float(row['low']) / 100:g}", ""
        return True

    return change_figures(files, random, divide)


@kind("contradicting-figure", "unstated-figure", of="claims")
def digits_swapped_in_a_column(files: Files, random: Random) -> Made | None:
    def swap(row: dict[str, str]) -> bool:
        digits = row.get("high") or row["low"]
        if len(digits) < 2 or digits[0] == digits[1] or digits[1] == "." or digits not in row["claim"]:
            return False
        row["high" if row.get("high") else "low"] = digits[1] + digits[0] + digits[2:]
        return True

    return change_figures(files, random, swap)


@kind("contradicting-figure", "unstated-figure", of="claims")
def half_of_a_range(files: Files, random: Random) -> Made | None:
    def halve(row: dict[str, str]) -> bool:
        is_range = bool(row.get("high"))
        row["high"] = ""
        return is_range

    return change_figures(files, random, halve)


@kind("contradicting-figure", "unstated-figure", of="claims")
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


@kind("more-studies-than-people", of="claims")
def more_studies_than_people(files: Files, random: Random) -> Made | None:
    ensure(files, "n", "n_studies")

    def swap(row: dict[str, str]) -> bool:
        row["n"], row["n_studies"] = "12", "1200"
        return True

    return change_figures(files, random, swap)


@kind("effect-not-shown", of="claims")
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


@kind("disagreeing-figures", of="claims")
def figures_that_disagree_with_another_claim(files: Files, random: Random) -> Made | None:
    told = [
        each for each in with_figures(files) if re.search(rf"\b{files.rows[each]['low']}\b", files.rows[each]["claim"])
    ]
    numbers = [each for each in told if files.rows[each].get("measure")]
    if not numbers:
        return None
    row = dict(files.rows[random.choice(numbers)])
    old, low, other = row["claim_id"], row["low"], f"{float(row['low']) + 31:g}"
    row |= {"claim_id": f"{old}-x", "low": other, "high": "", "claim": row["claim"].replace(low, other, 1)}
    files.rows.append(row)
    return Made((f"claim:{old}-x", f"claim:{old}"))


@kind("wide-range-no-context", of="claims")
def range_over_studies_that_are_not_counted(files: Files, random: Random) -> Made | None:
    def widen(row: dict[str, str]) -> bool:
        was_range = bool(row.get("high"))
        low = random.randint(2, 12)
        share = row["unit"] == "%"
        high = low + random.randint(25, 60) if share else low * random.randint(6, 20)
        row |= {"low": str(low), "high": str(high), "n": "", "n_studies": ""}
        row["claim"] = f"It is {low} to {high} {row['unit']}, depending on whom one asks."
        return not was_range

    return change_figures(files, random, widen)


@kind("unstated-figure", "contradicting-figure", of="claims")
def figure_left_out_of_the_text(files: Files, random: Random) -> Made | None:
    vague = random.choice(("a large share of", "many", "some", "quite a few", "a number of"))

    def leave_out(row: dict[str, str]) -> bool:
        old = row["claim"]
        row["claim"] = re.sub(
            rf"{IN_WORDS} ?(?:%|percent|per cent|times|min\b|minutes)", vague, old, flags=re.IGNORECASE
        )
        return row["claim"] != old and row["unit"] in {"%", "times", "min"}

    return change_figures(files, random, leave_out)


@kind("unstated-figure", "contradicting-figure", of="claims")
def figures_filled_in_one_row_too_low(files: Files, random: Random) -> Made | None:
    numbers = [
        each
        for each in with_figures(files)
        if each + 1 < len(files.rows) and not files.rows[each + 1].get("low") and files.rows[each]["unit"]
    ]
    if not numbers:
        return None
    number = random.choice(numbers)
    for column in FIGURE_COLUMNS:
        files.rows[number + 1][column] = files.rows[number].get(column, "")
        files.rows[number][column] = ""
    return claim(files, number + 1)


@kind("drafted-figures", of="claims")
def figures_of_a_draft_that_nobody_confirmed(files: Files, random: Random) -> Made | None:
    def leave(row: dict[str, str]) -> bool:
        row["figures"] = random.choice(("drafted", "Drafted", "drafted "))
        return True

    return change_figures(files, random, leave)
