"""What the documents say is so."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest

import graph
from graph.cli import main
from graph.model import BASES, KINDS
from graph.reading import claims, source_values
from graph.support import Support

ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")
FORMAT = (ROOT / "docs" / "format.md").read_text(encoding="utf-8")


def test_the_package_exposes_what_it_says_sorted() -> None:
    assert graph.__all__ == sorted(graph.__all__, key=lambda name: (not name.isupper(), name.islower(), name))
    assert all(hasattr(graph, name) for name in graph.__all__)


def test_the_python_of_the_readme_runs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (code,) = re.findall(r"```python\n(.*?)```", README, flags=re.DOTALL)
    monkeypatch.chdir(tmp_path)
    main(["init"])
    names: dict[str, object] = {}
    lines = re.sub(r"\n# \[", "  # [", code).splitlines()
    for line in lines:
        statement, _, answer = line.partition("  # ")
        if answer.startswith("["):
            assert eval(statement, names) == ast.literal_eval(answer.strip())  # noqa: S307 - our own README
        else:
            exec(statement, names)  # noqa: S102 - our own README
    assert (tmp_path / "evidence.html").exists()


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
