"""Faults in an article that stands in the place of the table: markers that lead nowhere, parts that are not there."""

from __future__ import annotations

import re
from html import escape
from random import Random

from faults.article import with_article
from faults.files import Entry, Files, Made
from faults.kinds import keys_in, kind, plain_title

MARKER = re.compile(r"\[@([^\]]+)\]")


def as_text(entry: Entry) -> str:
    """A reference as the list of an article shows it."""
    author = re.sub(r"[{}\\]", "", entry.fields.get("author", "Anonymous")).replace(" and ", "; ")
    year = entry.fields.get("year", "2010")
    return f"{author}. {plain_title(entry)}. {entry.fields.get('journal', 'Press')}. {year}."


def numbered(files: Files) -> None:
    """Write the article in Markdown with numbers for markers and the list at its end, and drop table and library."""
    with_article(files)
    numbers = {entry.key: str(number) for number, entry in enumerate(files.entries, start=1)}

    def as_number(marker: re.Match[str]) -> str:
        return f"[{', '.join(numbers.get(key, '1') for key in marker[1].split('; @'))}]"

    text = MARKER.sub(as_number, files.article)
    listed = "\n".join(f"{numbers[entry.key]}. {as_text(entry)}" for entry in files.entries)
    in_place_of_both(files, "paper.md", f"{text}\n\n# References\n\n{listed}\n")


def in_latex(files: Files) -> None:
    """Write the article in LaTeX, and drop the table."""
    with_article(files)
    text = MARKER.sub(lambda marker: f"\\cite{{{marker[1].replace('; @', ',')}}}", files.article.replace("%", r"\%"))
    text = re.sub(r"^# (.*)$", r"\\section{\1}", text.replace("&", r"\&").replace("_", r"\_"), flags=re.MULTILINE)
    in_place_of_table(
        files, "paper.tex", f"\\documentclass{{article}}\n\\begin{{document}}\n{text}\n\\end{{document}}\n"
    )


def in_jats(files: Files) -> None:
    """Write the article in JATS, and drop table and library."""
    numbers = {entry.key: number for number, entry in enumerate(files.entries, start=1)}
    paragraphs = "\n".join(
        f"<p>{escape(row['claim'].rstrip('.'))}{''.join(as_link(numbers[key]) for key in cited(row, numbers))}.</p>"
        for row in files.rows
    )
    listed = "\n".join(
        f'<ref id="b{numbers[entry.key]}"><mixed-citation>{escape(as_text(entry))}</mixed-citation></ref>'
        for entry in files.entries
    )
    body = f"<body><sec><title>All of it</title>\n{paragraphs}\n</sec></body>"
    back = f"<back><ref-list><title>References</title>\n{listed}\n</ref-list></back>"
    in_place_of_both(files, "paper.xml", f"<article>\n{body}\n{back}\n</article>\n")


def in_wikitext(files: Files) -> None:
    """Write the article in wikitext, and drop table and library."""
    entries = {entry.key: entry for entry in files.entries}
    paragraphs = [
        row["claim"].rstrip(".") + "." + "".join(f"<ref>{as_text(entries[key])}</ref>" for key in cited(row, entries))
        for row in files.rows
    ]
    text = "\n\n".join(paragraphs)
    in_place_of_both(files, "paper.wiki", f"== All of it ==\n\n{text}\n\n== References ==\n{{{{Reflist}}}}\n")


def cited(row: dict[str, str], known: dict[str, int] | dict[str, Entry]) -> list[str]:
    """The keys that a row cites and that are known."""
    return [key for key in keys_in(row.get("supports", "")) if key in known]


def as_link(number: int) -> str:
    """A marker of JATS."""
    return f' <xref ref-type="bibr" rid="b{number}">{number}</xref>'


def in_place_of_table(files: Files, name: str, text: str) -> None:
    """Read an article in the place of the table."""
    files.manuscript, files.more[name], files.article = name, text, ""


def in_place_of_both(files: Files, name: str, text: str) -> None:
    """Read an article, which has a list of its own, in the place of table and library."""
    in_place_of_table(files, name, text)
    files.entries = []


def change_line(files: Files, random: Random, pattern: str, put: str) -> Made | None:
    """Put something in the place of the first of such words in one of the article's lines that have them."""
    lines = files.more[files.manuscript].split("\n")
    numbers = [number for number, line in enumerate(lines) if re.search(pattern, line)]
    if not numbers:
        return None
    number = random.choice(numbers)
    lines[number] = re.sub(pattern, put, lines[number], count=1)
    files.more[files.manuscript] = "\n".join(lines)
    return Made(words=(lines[number],))


def listed(files: Files) -> int:
    """How many references the article's own list has."""
    return len(re.findall(r"^\d+\. ", files.more[files.manuscript], re.MULTILINE))


@kind("unread-citation", of="claims", prepare=numbered)
def range_of_markers_the_wrong_way_round(files: Files, random: Random) -> Made | None:
    first = random.randint(2, listed(files) - 1)
    return change_line(files, random, r"\[\d[^\]]*\](?=\.)", f"[{first + 1}-{random.randint(1, first - 1)}]")


@kind("unread-citation", "unknown-reference", of="claims", prepare=numbered)
def number_that_the_list_lacks(files: Files, random: Random) -> Made | None:
    last = listed(files)
    put = random.choice((f"[{last + random.randint(1, 9)}]", f"[{last - 1}-{last + 4}]", f"[1, {last + 2}]"))
    return change_line(files, random, r"\[\d[^\]]*\](?=\.)", put)


@kind("unread-citation", of="claims", prepare=in_wikitext)
def note_never_closed(files: Files, random: Random) -> Made | None:
    return change_line(files, random, r"</ref>", random.choice(("", "<ref>", "<\\/reff>")))


@kind("unread-citation", "unknown-reference", of="claims", prepare=in_jats)
def link_to_the_list_without_its_target(files: Files, random: Random) -> Made | None:
    put = random.choice((' <xref ref-type="bibr">\\2</xref>', ' <xref ref-type="bibr" rid="">[\\2]</xref>'))
    return change_line(files, random, r' <xref ref-type="bibr" rid="(\w+)">(\d+)</xref>', put.replace("\\2", "?"))


@kind("unread-part", of="claims", prepare=in_latex)
def part_of_the_article_not_there(files: Files, random: Random) -> Made | None:
    name = random.choice(("chapters/results", "results.tex", "../common/discussion", "methods"))
    command = random.choice(("input", "include", "subfile"))
    made = change_line(files, random, r"$(?<=\.)", rf"\n\n\\{command}{{{name}}}\n")
    return made and Made(words=(f"\\{command}{{{name}}}",))


@kind("unread-part", of="claims", prepare=in_jats)
def download_torn_in_the_middle(files: Files, random: Random) -> Made | None:
    text = files.more[files.manuscript]
    torn = text[: random.randrange(len(text) // 4, len(text) - 40)]
    files.more[files.manuscript] = torn
    return Made(words=(torn.rpartition("\n")[2],) if torn.rpartition("\n")[2] else ("",))


@kind("unread-part", of="claims", prepare=in_jats)
def ampersand_typed_into_xml(files: Files, random: Random) -> Made | None:
    return change_line(files, random, r"(?<=<p>)", random.choice(("Q&A: ", "p < 0.05: ", "R&D, ")))
