"""How large what is read may be."""

from __future__ import annotations

import os
from dataclasses import fields
from pathlib import Path

import pytest

from graph.model import File, UnusableError
from graph.reading import parse, read
from graph.reading.bibtex import read_bibtex
from graph.reading.joined_library import Library
from graph.reading.limits import USUAL_LIMITS, Limits, bytes_of

HEADER = "claim_id,cause,claim"
DOCUMENT = Path(__file__).parents[2] / "docs" / "format.md"


def said(references: str, claims: str = HEADER, **limits: int) -> list[tuple[str, int, int]]:
    """The problems of a reading within limits: the first words, the line, and how much was left out."""
    found = parse(references, claims, limits=Limits(**limits)).problems
    return [(each.message.partition(" from")[0], each.place.line, each.unread) for each in found]


def test_a_file_that_is_too_large_is_refused_before_it_is_read(tmp_path: Path) -> None:
    path = tmp_path / "large.bib"
    with path.open("wb") as file:
        file.truncate(10**12)  # as sparse as a file can be: reading it would take all memory
    with pytest.raises(UnusableError, match="more than 250,000,000 bytes; split it, or set 'file' under"):
        read(path, path)


def test_a_file_as_large_as_the_limit_is_read(tmp_path: Path) -> None:
    (tmp_path / "some.bib").write_bytes(b"@misc{a}")
    assert bytes_of(tmp_path / "some.bib", Limits(file=8)) == b"@misc{a}"
    with pytest.raises(UnusableError):
        bytes_of(tmp_path / "some.bib", Limits(file=7))


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="Windows has no pipes with a name")
def test_a_pipe_is_read_up_to_the_limit() -> None:
    end, start = os.pipe()
    os.write(start, b"@misc{abc}")
    os.close(start)
    with pytest.raises(UnusableError):
        bytes_of(f"/dev/fd/{end}", Limits(file=3))
    os.close(end)


def test_what_is_in_memory_is_refused_alike() -> None:
    large = File("large.bib", b"@misc{a}")
    with pytest.raises(UnusableError, match=r"^large\.bib: is not read"):
        read(large, File("c.csv", b""), limits=Limits(file=3))
    with pytest.raises(UnusableError, match=r"^references\.bib: is not read"):
        parse("@misc{a}", "", limits=Limits(file=3))


def test_entries_beyond_the_limit_are_left_out_and_counted() -> None:
    text = "@misc{a}\n@misc{b, note = {@}}\n@misc{c}\n@misc{d}"
    assert said(text, entries=2) == [("2 entries", 3, 2)]
    assert said(text, entries=4) == []


def test_entries_are_counted_before_anything_is_made_of_them(monkeypatch: pytest.MonkeyPatch) -> None:
    seen: list[str] = []
    monkeypatch.setattr("graph.reading.bibtex.split", lambda text: iter(seen.append(text) or ()))  # type: ignore[func-returns-value] # it notes what it is given
    read_bibtex("@misc{a}@misc{b}", Library("r.bib", limits=Limits(entries=1)))
    assert seen == ["@misc{a}"]


def test_the_entries_of_other_libraries_have_the_same_limit() -> None:
    text = '[{"id": "a", "title": "A"}, {"id": "b", "title": "B"}]'
    assert [each[2] for each in said(text, entries=1)] == [1]


def test_rows_beyond_the_limit_are_left_out_and_counted() -> None:
    rows = "".join(f"\n{key},X,It is so." for key in "abcd")
    assert said("@misc{a}", HEADER + rows, entries=2) == [("2 rows", 4, 2)]
    assert said("@misc{a}", HEADER + rows, entries=4) == []


def test_fields_beyond_the_limit_are_left_out() -> None:
    entry = "@misc{a, title = {T}, note = {N}, year = 2001, month = 1}"
    assert said(entry, fields=3) == [
        ("1 field of entry 'a' left out, as it has more than 3; remove them, or set 'fields' under [limits]", 1, 0)
    ]


def test_columns_beyond_the_limit_are_left_out() -> None:
    evidence = parse("@misc{a}", f"{HEADER},x,y\na,b,c,d,e", limits=Limits(fields=4))
    assert dict(evidence.claims["a"].extra) == {"x": "d"}
    assert [each.message.partition(" left")[0] for each in evidence.problems] == ["1 column"]


def test_a_depth_may_be_asked_for() -> None:
    assert parse("@misc{a, title = {{{T}}}}", HEADER, limits=Limits(depth=1)).references["a"].title == "{{T}}"


def test_the_document_has_the_limits_as_they_are() -> None:
    text = DOCUMENT.read_text(encoding="utf-8")
    assert [
        each.name
        for each in fields(USUAL_LIMITS)
        if f"| `{each.name}` | {getattr(USUAL_LIMITS, each.name):,} " not in text
    ] == []
