"""The blocks of a page -> an article: which are prose, and which its list of references."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence

from graph.model import FURTHER, Article, Problem, Reference
from graph.reading.articles import NO_PROSE, ArticleText, Cited, Listed, Passage, Run, joined_words
from graph.reading.articles.about_page import date_said
from graph.reading.articles.citing_notes import Note, read_notes
from graph.reading.articles.html_blocks import HtmlBlock, HtmlHeading, HtmlReading
from graph.reading.articles.html_citing import Citer, atoms_text
from graph.reading.articles.inline_citing import ONLY_CITING
from graph.reading.articles.linked_works import with_linked_works
from graph.reading.articles.listed_links import are_sources, is_source, links_in, with_addresses
from graph.reading.listed.lists import DATED
from graph.references.identifiers import is_web_address

LEADING_LABEL = re.compile(
    r"\s*(?:[\[(]?(\d{1,4})(?:[\])]\.?|\.|\s[-\u2013\u2014](?=\s))\s*(?=\D)|\[\s*([^\W\d][\w+:.-]{0,40})\s*\]\s*(?=\S))"
)
"""What an entry begins with that the text calls it by: "[3]", "3.", "[Kaza18]"."""

WITHOUT_LABEL = re.compile(r"\A(?:\[\s*\]|\^)\s*")
"""What is left of a label or a sign that leads back to the text."""

RIGHTS = re.compile(r"(?:\u00a9|copyright (?:\u00a9|\(c\))) ?[^.]{0,60}\b(?:1[89]|20)\d\d\b", re.IGNORECASE)
"""What stands below a page, and is neither prose nor a source: "\u00a9 2020 Elm"."""

MOST_ATOMS = 5
"""Among how many stretches of words that is looked for."""

MOST_OF_IT = 0.5

LINKS_ALONE = "the page has links to others and no sentence, as an index has"
TEMPLATE_ALONE = "the page is a template that a program fills in, and has no sentence of its own"


def article_of(name: str, reading: HtmlReading, problems: Sequence[Problem]) -> ArticleText:
    """The article that a page has."""
    reading.blocks = without_rights(reading.blocks, reading.left_out)
    listed_blocks, blocks = list_and_prose(reading)
    listed, labels = entries_of(listed_blocks)
    blocks = body_of(blocks, reading.left_out)
    cited, listed = cited_by_notes(listed_blocks, blocks, listed, labels)
    place_notes(blocks)
    blocks = [block for block in blocks if not block.inside.notes or cited.keys().isdisjoint(block.ids)]
    citer = Citer({name: label for name, label in labels.items() if name not in cited}, len(listed))
    notes = [block for block in blocks if block.inside.notes]
    citer.learn(block.atoms for block in blocks)
    citer.add_notes({each: citer.runs(block.atoms) for block in notes for each in block.ids})
    citer.notes |= cited
    apart: list[Cited] = []
    for block in reading.in_headings:
        for marker in citer.markers(block.atoms):
            message = f"'{marker.text}' stands in a heading, of which no claim is made"
            reading.problems.report(
                "unread-citation", marker.line, message, severity="info", unread=1, text=marker.text
            )
            apart += marker.cited
    title = title_of(reading)
    passages = tuple(passage for block in blocks if (passage := passage_of(block, citer, title)))
    if why := without_prose(passages, reading):
        reading.problems.report("unread-part", 1, why, severity="info")
    text = title.text if title else joined_words("".join(reading.page_title))
    said = (date_said(atoms_text(block.atoms)) for block in reading.blocks)
    date = reading.date or next(filter(None, said), "")
    references = tuple(written_in_bibtex(name, reading))
    return with_linked_works(
        ArticleText(
            file=name,
            about=Article(title=text, url=next(filter(is_web_address, reading.addresses), ""), date=date),
            passages=passages,
            listed=tuple(listed),
            references=references,
            bibliographies=tuple(dict.fromkeys(reading.bibliographies)),
            problems=(*problems, *reading.problems.problems),
            left_out=dict(+reading.left_out),
            apart=tuple(apart),
            comments=tuple(reading.comments),
        )
    )


def without_prose(passages: Sequence[Passage], reading: HtmlReading) -> str:
    """Why a page has no sentence, where it has links to others alone or is filled in; or an empty string."""
    if not all(each.kind in NO_PROSE or each.is_link for each in passages):
        return ""
    links = {run.address for each in passages for run in each.runs if isinstance(run, Run) and run.address}
    return TEMPLATE_ALONE if reading.is_template else LINKS_ALONE if len(links) > 1 else ""


def cited_by_notes(
    listed_blocks: Sequence[HtmlBlock], blocks: Sequence[HtmlBlock], listed: list[Listed], labels: Mapping[str, str]
) -> tuple[dict[str, tuple[Cited, ...]], list[Listed]]:
    """What notes cite, by the names that lead to them, and the list with the works that only they have.

    The notes are the list itself, of which what is short is no entry then, or they stand beside it.
    """
    if any(block.inside.notes for block in listed_blocks):
        notes, own, numbers = listed, [], labels
    elif any(atom.citing for block in blocks for atom in block.atoms):
        return {}, listed
    else:
        notes, numbers = entries_of([block for block in blocks if block.inside.notes and block.inside.entry])
        own = listed
    read = read_notes([Note(each.label, each.text, each.line, each.title) for each in notes], own)
    found = {name: read.cited[label] for name, label in numbers.items() if label in read.cited}
    remarks = [each for each in notes if each.label not in read.cited] if notes is listed else []
    return found, [*own, *remarks, *read.entries]


def written_in_bibtex(name: str, reading: HtmlReading) -> Iterator[Reference]:
    """The references that the page itself has in BibTeX, as those of Distill do."""
    for line, text in reading.bibtex:
        from graph.reading.bibtex import parse_references  # few pages have any

        references, problems = parse_references("\n" * (line - 1) + text, name)
        reading.problems.problems += problems
        yield from references.values()


def place_notes(blocks: Sequence[HtmlBlock]) -> None:
    """Notes stand under the heading that they are called under, without the signs that lead back there."""
    called = {atom.target: block.headings for block in reversed(blocks) for atom in block.atoms if atom.target}
    for block in blocks:
        if block.inside.notes:
            block.headings = next((called[each] for each in block.ids if each in called), block.headings)
            block.atoms = [atom for atom in block.atoms if not atom.target or any(map(str.isalnum, atom.text))]


def title_of(reading: HtmlReading) -> HtmlHeading | None:
    """The heading that is the article's title: the one that says so, else the only one of the first level."""
    first = [each for each in reading.all_headings if each.level == 1]
    named = [each for each in first if each.is_title]
    return named[0] if named else first[0] if len(first) == 1 else None


def passage_of(block: HtmlBlock, citer: Citer, title: HtmlHeading | None) -> Passage | None:
    """The passage that a block is; a note of citations stands where it is called."""
    runs = citer.runs(block.atoms)
    words = "".join(run.text for run in runs if isinstance(run, Run))
    has_marker = any(not isinstance(run, Run) for run in runs)
    if block.inside.notes and has_marker and ONLY_CITING.fullmatch(words):
        return None
    if not has_marker and not words.strip():
        return None
    headings = tuple(each.text for each in block.headings if each != title)
    return Passage(runs, headings, "note" if block.inside.notes else block.inside.kind)


def list_and_prose(reading: HtmlReading) -> tuple[list[HtmlBlock], list[HtmlBlock]]:
    """The blocks of the list of references, and the others.

    The list is what says that it is; else the lists with items that numbers in the text lead to; else notes, if most of
    them have a year and there is no other way to cite.
    """
    blocks = reading.blocks
    notes = [block for block in blocks if block.inside.notes and block.inside.entry]
    others = [block for block in blocks if not block.inside.notes]
    lists = lists_led_to(blocks)
    cites = any(atom.citing for block in blocks for atom in block.atoms)
    called = {each for block in blocks if block.inside.entry for each in block.ids}
    headed = without_other_lists([block for block in others if block.is_listed and not is_prose_of_list(block, called)])
    led_to = [block for block in others if block.inside.items in lists]
    listed = (
        (led_to if not any(block.inside.entry for block in headed) else headed)
        or headed
        or (notes if not cites and are_sources([*map(written_with_links, notes)]) else [])
    )
    chosen = {id(block) for block in listed}
    return listed, [block for block in blocks if id(block) not in chosen]


def without_other_lists(blocks: list[HtmlBlock]) -> list[HtmlBlock]:
    """The blocks of the list without those under a heading further down that are no sources, as beside the article."""
    below: defaultdict[tuple[HtmlHeading, ...], list[HtmlBlock]] = defaultdict(list)
    for block in blocks:
        below[block.below_list].append(block)
    others = {
        headings
        for headings, inside in below.items()
        if headings and sum(DATED.search(written_with_links(each)) is not None for each in inside) <= len(inside) / 2
    }
    return [block for block in blocks if block.below_list not in others]


def written_with_links(block: HtmlBlock) -> str:
    """The words of a block, and where its links lead."""
    return " ".join([atoms_text(block.atoms), *(address for _, address in links_in(block.atoms) if is_source(address))])


def is_prose_of_list(block: HtmlBlock, called: Collection[str]) -> bool:
    """Whether a block below the heading of the list is none of its entries, and leads to some: "For more, see [2]"."""
    return not block.inside.entry and any(atom.target in called for atom in block.atoms)


def lists_led_to(blocks: Sequence[HtmlBlock]) -> set[int]:
    """The lists that have an item which a number in the text leads to."""
    lists = {each: block.inside.items for block in blocks if block.inside.entry for each in block.ids}
    led_to = (
        lists.get(atom.target, 0) for block in blocks for atom in block.atoms if atom.text.strip("[]() ,;").isdecimal()
    )
    return {each for each in led_to if each}


def body_of(blocks: list[HtmlBlock], left_out: Counter[str]) -> list[HtmlBlock]:
    """The blocks of the article, where the page says which part of it that is, and most of its words are there."""
    letters: Counter[int] = Counter()
    for block in blocks:
        letters[block.inside.body] += sum(len(atom.text) for atom in block.atoms)
    body, most = max(letters.items(), key=lambda item: item[1], default=(0, 0))
    if not body or most <= letters.total() * MOST_OF_IT:
        return blocks
    kept = [block for block in blocks if block.inside.body == body or block.inside.notes]
    if len(kept) < len(blocks):
        left_out["passages of the page around the article"] += len(blocks) - len(kept)
    return kept


def without_rights(blocks: list[HtmlBlock], left_out: Counter[str]) -> list[HtmlBlock]:
    """The blocks without those that say whose the page is."""
    kept = [block for block in blocks if not RIGHTS.match(atoms_text(block.atoms[:MOST_ATOMS]))]
    left_out["menus, banners and the like"] += len(blocks) - len(kept)
    return kept


def entries_of(blocks: Sequence[HtmlBlock]) -> tuple[list[Listed], dict[str, str]]:
    """The entries of the list of references, and the label that each name in the page leads to."""
    if any(block.inside.entry for block in blocks):
        blocks = [block for block in blocks if block.inside.entry]
    listed: list[Listed] = []
    labels: dict[str, str] = {}
    taken: set[str] = set()
    for group in entry_groups(blocks):
        written = atoms_text(atom for block in group for atom in block.atoms)
        leading = LEADING_LABEL.match(written)
        ids = [each for block in group for each in block.ids]
        number = group[0].inside.number
        own = next((each.removeprefix("ref-") for each in ids if each.startswith("ref-") and not number), "")
        label = own or (leading[1] or leading[2] if leading else "") or number or str(len(listed) + 1)
        label = "" if label in taken else label
        taken.add(label)
        labels |= dict.fromkeys(ids, label)
        text = WITHOUT_LABEL.sub("", joined_words("".join(without_backlinks(group))))
        text = text[leading.end() :] if leading and text.startswith(leading.group()) else text
        group_name = FURTHER if group[0].further else ""
        text, title = with_addresses(text, [*links_in(atom for block in group for atom in block.atoms)])
        listed.append(Listed(label, text, group[0].atoms[0].line, group_name, title=title))
    return listed, labels


def entry_groups(blocks: Sequence[HtmlBlock]) -> Iterator[list[HtmlBlock]]:
    """The blocks of each entry."""
    group: list[HtmlBlock] = []
    for block in blocks:
        if group and not (block.inside.entry and block.inside.entry == group[0].inside.entry):
            yield group
            group = []
        group.append(block)
    if group:
        yield group


def without_backlinks(group: Sequence[HtmlBlock]) -> Iterator[str]:
    """The words of an entry without the signs that lead back to the text."""
    for block in group:
        yield from (atom.text for atom in block.atoms if not atom.target or len(atom.text.strip()) > len("a."))
        yield " "
