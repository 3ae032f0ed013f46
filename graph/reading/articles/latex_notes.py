"""The notes of an article in LaTeX that are citations, written out where no command cites."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from graph.reading.articles import Listed, Marker, Passage, Run, joined_words
from graph.reading.articles.citing_notes import MOST_OF_THEM, CitingNotes, Note, read_notes
from graph.reading.listed.entry import Entry, read_entry_text


def with_citing_notes(
    passages: Sequence[Passage],
    noted: Sequence[tuple[Marker, Passage, str]],
    listed: Sequence[Listed],
    *,
    is_asked: bool,
) -> tuple[tuple[Passage, ...], tuple[Listed, ...]]:
    """The passages with the calls of notes that cite as markers, without these notes; and the list with what they add.

    `noted` are the calls of notes, which are no markers yet, each with its note and how both are written. Where an
    article cites otherwise, or names a bibliography, none `is_asked`.
    """
    if not noted:
        return tuple(passages), tuple(listed)
    is_asked = is_asked and not any(isinstance(run, Marker) and run.cited for each in passages for run in each.runs)
    notes = [Note(str(number), words_of(note), call.line) for number, (call, note, _) in enumerate(noted, start=1)]
    read = read_notes(notes, listed) if is_asked else CitingNotes()
    if not are_written_out(read.entries):
        read = CitingNotes()
    calls = {
        id(call): replace(call, cited=read.cited[note.label], text=written)
        for (call, _, written), note in zip(noted, notes, strict=True)
        if note.label in read.cited
    }
    citing = {id(passage) for call, passage, _ in noted if id(call) in calls}
    kept = (each for each in passages if id(each) not in citing)
    return tuple(with_calls(kept, {id(call): calls.get(id(call)) for call, *_ in noted})), (*listed, *read.entries)


def are_written_out(entries: Sequence[Listed]) -> bool:
    """Whether most entries have people and a year: addresses in notes are where a manual leads, and no list."""
    read = (read_entry_text(Entry(each.line, lines=[each.text]), "")[0] for each in entries)
    return sum(bool(each.facts.names and each.year) for each in read) >= len(entries) * MOST_OF_THEM


def with_calls(passages: Iterable[Passage], calls: Mapping[int, Marker | None]) -> Iterator[Passage]:
    """The passages with markers in place of these calls, or nothing; what has no other words is left out."""
    for each in passages:
        if calls.keys().isdisjoint(map(id, each.runs)):
            yield each
            continue
        runs = tuple(found for run in each.runs if (found := calls.get(id(run), run)))
        if any(isinstance(run, Marker) or not run.text.isspace() for run in runs):
            yield replace(each, runs=runs)


def words_of(passage: Passage) -> str:
    """The words of a note on one line."""
    return joined_words("".join(run.text for run in passage.runs if isinstance(run, Run)))
