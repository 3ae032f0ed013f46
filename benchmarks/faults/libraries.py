"""Faults in how bibliographies are saved and joined, and what a list of the user's says of references."""

from __future__ import annotations

import json
import re
from random import Random

from faults.files import Entry, Files, Made
from faults.kinds import change_cell, change_field, having, kind, one_of, plain_title, reference

OLD_PROGRAMS = ("cp1252", "latin-1", "utf-16", "utf-8-sig")
CONTROLS = ("\N{REPLACEMENT CHARACTER}", "\x0b", "\x1f", "\x00")


@kind("encoding", of="references")
def bibliography_saved_by_an_old_program(files: Files, random: Random) -> Made | None:
    made = change_field(files, random, "title", lambda title: re.sub(r"(?<=[a-z])e(?=[a-z])", "\xe9", title, count=1))
    files.saved_as["references.bib"] = random.choice(OLD_PROGRAMS)
    return made and Made(made.subjects, files=("references.bib",))


@kind("encoding", of="claims")
def table_saved_by_a_spreadsheet(files: Files, random: Random) -> Made | None:
    made = change_cell(files, random, "claim", lambda text: re.sub(r"(?<=[a-z])o(?=[a-z])", "\xf6", text, count=1))
    files.saved_as["claims.csv"] = random.choice(OLD_PROGRAMS)
    return made and Made(made.subjects, files=("claims.csv",))


@kind("encoding", of="references")
def letter_lost_for_good(files: Files, random: Random) -> Made | None:
    put = random.choice(CONTROLS)
    return change_field(files, random, "title", lambda title: re.sub(r"(?<=[a-z])[aou](?=[a-z])", put, title, count=1))


def people(entry: Entry) -> list[str]:
    """The authors of an entry, as "Family, Given"."""
    return re.sub(r"[{}\\]", "", entry.fields.get("author", "")).split(" and ")


def in_vancouver(number: int, entry: Entry) -> str:
    """A reference as medical journals list it."""
    names = ", ".join(name.replace(",", "") for name in people(entry)[:3])
    return f"{number}. {names}. {plain_title(entry)}. {entry.fields.get('journal', 'Press')}. {entry.fields['year']}."


def in_brackets(number: int, entry: Entry) -> str:
    """A reference as journals of computing list it."""
    names, year = " and ".join(people(entry)[:3]), entry.fields["year"]
    journal = entry.fields.get("journal", "Press")
    return f'[{number}] {names}, "{plain_title(entry)}," {journal}, {year}.'


def by_name_and_year(number: int, entry: Entry) -> str:
    """A reference as psychologists list it."""
    return f"{'; '.join(people(entry)[:3])} ({entry.fields['year']}). {plain_title(entry)}."


@kind("read-from-text", of="references")
def list_of_an_article_for_a_library(files: Files, random: Random) -> Made | None:
    entries = having(files, "author", "title", "year")
    if len(entries) < 3:
        return None
    style = random.choice((in_vancouver, in_brackets, by_name_and_year))
    lines = [style(number, later(entry)) for number, entry in enumerate(random.sample(entries, 3), start=1)]
    heading = random.choice(("References", "Bibliography", "Literature"))
    files.more["list.txt"] = "\n".join((heading, "", *lines, ""))
    return Made(words=tuple(lines))


def later(entry: Entry) -> Entry:
    """Another work by the same people on the same subject, which the bibliography lacks."""
    year = re.sub(r"\d{4}", lambda year: str(int(year[0]) + 2), entry.fields["year"])
    return Entry(entry.type, "", {**entry.fields, "title": f"What became of {plain_title(entry)}", "year": year})


def as_ris(entry: Entry) -> str:
    """An entry as a reference manager exports it."""
    fields = entry.fields
    tags = [("TY", "JOUR"), ("TI", plain_title(entry)), *(("AU", name) for name in people(entry))]
    tags += [("PY", fields.get("year", "")), ("DO", fields.get("doi", "")), ("JO", fields.get("journal", ""))]
    return "".join(f"{tag}  - {text}\n" for tag, text in tags if text) + "ER  - \n"


def as_csl(entry: Entry) -> str:
    """An entry as a citation service returns it."""
    fields = entry.fields
    item = {
        "id": f"{entry.key}-1",
        "type": "article-journal",
        "title": plain_title(entry),
        "DOI": fields.get("doi", ""),
    }
    year = re.search(r"\d{4}", fields.get("year", ""))
    item |= {"issued": {"date-parts": [[int(year[0])]]}} if year else {}
    names = [name.partition(", ") for name in people(entry)]
    return json.dumps([{**item, "author": [{"family": family, "given": given} for family, _, given in names]}])


@kind("repeated-work", of="references")
def entry_again_in_a_second_library(files: Files, random: Random) -> Made | None:
    entry = one_of([each for each in having(files, "doi", "title", "author") if "10." in each.fields["doi"]], random)
    if entry is None:
        return None
    again = Entry(entry.type, f"{entry.key}-again", dict(entry.fields))
    doi = entry.fields["doi"].replace("\\", "")
    again.fields["doi"] = random.choice((doi, doi.upper(), f"https://doi.org/{doi}"))
    again.fields["title"] = random.choice((plain_title(entry), plain_title(entry).title(), plain_title(entry).upper()))
    name, text = random.choice((("more.ris", as_ris(again)), ("more.json", as_csl(again)), ("more.bib", again.text())))
    files.more[name] = text
    return Made((f"reference:{entry.key}",), words=tuple(text.split("\n")[:1]))


def retyped(name: str, random: Random) -> str:
    """The title of a journal as a person would type it into a list."""
    name = re.sub(r"[{}\\]", "", name)
    with_and = name.replace("&", "and") if "&" in name else name.replace(" and ", " & ")
    with_stops = re.sub(r"\b([A-Z][a-z]{2,4})(?= )", r"\1.", name)
    return random.choice(
        (name, name.upper(), name.lower(), with_and, f"The {name}", with_stops, f"  {name}  # doubtful")
    )


@kind("listed-journal", of="references")
def journal_on_the_list_of_journals(files: Files, random: Random) -> Made | None:
    entry = one_of(having(files, "title", "journal"), random)
    if entry is None:
        return None
    files.journals = f"Annals of Nothing\n{retyped(entry.fields['journal'], random)}\n1234-5679\n"
    same = [each for each in having(files, "journal") if each.fields["journal"] == entry.fields["journal"]]
    return Made(tuple(f"reference:{each.key}" for each in same))


@kind("listed-journal", of="references")
def journal_on_the_list_by_its_issn(files: Files, random: Random) -> Made | None:
    entry = one_of(having(files, "title", "journal"), random)
    if entry is None:
        return None
    own, listed = random.choice(
        (("1550-9389", "15509389"), ("15509389", "1550-9389"), ("1550-9389 (print)", "1550-9389"))
    )
    entry.fields["issn"] = random.choice((own, f"{own}, 1550-9397"))
    files.journals = f"Annals of Nothing\n{listed}\n"
    return reference(entry)
