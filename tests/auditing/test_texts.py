"""The sources' own texts: which file is whose, what is in it, and whether quotes are."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from graph.auditing import texts
from graph.auditing.engine import audit
from graph.auditing.given import Given
from graph.auditing.report import summary
from graph.auditing.texts import QUOTE_STATES, holds, looked_up, read_texts
from graph.model import Evidence
from graph.reading import parse
from graph.texts.quotes import read_article

SENTENCE = "Caffeine reduced sleep by more than 1 hour."


def evidence(*keys: str, quote: str = SENTENCE, more: str = "") -> Evidence:
    entries = "\n".join(f"@article{{{key}, {more}}}" for key in keys)
    claims = "".join(f"c{number},X,Y,{key}\n" for number, key in enumerate(keys))
    values = "".join(f'c{number},{key},"{quote}"\n' for number, key in enumerate(keys))
    table = f"claim_id,cause,claim,supports\n{claims}"
    return parse(entries, table, f"claim_id,reference,source_quote\n{values}")


def read_names(folder: Path, *keys: str) -> dict[str, str]:
    return {key: each.name for key, each in read_texts(folder, evidence(*keys)).items()}


@pytest.mark.parametrize(
    ("key", "name"),
    [
        ("drake2013", "drake2013.txt"),
        ("Drake2013", "drake2013.TXT"),
        ("drake:2013/a", "drake_2013_a.txt"),
        ("10.1000/x", "10.1000_x.txt"),
        ("sjögren", "sjo\u0308gren.txt"),
        ("drake2013", "drake2013.md"),
        ("drake2013", "drake2013.html"),
        ("drake2013", "drake2013.xml"),
    ],
)
def test_whose_a_text_is(tmp_path: Path, key: str, name: str) -> None:
    (tmp_path / name).write_text(SENTENCE, encoding="utf-8")
    assert read_names(tmp_path, key) == {key: name}


@pytest.mark.parametrize("name", ["drake2013.pdf", "drake2013", "drake.txt", "drake2013.txt.bak"])
def test_other_files_are_nobodys(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_text(SENTENCE, encoding="utf-8")
    assert read_names(tmp_path, "drake2013") == {}


def test_no_key_leads_out_of_the_folder(tmp_path: Path) -> None:
    (tmp_path / "secret.txt").write_text(SENTENCE, encoding="utf-8")
    folder = tmp_path / "texts"
    folder.mkdir()
    assert read_names(folder, "../secret", "..", str(tmp_path / "secret")) == {}


def test_a_folder_is_no_text(tmp_path: Path) -> None:
    (tmp_path / "drake2013.txt").mkdir()
    assert read_names(tmp_path, "drake2013") == {}


def test_two_keys_that_differ_only_in_case_each_need_their_very_own_text(tmp_path: Path) -> None:
    (tmp_path / "a_b.txt").write_text(SENTENCE, encoding="utf-8")
    assert read_names(tmp_path, "a_b", "a/b") == {"a_b": "a_b.txt"}


def test_plain_text_goes_before_other_formats(tmp_path: Path) -> None:
    for name in ("a.html", "a.txt", "a.md"):
        (tmp_path / name).write_text(SENTENCE, encoding="utf-8")
    assert read_names(tmp_path, "a") == {"a": "a.txt"}


def test_only_what_is_quoted_is_read(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(SENTENCE, encoding="utf-8")
    assert read_texts(tmp_path, evidence("a", quote="")) == {}


def test_a_folder_that_is_not_there_is_said_to_be_so(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        read_texts(tmp_path / "gone", evidence("a"))


@pytest.mark.parametrize(
    ("data", "fault"),
    [
        (b"%PDF-1.7", "it is a PDF"),
        (b"", "it is empty"),
        (b"a\0b", "it is no text"),
        ("Sleep".encode("utf-16"), ""),
    ],
)
def test_a_file_that_is_no_text_is_said_to_be_none(tmp_path: Path, data: bytes, fault: str) -> None:
    (tmp_path / "a.txt").write_bytes(data)
    assert read_texts(tmp_path, evidence("a"))["a"].fault == fault


def test_a_file_that_is_far_too_large_is_not_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(texts, "MAX_SIZE", 1_000_000)
    (tmp_path / "a.txt").write_bytes(b"a" * 1_000_001)
    assert read_texts(tmp_path, evidence("a"))["a"].fault == "it has more than 1 MB"


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such permissions")
def test_a_file_that_may_not_be_opened_stops_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(_path: Path) -> bytes:
        raise PermissionError(13, "Permission denied")

    (tmp_path / "a.txt").write_text(SENTENCE, encoding="utf-8")
    monkeypatch.setattr(Path, "read_bytes", refuse)
    assert read_texts(tmp_path, evidence("a"))["a"].fault == "Permission denied"


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("a.txt", f"Sleep\n\n{SENTENCE}"),
        ("a.md", "Caffeine *reduced* sleep by **more than** 1 hour."),
        (
            "a.html",
            "<!doctype html><html><body><p>Caffeine <b>reduced</b> sleep by more than 1 hour.</p></body>",
        ),
        (
            "a.xml",
            "<article><body><p>Caffeine <bold>reduced</bold> sleep by more than 1 hour.</p></body></article>",
        ),
        ("a.txt", "\ufeffCaffeine reduced sleep by more than 1 hour."),
    ],
)
def test_a_quote_is_found_in_every_format(tmp_path: Path, name: str, text: str) -> None:
    (tmp_path / name).write_text(text, encoding="utf-8")
    cited = evidence("a")
    assert [each.state for each in looked_up(cited, read_texts(tmp_path, cited))] == ["found"]


@pytest.mark.parametrize(
    ("quote", "is_there"),
    [
        (SENTENCE, True),
        ("caffeine reduced sleep", True),
        ("reduced sleep by more than 1 hour", True),
        ("\u201cCaffeine ... more than 1 hour\u201d", True),
        ("Caffeine [...] 1 hour", True),
        ("Caffeine re-duced sleep", True),
        ("more than 1 hour ... Caffeine", False),
        ("Caffeine reduced sleep by more than 2 hours", False),
        ("...", False),
    ],
)
def test_what_a_text_holds(*, quote: str, is_there: bool) -> None:
    assert holds(read_article(SENTENCE, ()), quote) is is_there


def test_a_word_that_is_parted_at_the_end_of_a_line_is_whole() -> None:
    assert holds(read_article("Caffeine re-\nduced sleep.", ()), "Caffeine reduced sleep")


def states(cited: Evidence, folder: Path) -> list[str]:
    return [each.state for each in looked_up(cited, read_texts(folder, cited))]


def test_without_a_text_nobody_knows(tmp_path: Path) -> None:
    assert states(evidence("a"), tmp_path) == ["no text"]
    assert [each.state for each in looked_up(evidence("a"), None)] == ["no text"]


def test_a_text_that_lacks_the_quote(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Something else.", encoding="utf-8")
    assert states(evidence("a"), tmp_path) == ["not found"]


@pytest.mark.parametrize(
    ("abstract", "state"),
    [
        (SENTENCE, "found"),
        ("Caffeine reduced sleep by more than 2 hours.", "not found"),
        ("Ferritin was low in pregnant women.", "no text"),
    ],
)
def test_an_abstract_alone_does_not_tell_that_a_quote_is_nowhere(abstract: str, state: str) -> None:
    assert [each.state for each in looked_up(evidence("a", more=f"abstract = {{{abstract}}}"), None)] == [state]


def test_the_text_is_looked_through_where_the_abstract_lacks_the_quote(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(SENTENCE, encoding="utf-8")
    assert states(evidence("a", more="abstract = {Caffeine.}"), tmp_path) == ["found"]


def test_the_summary_counts_all_three_states() -> None:
    cited = evidence("a", "b", more=f"abstract = {{{SENTENCE}}}")
    report = audit(cited)
    assert report.quotes == {"found": 2}
    assert ", 2 source quotes found, 0 not found, 0 not checked: no text, " in summary(report)
    assert set(QUOTE_STATES) >= report.quotes.keys()


def test_the_audit_looks_into_the_texts_that_it_is_given(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Something else.", encoding="utf-8")
    cited = evidence("a")
    assert audit(cited, given=Given(texts=read_texts(tmp_path, cited))).quotes == {"not found": 1}


def test_nothing_is_said_of_quotes_where_there_are_none() -> None:
    assert "source quote" not in summary(audit(evidence("a", quote="")))
