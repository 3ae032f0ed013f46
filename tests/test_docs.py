"""What the documents say is so."""

from __future__ import annotations

import importlib.util
import re
from collections import Counter
from dataclasses import fields
from pathlib import Path

import pytest

import graph
from graph.auditing.settings import read_settings
from graph.cli import main
from graph.exports import EXPORTS
from graph.exports.tables import LARGEST_MATRIX, tables
from graph.model import BASES, KINDS
from graph.page import LONG, MOST_CAUSES
from graph.reading import claims, source_values
from graph.reading.limits import USUAL_LIMITS
from graph.reports import FORMATS
from graph.rules.citations import MANY_KEYS
from graph.support import Support

ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")
DECISIONS = (ROOT / "docs" / "decisions.md").read_text(encoding="utf-8")
CONTRIBUTING = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
SOURCES = [
    path for folder in ("graph", "tests") for kind in ("py", "js") for path in (ROOT / folder).rglob(f"*.{kind}")
]
COUNTED = {10: "ten", 11: "eleven", 12: "twelve", 13: "thirteen", 14: "fourteen", 15: "fifteen", 16: "sixteen"}
FORMAT = (ROOT / "docs" / "format.md").read_text(encoding="utf-8")


def test_the_package_exposes_what_it_says_sorted() -> None:
    assert graph.__all__ == sorted(graph.__all__, key=lambda name: (not name.isupper(), name.islower(), name))
    assert all(hasattr(graph, name) for name in graph.__all__)


def test_the_findings_of_the_readme_are_found(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    main(["init"])
    main(["audit"])
    found = capsys.readouterr().out.splitlines()
    shown = re.findall(r"^    (data/\S+:\d+: .+)$", README, flags=re.MULTILINE)
    assert len(shown) == 2
    assert set(shown) <= set(found)


def test_the_numbers_of_the_readme_are_so() -> None:
    evidence = graph.read(ROOT / "data" / "references.bib", ROOT / "data" / "claims.csv")
    report = graph.audit(evidence)
    sourced = Support(evidence).coverage_of("").sourced
    assert f"{report.claims} claims, {report.references} references.\n{sourced} of the claims have a source" in README
    assert f"finds {report.count('error')} errors and {report.count('warning')} warnings" in README
    assert f"{len(graph.RULES)} rules with codes" in README
    assert f"{COUNTED[len(FORMATS)]} formats" in README
    found = Counter(finding.code for finding in report.findings)
    bare = f"{found['CLM001']} claims and {found['GRF402']} causes without a source"
    assert f"{bare}, {found['GRF401']} references that nothing" in README


def test_the_settings_of_the_format_are_read(tmp_path: Path) -> None:
    (example,) = re.findall(r"```toml\n(.*?)```", FORMAT, flags=re.DOTALL)
    (tmp_path / "evidence-graph.toml").write_text(example, encoding="utf-8")
    settings = read_settings(tmp_path / "evidence-graph.toml")
    assert all(getattr(settings, field.name) for field in fields(settings))


def test_the_document_of_formats_has_a_row_for_each_in_order() -> None:
    text = (ROOT / "docs" / "formats.md").read_text(encoding="utf-8")
    assert re.findall(r"^\| `([a-z-]+)` \| .+evidence-graph audit", text, flags=re.MULTILINE) == list(FORMATS)


def test_the_document_of_formats_has_a_row_for_each_export_in_order() -> None:
    text = (ROOT / "docs" / "formats.md").read_text(encoding="utf-8")
    assert re.findall(r"^\| `([a-z-]+)` \| .+`evidence-graph export \1\b", text, flags=re.MULTILINE) == list(EXPORTS)


def test_the_tables_of_the_document_are_those_that_there_are() -> None:
    text = (ROOT / "docs" / "formats.md").read_text(encoding="utf-8").partition("## Tables")[2]
    evidence = graph.parse("", "")
    assert re.findall(r"^\| `(\w+)` \| a ", text, flags=re.MULTILINE) == list(tables(evidence, graph.audit(evidence)))
    assert f"more than {LARGEST_MATRIX:,} cells" in text


def script(module: str, name: str) -> int:
    """A number that a module of the page has."""
    text = (ROOT / "graph" / "page" / "web" / f"{module}.js").read_text(encoding="utf-8")
    (written,) = re.findall(rf"const {name} = ([\d_]+);", text)
    return int(written)


@pytest.mark.parametrize(
    "words",
    [
        f"More than {LONG} claims and references make a long page",
        f"{MOST_CAUSES} causes at most without scripts",
        f"A list has {script('rows', 'MOST_ROWS'):,} rows at most",
        f"**More than {MANY_KEYS} unknown keys get one cure**",
        f"a limit of {USUAL_LIMITS.value:,} characters",
    ],
)
def test_the_numbers_of_the_decisions_are_so(words: str) -> None:
    assert words in " ".join(DECISIONS.split())


def test_contributing_names_every_room_and_nothing_else() -> None:
    table = "".join(re.findall(r"^\| (.+?) \| ", CONTRIBUTING, flags=re.MULTILINE))
    rooms = {path.parent.name for path in (ROOT / "graph").glob("*/__init__.py")}
    assert set(re.findall(r"`([a-z]+)/`", table)) == rooms


def test_tests_have_the_rooms_of_the_package() -> None:
    tested = {path.parent.name for path in (ROOT / "tests").glob("*/__init__.py")}
    assert [room for room in sorted(tested) if not (ROOT / "graph" / room).exists()] == []


def test_what_contributing_names_is_there() -> None:
    names = re.findall(r"`([\w./-]+\.(?:py|js|md|toml|html)|[\w./]+/)`", CONTRIBUTING)
    folders = (ROOT, ROOT / "graph", ROOT / "graph" / "page" / "web")
    assert names
    assert [name for name in names if not any((folder / name).exists() for folder in folders)] == []
    modules = re.findall(r"python -m ([\w.]+)", CONTRIBUTING)
    assert [name for name in modules if not importlib.util.find_spec(name)] == []


def test_every_table_that_contributing_names_is_defined() -> None:
    sources = "".join(path.read_text(encoding="utf-8") for path in SOURCES)
    names = re.findall(r"`([A-Z]{3,})`", CONTRIBUTING)
    assert {"PARTS", "STAGES", "QUESTIONS", "FORMATS", "STATES", "STEPS", "EXPORTS"} == set(names)
    assert [name for name in names if not re.search(rf"^(export const )?{name}\b.* = ", sources, re.MULTILINE)] == []


def test_the_claims_of_the_readme_are_read() -> None:
    table = "".join(f"{line}\n" for line in re.findall(r"^    (claim_id,.+|preg-.+)$", README, flags=re.MULTILINE))
    evidence = graph.parse("@article{gupta2015}", table)
    assert (list(evidence.claims), evidence.problems) == (["preg-01", "preg-02"], ())


def test_every_local_link_leads_somewhere() -> None:
    for document in (ROOT / "README.md", ROOT / "CONTRIBUTING.md", *(ROOT / "docs").glob("*.md")):
        for target in re.findall(r"\]\(([^)#]+)\)", document.read_text(encoding="utf-8")):
            assert "://" in target or (document.parent / target).exists(), f"{document.name}: {target}"


@pytest.mark.parametrize("word", [*claims.COLUMNS, *source_values.COLUMNS, *KINDS, *BASES])
def test_the_format_has_every_column_and_word(word: str) -> None:
    assert f"`{word}`" in FORMAT


def test_what_the_security_document_names_is_there() -> None:
    security = (ROOT / "SECURITY.md").read_text(encoding="utf-8")
    assert [each for each in re.findall(r"`((?:tests|docs)/[\w./]*)`", security) if not (ROOT / each).exists()] == []
