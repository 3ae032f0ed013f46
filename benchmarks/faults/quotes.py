"""Faults in the table of source values: figures and quotes from sources."""

from __future__ import annotations

import re
from random import Random

from faults.figures import with_figures
from faults.files import Files, Made
from faults.kinds import claim, fixed, keys_in, kind, lower_first, plain_title

OPENINGS = ("We found that {}.", "Our results show that {}.", "In this sample, {}.", "{}.", "In contrast, {}.")
BETWEEN = (
    "All participants gave their consent, and nobody was paid for taking part.",
    "The funders had no part in the design or in the analysis of the data.",
    "Further work will have to look at this in larger groups and elsewhere.",
)
ELSEWHERE = (
    "Inflation expectations of households rose by half a point after the announcement of the central bank.",
    "The spiral arms of the galaxy were traced with observations of neutral hydrogen at 21 centimetres.",
    "Tenants in subsidised housing moved less often than owners of comparable flats in the suburbs.",
    "Steel beams with corroded webs failed under loads that the code of practice regards as safe.",
    "Grazing by sheep changed the composition of the meadow within four summers of the fence being removed.",
    "Pupils who read aloud to a dog twice weekly scored higher in comprehension than those who read alone.",
    "The verdict of the appellate court rests upon an older reading of the statute about fisheries.",
)
"""Sentences from papers of other fields."""

HANDED_ON = (
    ("{} has been reported before", ", although {}"),
    ("Previous studies have found that {}", ""),
    ("It is well known that {}", ""),
    ("{}, as has been shown in several cohorts", ""),
    ("Earlier work suggests that {}", ""),
    ("According to others, {}", ""),
    ("{} (Smith et al., 2009)", ""),
    ("{} [12, 14]", ""),
    ("{} [3]", ""),
    ("Smith and Jones (2009) found that {}", ""),
    ("{} (Miller 1998; Ohara & Lee 2003)", ""),
)
SUMMING_UP = re.compile(r"review|guideline|overview|update|meta-analysis|state of the art", re.IGNORECASE)


def with_source_quotes(files: Files) -> None:
    """Give each claim with a source that source's words, in which it says the same."""
    keys = {entry.key for entry in files.entries}
    for row in files.rows:
        cited = [key for key in keys_in(row.get("supports", "")) if key in keys]
        if cited:
            quote = fixed(row["claim_id"]).choice(OPENINGS).format(lower_first(row["claim"]))
            value = {"claim_id": row["claim_id"], "reference": cited[0], "source_quote": quote}
            files.values.append({**value, "measure": "", "low": "", "high": "", "unit": ""})


def with_source_texts(files: Files) -> None:
    """Give the quotes and the texts that they are from, a few words to a line."""
    with_source_quotes(files)
    titles = {entry.key: plain_title(entry) for entry in files.entries}
    for key in dict.fromkeys(value["reference"] for value in files.values):
        said = [value["source_quote"] for value in files.values if value["reference"] == key]
        between = fixed(key).choice(BETWEEN)
        files.texts[key] = "\n".join(
            re.findall(r".{1,70}(?:\s|$)", f"{titles[key]}. {between} {' '.join(said)} {between}")
        )


def one_value(files: Files, random: Random) -> dict[str, str] | None:
    """A row of the table of source values, if there are any."""
    return random.choice(files.values) if files.values else None


def of_value(value: dict[str, str]) -> Made:
    """A source value that was spoiled."""
    return Made((f"claim:{value['claim_id']}",))


@kind("source-quote-not-found", of="claims", prepare=with_source_texts)
def quote_of_a_source_with_a_slip(files: Files, random: Random) -> Made | None:
    value = one_value(files, random)
    if value is None:
        return None
    words = value["source_quote"].split()
    at = random.randrange(1, len(words) - 1)
    words[at : at + 1] = random.choice(([], [words[at], "hardly"], [f"{words[at]}s"], [words[at + 1], words[at]]))
    value["source_quote"] = " ".join(words)
    return of_value(value)


@kind("source-quote-not-found", of="claims", prepare=with_source_texts)
def quote_retold_from_memory(files: Files, random: Random) -> Made | None:
    value = one_value(files, random)
    if value is None:
        return None
    words = value["source_quote"].rstrip(".").split()
    half = len(words) // 2
    value["source_quote"] = f"{' '.join(words[half:])}, the authors say, {' '.join(words[:half])}."
    return of_value(value)


@kind("source-quote-not-found", of="claims", prepare=with_source_texts)
def quote_with_words_left_out_unmarked(files: Files, random: Random) -> Made | None:
    long = [each for each in files.values if len(each["source_quote"].split()) > 9]
    if not long:
        return None
    value = random.choice(long)
    words = value["source_quote"].split()
    at = random.randrange(2, len(words) - 5)
    value["source_quote"] = " ".join([*words[:at], *words[at + random.randint(2, 3) :]])
    return of_value(value)


@kind("source-quote-not-found", of="claims", prepare=with_source_texts)
def quote_of_another_source(files: Files, random: Random) -> Made | None:
    value = one_value(files, random)
    others = [each for each in files.values if value and each["reference"] != value["reference"]]
    if value is None or not others:
        return None
    value["source_quote"] = random.choice(others)["source_quote"]
    return of_value(value)


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


def quoting_figures(files: Files) -> list[dict[str, str]]:
    """The source values whose quotes have the figures of their claims."""
    low = {files.rows[each]["claim_id"]: files.rows[each]["low"] for each in with_figures(files)}
    return [
        each
        for each in files.values
        if each["claim_id"] in low and re.search(rf"\b{re.escape(low[each['claim_id']])}\b", each["source_quote"])
    ]


@kind("figure-not-in-quote", of="claims", prepare=with_source_quotes)
def quote_with_other_figures(files: Files, random: Random) -> Made | None:
    values = quoting_figures(files)
    if not values:
        return None
    value = random.choice(values)
    by = random.randint(3, 40)
    value["source_quote"] = re.sub(r"\d+", lambda number: str(int(number[0]) + by), value["source_quote"])
    return of_value(value)


@kind("figure-not-in-quote", of="claims", prepare=with_source_quotes)
def quote_of_the_sentence_before_the_figure(files: Files, random: Random) -> Made | None:
    values = quoting_figures(files)
    if not values:
        return None
    value = random.choice(values)
    value["source_quote"] = random.choice(BETWEEN)
    return of_value(value)


@kind("off-topic-quote", of="claims", prepare=with_source_quotes)
def quote_from_a_paper_of_another_field(files: Files, random: Random) -> Made | None:
    value = one_value(files, random)
    if value is None:
        return None
    value["source_quote"] = random.choice(ELSEWHERE)
    return of_value(value)


@kind("off-topic-quote", of="claims", prepare=with_source_quotes)
def quote_of_another_claim(files: Files, random: Random) -> Made | None:
    cause = {row["claim_id"]: row["cause"].partition(" > ")[0] for row in files.rows}
    value = one_value(files, random)
    others = [each for each in files.values if value and cause[each["claim_id"]] != cause[value["claim_id"]]]
    if value is None or not others:
        return None
    value["source_quote"] = random.choice(others)["source_quote"]
    return of_value(value)


@kind("quote-of-others", of="claims", prepare=with_source_quotes)
def quote_of_what_others_found(files: Files, random: Random) -> Made | None:
    summing_up = {entry.key for entry in files.entries if SUMMING_UP.search(" ".join(entry.fields.values()))}
    values = [each for each in files.values if each["reference"] not in summing_up]
    if not values:
        return None
    value = random.choice(values)
    before, behind = random.choice(HANDED_ON)
    text = lower_first(next(row["claim"] for row in files.rows if row["claim_id"] == value["claim_id"]))
    value["source_quote"] = f"{before.format(text)}{behind.format('not everywhere')}."
    return of_value(value)
