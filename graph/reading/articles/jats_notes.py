"""The notes of an article in JATS that are citations."""

from __future__ import annotations

from collections.abc import Sequence

from graph.model import Reference
from graph.reading.articles.citing_notes import CitingNotes, Note, read_notes
from graph.reading.articles.elements import Node


def citing_notes(article: Node, references: Sequence[Reference]) -> CitingNotes:
    """What the notes of an article cite, by their ids, if it cites in no other way; `references` are its list."""
    links = [each for each in article.all("xref") if each.get("rid")]
    if any(each.get("ref-type") == "bibr" for each in links):
        return CitingNotes()
    notes = {each.get("id"): each for each in article.all("fn")}
    called = dict.fromkeys(each.get("rid") for each in links if each.get("rid") in notes)
    labels = {name: name if references else str(number) for number, name in enumerate(called, start=1)}
    read = read_notes([Note(labels[name], text_of(notes[name]), notes[name].line) for name in called], (), references)
    read.cited = {name: read.cited[label] for name, label in labels.items() if label in read.cited}
    return read


def text_of(note: Node) -> str:
    """The words of a note, without the number that it is called by."""
    return " ".join(each.text for each in note.elements("p")) or note.text
