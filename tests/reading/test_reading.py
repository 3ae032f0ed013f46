"""Files -> evidence."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from pathlib import Path, PurePath

import pytest

from graph.model import Claim, Place, lineage
from graph.reading import collect_causes, parse, read, shortest_names
from graph.reading.text import decode
from tests.examples import CLAIMS, REFERENCES, sample

HEADER = "claim_id,cause,claim"


def test_reads_two_files(tmp_path: Path) -> None:
    (tmp_path / "r.bib").write_text(REFERENCES, encoding="utf-8")
    (tmp_path / "c.csv").write_text(CLAIMS, encoding="utf-8")
    evidence = read(tmp_path / "r.bib", tmp_path / "c.csv")
    assert (len(evidence.references), len(evidence.claims), evidence.problems) == (3, 4, ())
    assert evidence.claims["c1"].place == Place("c.csv", 2)


def test_a_missing_file_raises(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        read(tmp_path / "none.bib", tmp_path / "none.csv")


@pytest.mark.parametrize(
    ("encoding", "message"),
    [
        ("utf-8", ""),
        ("utf-8-sig", "byte order mark and is read as UTF-8"),
        ("utf-16", "byte order mark and is read as UTF-16"),
        ("utf-16-le", "no byte order mark and is read as UTF-16"),
        ("utf-16-be", "no byte order mark and is read as UTF-16"),
        ("cp1252", "byte 0xf6 is not UTF-8; the file is read as Windows-1252"),
    ],
)
def test_encodings(encoding: str, message: str, tmp_path: Path) -> None:
    (tmp_path / "r.bib").write_text("@article{a, title = {Sjögren}}", encoding=encoding)
    (tmp_path / "c.csv").write_text(HEADER, encoding="utf-8")
    evidence = read(tmp_path / "r.bib", tmp_path / "c.csv")
    assert evidence.references["a"].title == "Sjögren"
    assert [message in problem.message for problem in evidence.problems] == [True] * bool(message)


@pytest.mark.parametrize(
    ("declared", "encoding"),
    [
        ("\\usepackage[koi8-r]{inputenc}", "koi8-r"),
        ("\\usepackage[cp1251]{inputenc}", "cp1251"),
        ("<?xml version='1.0' encoding='ISO-8859-5'?>", "iso8859-5"),
        ('<meta charset="windows-1251">', "cp1251"),
    ],
)
def test_an_old_encoding_is_what_a_file_says_it_is(declared: str, encoding: str) -> None:
    text, problems = decode(f"{declared} \u0447\u0430\u0439".encode(encoding), "a.tex")
    assert text.endswith("\u0447\u0430\u0439")
    assert encoding in problems[0].message


@pytest.mark.parametrize("declared", ["latin1", "utf8", "hex", "no-such"])
def test_an_encoding_that_cannot_be_is_not_believed(declared: str) -> None:
    text, _ = decode(f"\\usepackage[{declared}]{{inputenc}} caf\u00e9".encode("cp1252"), "a.tex")
    assert text.endswith("caf\u00e9")


def test_bytes_without_meaning_in_windows_1252_are_read_as_latin_1(tmp_path: Path) -> None:
    (tmp_path / "r.bib").write_bytes(b"@article{a, title = {\xf6\x81}}")
    (tmp_path / "c.csv").write_text(HEADER, encoding="utf-8")
    assert "Latin-1" in read(tmp_path / "r.bib", tmp_path / "c.csv").problems[0].message


@pytest.mark.parametrize("line_break", ["\n", "\r\n", "\r"])
def test_line_breaks(line_break: str) -> None:
    evidence = parse(REFERENCES.replace("\n", line_break), CLAIMS.replace("\n", line_break))
    assert (evidence.references["clark2017"].place.line, evidence.claims["c2"].place.line) == (2, 3)
    assert evidence.problems == ()


@pytest.mark.parametrize("character", ["\N{REPLACEMENT CHARACTER}", "\0", "\x1b", "\x7f"])
def test_lost_letters_and_control_characters_are_reported(character: str) -> None:
    evidence = parse(REFERENCES, f"{HEADER}\na,b,Sj{character}gren\n")
    assert [(problem.rule, problem.place.line) for problem in evidence.problems] == [("encoding", 2)]
    assert evidence.claims["a"].text == "Sj\N{REPLACEMENT CHARACTER}gren"


def test_causes_stand_in_the_order_of_the_table_with_wider_ones_first() -> None:
    assert list(sample().causes) == ["Drinks", "Drinks > Coffee", "Drinks > Tea", "Noise"]


def test_a_cause_that_is_only_involved_comes_last() -> None:
    evidence = parse(REFERENCES, f"{HEADER},involves\na,X,b,Z\nc,Y,d,\n")
    assert [(cause.name, cause.place.column) for cause in evidence.causes.values()] == [
        ("X", "cause"),
        ("Y", "cause"),
        ("Z", "involves"),
    ]


def test_an_unknown_stance_is_reported() -> None:
    evidence = parse(REFERENCES, f"{HEADER},refutes\na,b,c,drake2013; clark2017 (p. 3)\n")
    assert "unknown stance 'refutes'" in evidence.problems[0].message


def test_another_column_is_no_stance() -> None:
    assert parse(REFERENCES, f"{HEADER},seen_by\na,b,c,drake2013\nd,e,f,me\n").problems == ()


def test_the_garbage_collector_runs_again() -> None:
    sample()
    assert gc.isenabled()


def test_every_step_of_reading_keeps_its_problems() -> None:
    claims = f"{HEADER},refutes\na,b,c\x00,drake2013\nd,,e,\n"
    evidence = parse(f"{REFERENCES}@article{{}}", claims, "claim_id,reference\nnone,drake2013\n")
    assert [problem.message.split(";")[0].split(":")[0] for problem in evidence.problems] == [
        "the text has 1 control character, the first in this line",
        "this @article has no key, so that no claim can cite it",
        "row left out",
        "unknown stance 'refutes'",
        "row left out",
    ]


def test_every_kind_of_file_is_kept_with_what_it_holds(tmp_path: Path) -> None:
    for name in ("r.bib", "c.csv", "v.csv"):
        (tmp_path / name).write_bytes(name.encode())
    files = read(*(tmp_path / name for name in ("r.bib", "c.csv", "v.csv"))).files
    roles = ("references", "claims", "values")
    assert [(file.role, file.data) for file in files] == list(zip(roles, (b"r.bib", b"c.csv", b"v.csv"), strict=True))


TWO = (
    "@string{j = {Sleep}}\n@article{a, title = {A}}\n",
    "@article{b, journal = j}\n@article{a, title = {Other}}\n@misc{B,}\n",
)


def test_several_bibliographies_are_joined(tmp_path: Path) -> None:
    paths = [tmp_path / "one.bib", tmp_path / "two.bib"]
    for path, text in zip(paths, TWO, strict=True):
        path.write_text(text, encoding="utf-8")
    (tmp_path / "c.csv").write_text(f"{HEADER},supports\nc,X,Y,a; b\n", encoding="utf-8")
    evidence = read([*paths, paths[0]], tmp_path / "c.csv")
    assert list(evidence.references) == ["a", "b", "B"]
    assert [PurePath(name).name for name in evidence.named("references")] == ["one.bib", "two.bib"]


def test_a_string_of_one_bibliography_is_known_in_the_next() -> None:
    evidence = parse(TWO, HEADER)
    assert evidence.references["b"].journal == "Sleep"
    assert not [problem for problem in evidence.problems if "string" in problem.message]


def test_a_key_of_two_bibliographies_is_a_duplicate_that_says_where_the_other_is() -> None:
    (same, folded) = (problem for problem in parse(TWO, HEADER, files=("one.bib", "two.bib")).problems)
    assert (same.rule, str(same.place), same.unread) == ("duplicate-key", "two.bib:2", 1)
    assert "is used in line 2 of one.bib already" in same.message
    assert "differs from 'b' in line 1 only in case" in folded.message


def test_a_bibliography_without_a_reference_beside_another_is_reported() -> None:
    (problem,) = parse((REFERENCES, "% none"), HEADER).problems
    assert (str(problem.place), problem.rule) == ("references-2.bib:1", "unparsed-entry")


@pytest.mark.parametrize(
    ("paths", "names"),
    [
        (("data/r.bib", "data/c.csv"), ["r.bib", "c.csv"]),
        (("../lib/r.bib", "data/c.csv"), ["r.bib", "c.csv"]),
        (("a/r.bib", "./b/r.bib", "c.csv"), ["a/r.bib", "b/r.bib", "c.csv"]),
        (("a/x/r.bib", "b/x/r.bib"), ["a/x/r.bib", "b/x/r.bib"]),
        (("r.bib", "x/../r.bib"), ["r.bib", "r.bib"]),
        (("data/\udcff.md", "é.csv"), ["\\udcff.md", "é.csv"]),
    ],
)
def test_files_are_named_by_no_more_than_tells_them_apart(
    paths: tuple[str, ...], names: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert shortest_names(paths) == shortest_names([Path(path).absolute() for path in paths]) == names


def test_one_file_that_is_written_in_two_ways_is_read_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("r.bib").write_text(REFERENCES, encoding="utf-8")
    Path("c.csv").write_text(CLAIMS, encoding="utf-8")
    assert read(["r.bib", tmp_path / "r.bib"], "c.csv").problems == ()


JOINED = "@article{a}\n@article{b}\n@article{c}"


def joined(cell: str, column: str = "supports", more: str = "") -> tuple[list[tuple[str, str]], list[tuple[str, str]]]:
    """What a cell cites, and the rules and severities of what is said of it."""
    head, _, other = more.partition("=")
    evidence = parse(JOINED, f'{HEADER},{column},{head}\nx,Y,Z,"{cell}",{other}\n')
    cited = [(each.reference, each.locator) for each in evidence.claims["x"].citations]
    return cited, [(each.rule, each.severity or "") for each in evidence.problems]


@pytest.mark.parametrize(
    ("cell", "cited"),
    [
        ("a, b", [("a", ""), ("b", "")]),
        ("a,b,c", [("a", ""), ("b", ""), ("c", "")]),
        ("a, b (p. 3, 5); c", [("a", ""), ("b", "p. 3, 5"), ("c", "")]),
        ("a (p. 1), b (p. 2)", [("a", "p. 1"), ("b", "p. 2")]),
        ("a, b; b, c", [("a", ""), ("b", ""), ("c", "")]),
    ],
)
def test_keys_that_commas_join_are_citations_of_their_own(cell: str, cited: list[tuple[str, str]]) -> None:
    assert joined(cell)[0] == cited
    assert set(joined(cell)[1]) == {("unknown-word", "info")}


def test_what_is_said_of_keys_that_commas_join_names_the_cure() -> None:
    (problem,) = parse(JOINED, f'{HEADER},supports\nx,Y,Z,"a, b (p. 3)"\n').problems
    assert problem.message == "claim 'x': 'a, b (p. 3)' are keys that commas join; write a; b (p. 3)"
    assert problem.place == Place("claims.csv", 2, "supports")


def test_commas_that_join_no_keys_are_no_citations() -> None:
    assert joined("a, nobody") == ([("a, nobody", "")], [("unknown-word", "")])
    assert joined("a (p. 3, 5)") == ([("a", "p. 3, 5")], [])


def test_a_joined_key_in_another_stance_is_noticed() -> None:
    cited, problems = joined("a, b", more="disputes=b")
    assert cited == [("a", ""), ("b", ""), ("b", "")]
    assert problems == [("unknown-word", "info"), ("two-stances", "")]


def test_a_key_in_two_stances_beside_joined_ones_is_noticed_once() -> None:
    _, problems = joined("a, b; c", more="disputes=c")
    assert problems == [("two-stances", ""), ("unknown-word", "info")]


def test_a_key_that_another_library_gives_may_be_joined() -> None:
    twin = "@article{%s, title = {The same work}, year = {2001}, author = {Doe, Jane}}"
    evidence = parse([twin % "a", twin % "a2" + "@article{b}"], f'{HEADER},supports\nx,Y,Z,"a2, b"\n')
    assert [each.reference for each in evidence.claims["x"].citations] == ["a", "b"]


def test_a_key_that_has_a_comma_in_its_own_library_is_one() -> None:
    library = '[{"id": "a, b", "title": "T"}, {"id": "a", "title": "A"}, {"id": "b", "title": "B"}]'
    evidence = parse(library, f'{HEADER},supports\nx,Y,Z,"a, b"\n')
    assert [evidence.references[each.reference].title for each in evidence.claims["x"].citations] == ["T"]
    assert [each for each in evidence.problems if each.place.file == "claims.csv"] == []


def test_what_an_article_cites_is_no_cell_of_keys() -> None:
    evidence = parse(JOINED, "# Y\n\nIt is so [@{a,b}].\n")
    assert [each.rule for each in evidence.problems if each.rule == "unknown-word"] == []


def test_a_chain_of_causes_is_climbed_no_further_than_to_one_that_is_known(monkeypatch: pytest.MonkeyPatch) -> None:
    names = [" > ".join(["Deep"] * depth) for depth in range(1, 101)]
    climbed: list[str] = []

    def counted(name: str) -> Iterator[str]:
        for each in lineage(name):
            climbed.append(each)
            yield each

    monkeypatch.setattr("graph.reading.causes.lineage", counted)
    causes = collect_causes(Claim(key=name, cause=name, text="", place=Place("c.csv", 1)) for name in names)
    assert list(causes) == names
    assert len(climbed) < 2 * len(names)


@pytest.mark.parametrize(
    "written", ["doi:10.1000/ABC", "10.1000/abc", "https://doi.org/10.1000/abc", "PMID:123", "arXiv:hep-th/9901001"]
)
def test_an_identifier_in_a_table_is_the_reference_that_has_it(written: str) -> None:
    eprint = "eprint = {hep-th/9901001}, archiveprefix = {arXiv}"
    library = f"@article{{a, title = {{Tea}}, doi = {{10.1000/abc}}, pmid = {{123}}, {eprint}}}"
    evidence = parse(library, f"{HEADER},supports\nc1,Tea,It wakes.,{written}")
    assert [each.reference for each in evidence.citations()] == ["a"]


@pytest.mark.parametrize("written", ["a", "old-a", "older"])
def test_an_entry_may_be_cited_by_any_of_its_keys(written: str) -> None:
    evidence = parse("@book{a, ids = {old-a, older}}", f"{HEADER},supports\nc1,Tea,It wakes.,{written}")
    assert [each.reference for each in evidence.citations()] == ["a"]


def test_who_cites_a_set_cites_all_that_are_in_it() -> None:
    library = "@book{a, ids = {b}}\n@book{c}\n@set{both, entryset = {b, c}}"
    evidence = parse(library, f"{HEADER},disputes\nc1,Tea,It wakes.,both (p. 3)")
    cited = [(each.reference, each.stance, each.locator) for each in evidence.citations()]
    assert cited == [("a", "disputes", "p. 3"), ("c", "disputes", "p. 3")]


def test_an_identifier_that_no_reference_has_stays_as_it_is() -> None:
    evidence = parse("@article{a, title = {Tea}}", f"{HEADER},supports\nc1,Tea,It wakes.,doi:10.1000/abc")
    assert [each.reference for each in evidence.citations()] == ["doi:10.1000/abc"]
