"""An article with all that is needed to read it."""

from __future__ import annotations

from pathlib import Path

import pytest

from graph.archive.articles import find_articles
from graph.archive.auditing import audit_archive
from graph.archive.loading import load_article
from graph.archive.rows import Packed
from graph.archive.walking import walked
from tests.archive.archives import BIB, CLAIMS, PAPER, asked, write_files

LATEX = "\\documentclass{article}\\begin{document}\\section{Iron}It is so.\n\\input{parts/more}\\end{document}\n"
NAMING = LATEX.replace("\\input{parts/more}", "\\bibliography{own}")
PRINTED = "\\bibitem{a} Lee A. Iron and legs. Sleep. 2015;3(2):1-9.\n"
LISTED = f"{PAPER}\n# References\n\n1. Doe J. Iron and sleep. Sleep. 2001;1:1-2. doi:10.1/a\n"


def loaded(root: Path, files: dict[str, str], name: str) -> Packed:
    articles = {each.name: each for each in find_articles(walked(str(write_files(root, files)))).articles}
    return load_article(articles[name], str(root))


@pytest.mark.parametrize(
    ("files", "name", "libraries"),
    [
        ({"a/claims.csv": CLAIMS, "references.bib": BIB}, "a", ["references.bib"]),
        (
            {"a/p.md": f"---\nbibliography: own.bib\n---\n{PAPER}", "a/own.bib": BIB, "a/references.bib": BIB},
            "a/p.md",
            ["a/own.bib"],
        ),
        (
            {"a/p.md": f"---\nbibliography: ../../out.bib\n---\n{PAPER}", "references.bib": BIB},
            "a/p.md",
            ["references.bib"],
        ),
        ({"a/p.md": LISTED, "references.bib": BIB}, "a/p.md", []),
        ({"a/p.tex": NAMING, "a/p.bbl": PRINTED, "references.bib": BIB}, "a/p.tex", ["a/p.bbl"]),
        ({"a/p.tex": NAMING, "a/p.bbl": PRINTED, "a/own.bib": BIB}, "a/p.tex", ["a/own.bib"]),
        (
            {
                "_config.yml": "title: Tea\n",
                "_posts/p.md": f"---\nbibliography: p.bib\n---\n{PAPER}",
                "_bibliography/papers.bib": BIB,
                "assets/bibliography/p.bib": BIB,
            },
            "_posts/p.md",
            ["assets/bibliography/p.bib"],
        ),
    ],
    ids=[
        *("above", "named", "named outside", "a list of its own"),
        *("printed", "named and printed", "named in a site of Jekyll"),
    ],
)
def test_the_libraries_of_an_article(files: dict[str, str], name: str, libraries: list[str], tmp_path: Path) -> None:
    (tmp_path / "out.bib").write_text(BIB, encoding="utf-8")
    packed = loaded(tmp_path / "root", files, name)
    assert [path for path, role in packed.files.items() if role == "references"] == libraries


def test_what_latex_brings_in_is_part_of_the_article(tmp_path: Path) -> None:
    root = write_files(tmp_path / "root", {"a/main.tex": LATEX, "a/parts/more.tex": "Low iron does it.\n"})
    audit_archive(root, tmp_path / "out")
    assert asked(tmp_path / "out", "SELECT text, file, line FROM claims ORDER BY claim") == [
        ("It is so.", "a/main.tex", 1),
        ("Low iron does it.", "a/parts/more.tex", 1),
    ]
    assert asked(tmp_path / "out", "SELECT count(*) FROM findings WHERE message LIKE '%is not read%'") == [0]


def test_an_article_is_read_again_when_a_part_has_changed(tmp_path: Path) -> None:
    root = write_files(tmp_path / "root", {"a/main.tex": LATEX, "a/parts/more.tex": "Low iron does it.\n"})
    audit_archive(root, tmp_path / "out")
    (root / "a/parts/more.tex").write_text("High iron does it.\n", encoding="utf-8")
    assert audit_archive(root, tmp_path / "out").read == 1
