"""Faults of bibliographies."""

from __future__ import annotations

import re
from collections.abc import Callable
from copy import deepcopy
from random import Random

from faults.files import Entry, Files, Made
from faults.kinds import change_field, having, kind, one_of, reference, swapped, without_numbers
from graph.model import STANCES


@kind("missing-title", of="references")
def title_lost(files: Files, random: Random) -> Made | None:
    entry = one_of(having(files, "title"), random)
    if entry is None:
        return None
    del entry.fields["title"]
    return reference(entry)


@kind("missing-author", of="references")
def authors_lost(files: Files, random: Random) -> Made | None:
    people = ("author", "editor", "organization", "institution", "collaboration")
    entry = one_of(having(files, "author"), random)
    if entry is None:
        return None
    for name in people:
        entry.fields.pop(name, None)
    return reference(entry)


@kind("missing-year", of="references")
def year_lost(files: Files, random: Random) -> Made | None:
    entry = one_of([each for each in having(files, "year") if "urldate" not in each.fields], random)
    if entry is None:
        return None
    entry.fields.pop("year")
    entry.fields.pop("date", None)
    return reference(entry)


@kind("no-identifier", of="references")
def identifiers_lost(files: Files, random: Random) -> Made | None:
    entry = one_of(having(files, "doi"), random)
    if entry is None:
        return None
    for name in ("doi", "pmid", "pmcid", "isbn", "eprint", "url"):
        entry.fields.pop(name, None)
    return reference(entry)


@kind("malformed-doi", of="references")
def doi_without_its_beginning(files: Files, random: Random) -> Made | None:
    return change_field(files, random, "doi", lambda doi: re.sub(r"^10\.", "", doi))


@kind("malformed-doi", of="references")
def doi_as_an_address(files: Files, random: Random) -> Made | None:
    return change_field(files, random, "doi", lambda doi: f"https://doi.org/{doi}")


@kind("malformed-doi", of="references")
def doi_with_a_full_stop_after_it(files: Files, random: Random) -> Made | None:
    return change_field(files, random, "doi", lambda doi: f"{doi}.")


@kind("duplicate-doi", of="references")
def doi_copied_into_another_entry(files: Files, random: Random) -> Made | None:
    with_doi, titled = having(files, "doi", "title"), having(files, "title", "author")
    if not with_doi or len(titled) < 2:
        return None
    source = random.choice(with_doi)
    other = one_of(
        [each for each in titled if each.key != source.key and each.fields["author"] != source.fields.get("author")],
        random,
    )
    if other is None:
        return None
    other.fields["doi"] = source.fields["doi"]
    return Made((f"reference:{source.key}", f"reference:{other.key}"))


@kind("duplicate-doi", of="references")
def entry_twice_under_two_keys(files: Files, random: Random) -> Made | None:
    entry = one_of(having(files, "doi", "title"), random)
    if entry is None:
        return None
    files.entries.append(Entry(entry.type, f"{entry.key}-again", dict(entry.fields)))
    return Made((f"reference:{entry.key}", f"reference:{entry.key}-again"))


def twin(files: Files, random: Random, change: Callable[[dict[str, str]], None]) -> Made | None:
    """Enter a reference again under another key, with other fields."""
    long = [each for each in having(files, "title", "author", "year") if len(each.fields["title"].split()) > 6]
    entry = one_of([each for each in long if re.fullmatch(r"\d{4}", each.fields["year"])], random)
    if entry is None:
        return None
    fields = dict(entry.fields)
    change(fields)
    files.entries.append(Entry(entry.type, f"{entry.key}-again", fields))
    return Made((f"reference:{entry.key}", f"reference:{entry.key}-again"))


@kind("near-duplicate", of="references")
def entry_twice_without_its_doi(files: Files, random: Random) -> Made | None:
    return twin(files, random, without_numbers)


@kind("near-duplicate", of="references")
def preprint_beside_its_article(files: Files, random: Random) -> Made | None:
    def as_preprint(fields: dict[str, str]) -> None:
        without_numbers(fields)
        fields |= {"doi": "10.1101/2019.12.11.123456", "journal": "bioRxiv", "year": str(int(fields["year"]) - 1)}

    return twin(files, random, as_preprint)


@kind("near-duplicate", of="references")
def entry_twice_without_its_subtitle(files: Files, random: Random) -> Made | None:
    subtitled = [
        each for each in having(files, "title", "author", "year") if re.match(r"(\S+ ){3,}\S+: ", each.fields["title"])
    ]
    entry = one_of(subtitled, random)
    if entry is None:
        return None
    fields = dict(entry.fields)
    without_numbers(fields)
    fields["title"] = fields["title"].partition(": ")[0]
    files.entries.append(Entry(entry.type, f"{entry.key}-again", fields))
    return Made((f"reference:{entry.key}", f"reference:{entry.key}-again"))


@kind("near-duplicate", of="references")
def entry_twice_with_a_slip_in_the_name(files: Files, random: Random) -> Made | None:
    def slip(fields: dict[str, str]) -> None:
        without_numbers(fields)
        fields["author"] = (
            swapped(fields["author"].partition(",")[0], random) + "," + fields["author"].partition(",")[2]
        )

    return twin(files, random, slip)


@kind("duplicate-key", of="references")
def key_used_for_another_entry(files: Files, random: Random) -> Made | None:
    if len(files.entries) < 2:
        return None
    one, other = random.sample(range(len(files.entries)), 2)
    lost = files.entries[other].key
    files.entries[other].key = files.entries[one].key
    return Made((f"reference:{files.entries[one].key}", f"reference:{lost}"), (one, other))


@kind("duplicate-key", of="references")
def entry_copied_twice(files: Files, random: Random) -> Made | None:
    entry = one_of(files.entries, random)
    if entry is None:
        return None
    files.entries.append(deepcopy(entry))
    return Made((f"reference:{entry.key}",), (len(files.entries) - 1,))


@kind("unparsed-entry", of="references")
def brace_lost(files: Files, random: Random) -> Made | None:
    entry = one_of(having(files, "title"), random)
    if entry is None:
        return None
    entry.raw = entry.text().replace("},\n", ",\n", 1)
    return reference(entry)


@kind("unparsed-entry", of="references")
def comma_lost_between_fields(files: Files, random: Random) -> Made | None:
    entry = one_of([each for each in files.entries if len(each.fields) > 2], random)
    if entry is None:
        return None
    entry.raw = entry.text().replace("},\n", "}\n", 1)
    return reference(entry)


@kind("future-year", "impossible-year", "year-disagrees", of="references")
def year_far_ahead(files: Files, random: Random) -> Made | None:
    return change_field(files, random, "year", lambda year: re.sub(r"^(19|20)(\d\d)$", r"21\2", year))


@kind("impossible-year", "future-year", of="references")
def year_with_a_digit_too_many(files: Files, random: Random) -> Made | None:
    return change_field(files, random, "year", lambda year: re.sub(r"^(\d{3})(\d)$", r"\1\2\2", year))


@kind("reversed-pages", of="references")
def pages_reversed(files: Files, random: Random) -> Made | None:
    def reverse(pages: str) -> str:
        ends = re.fullmatch(r"(\d+)-+(\d+)", pages)
        return f"{ends[2]}--{ends[1]}" if ends and len(ends[1]) == len(ends[2]) and ends[1] != ends[2] else pages

    return change_field(files, random, "pages", reverse)


@kind("wrong-check-digit", of="references")
def isbn_with_a_slip(files: Files, random: Random) -> Made | None:
    entry = one_of(having(files, "title"), random)
    if entry is None:
        return None
    entry.fields["isbn"] = "978-0-306-40615-8"
    return reference(entry)


@kind("wrong-check-digit", of="references")
def issn_with_a_slip(files: Files, random: Random) -> Made | None:
    entry = one_of(having(files, "title"), random)
    if entry is None:
        return None
    entry.fields["issn"] = "0378-5954"
    return reference(entry)


@kind("garbled-text", "encoding", of="references")
def letters_read_in_another_encoding(files: Files, random: Random) -> Made | None:
    return change_field(files, random, "title", lambda title: re.sub(r"(?<=[a-z])e(?=[a-z])", "Ã©", title, count=1))


@kind("garbled-text", "encoding", of="references")
def letter_replaced_by_a_question_mark(files: Files, random: Random) -> Made | None:
    return change_field(
        files, random, "title", lambda title: re.sub(r"(?<=[a-z])[aeou](?=[a-z]{2})", "?", title, count=1)
    )


@kind("garbled-text", "encoding", of="references")
def entity_of_html_in_a_title(files: Files, random: Random) -> Made | None:
    return change_field(files, random, "title", lambda title: title.replace(" and ", r" \&amp; ", 1))


@kind("joined-authors", of="references")
def authors_joined_with_semicolons(files: Files, random: Random) -> Made | None:
    return change_field(
        files, random, "author", lambda names: names.replace(" and ", "; ") if names.count(" and ") > 1 else names
    )


@kind("retracted-by-title", of="references")
def title_says_retracted(files: Files, random: Random) -> Made | None:
    return change_field(files, random, "title", lambda title: f"RETRACTED: {title}")


@kind("retracted-by-title", of="references")
def title_is_a_notice_of_retraction(files: Files, random: Random) -> Made | None:
    return change_field(files, random, "title", lambda title: f"Retraction notice to: {title}")


@kind("retracted", of="references")
def reference_on_the_list_of_retractions(files: Files, random: Random) -> Made | None:
    entry = one_of([each for each in having(files, "doi") if each.fields["doi"].startswith("10.")], random)
    if entry is None:
        return None
    doi = entry.fields["doi"].replace("\\", "")
    files.retractions = (
        "OriginalPaperDOI,OriginalPaperPubMedID,RetractionDate,RetractionNature,Reason\n"
        f"{doi},0,7/31/2021 0:00,Retraction,+Error in Data;\n"
    )
    return reference(entry)


@kind("glued-import", of="references")
def journal_glued_to_the_title(files: Files, random: Random) -> Made | None:
    entry = one_of([each for each in having(files, "title", "journal") if each.fields["title"][-1:].islower()], random)
    if entry is None:
        return None
    entry.fields["title"] += entry.fields["journal"]
    return reference(entry)


@kind("unsafe-url", of="references")
def address_that_runs(files: Files, random: Random) -> Made | None:
    entry = one_of(files.entries, random)
    if entry is None:
        return None
    entry.fields["url"] = "javascript:alert(1)"
    return reference(entry)


@kind("counted-up-doi", of="references")
def dois_counted_up(files: Files, random: Random) -> Made | None:
    entries = having(files, "doi", "title", "journal")
    if len(entries) < 4:
        return None
    start = random.randrange(len(entries) - 3)
    stem, last = re.fullmatch(r"(.*?)(\d*)", entries[start].fields["doi"]).groups() if entries else ("", "")  # type: ignore[union-attr]
    for step, entry in enumerate(entries[start : start + 4]):
        entry.fields["doi"] = f"{stem}{int(last or 1) + step}"
    return Made(tuple(f"reference:{entry.key}" for entry in entries[start : start + 4]))


@kind("unknown-design", of="references")
def design_that_is_none(files: Files, random: Random) -> Made | None:
    cited = {key for row in files.rows for key in re.findall(r"[^;()\s]+", row.get("supports", ""))}
    entry = one_of([each for each in files.entries if each.key in cited and each.type == "article"], random)
    if entry is None:
        return None
    entry.fields["design"] = "randomised-trail"
    return reference(entry)


@kind("web-source-undated", of="references")
def page_of_the_web_without_a_date(files: Files, random: Random) -> Made | None:
    files.entries.append(
        Entry(
            "online",
            "webpage-of-today",
            {"title": "Coffee and sleep", "author": "Drake, C", "url": "https://example.org"},
        )
    )
    return Made(("reference:webpage-of-today",))


@kind("unused-reference", of="references")
def reference_that_nothing_uses(files: Files, random: Random) -> Made | None:
    used = {key for row in files.rows for stance in STANCES for key in re.findall(r"[^;()\s]+", row.get(stance, ""))}
    entry = one_of([each for each in files.entries if each.key in used], random)
    if entry is None or not used:
        return None
    fields = {
        **entry.fields,
        "title": "Tides and the sleep of fishermen in the North Atlantic",
        "author": "Olafsson, Q",
    }
    without_numbers(fields)
    files.entries.append(Entry(entry.type, "nobody-cites-this", fields))
    return Made(("reference:nobody-cites-this",))


@kind("year-disagrees", of="references")
def year_other_than_in_its_doi(files: Files, random: Random) -> Made | None:
    dated = [each for each in having(files, "doi", "year") if each.fields["year"] in each.fields["doi"]]
    entry = one_of([each for each in dated if re.fullmatch(r"\d{4}", each.fields["year"])], random)
    if entry is None:
        return None
    year = entry.fields["year"]
    slips = [f"{year[:2]}{year[3]}{year[2]}", f"{year[:3]}{random.randint(0, 9)}", str(int(year) - 10)]
    entry.fields["year"] = random.choice([each for each in slips if each != year])
    return reference(entry)


@kind("truncated-authors", "joined-authors", of="references")
def authors_cut(files: Files, random: Random) -> Made | None:
    several = [each for each in having(files, "author") if each.fields["author"].count(" and ") > 1]
    entry = one_of([each for each in several if "others" not in each.fields["author"]], random)
    if entry is None:
        return None
    names = entry.fields["author"].split(" and ")
    kept = " and ".join(names[: random.randint(1, len(names) - 2)])
    ends = (
        " and others",
        ", et al.",
        " et al",
        " and et al.",
        " and et. al",
        " and others.",
        " and {others}",
        " et alii",
    )
    entry.fields["author"] = kept + random.choice(ends)
    return reference(entry)
