"""Reading LaTeX: passages, markers, places, parts."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from graph.model import File
from graph.reading.articles import ArticleText, Cited, scanning, sentences_of
from graph.reading.articles.latex import read_latex


def article(text: str) -> ArticleText:
    return read_latex(File("paper.tex", text.encode()))


def texts(text: str) -> list[str]:
    return [sentence.text for sentence in sentences_of(article(text))]


def cited(text: str) -> list[Cited]:
    return [each for marker in article(text).markers for each in marker.cited]


def problems(text: str) -> list[tuple[int, str]]:
    return [(each.place.line, each.text) for each in article(text).problems]


CITED = {
    "one": (r"So \cite{a}.", [Cited("a")]),
    "two": (r"So \cite{a, b}.", [Cited("a"), Cited("b")]),
    "over lines, with a comment": ("So \\cite{a,% why\n  b}.", [Cited("a"), Cited("b")]),
    "page": (r"So \citep[p.~3]{a}.", [Cited("a", locator="p. 3")]),
    "prefix of the first, page of the last": (
        r"So \citep[see][pp. 3--4]{a,b}.",
        [Cited("a", prefix="see"), Cited("b", locator="pp. 3–4")],
    ),
    "prefix alone": (r"So \citep[but see][]{a}.", [Cited("a", prefix="but see")]),
    "words behind": (r"So \citep[chap. 2, passim]{a}.", [Cited("a", locator="chap. 2", suffix="passim")]),
    "starred": (r"So \citep*{a}.", [Cited("a")]),
    "printed with the one before": (r"So \cite{a,*b, * c}.", [Cited("a"), Cited("b"), Cited("c")]),
    "printed with a word before it": (r"So \cite{*[{see, }][{}]a,b}.", [Cited("a"), Cited("b")]),
    "how lists are printed": (r"\bstctlcite{a:control}\citation{a}So.", []),
    "several": (
        r"So \autocites(see)()[3]{a}[cf.][5]{b}.",
        [Cited("a", locator="3"), Cited("b", prefix="cf.", locator="5")],
    ),
    "in the foot": (r"So.\footcite[3]{a}", [Cited("a", locator="3")]),
    "a note of citations": (
        r"So.\footnote{But see \citealp{a} and \cite{b}.}",
        [Cited("a", prefix="But see"), Cited("b")],
    ),
    "a bibliography's suffix": (r"So \citesup{a}.", [Cited("a")]),
    "apacite": (r"So \cite<see>[p. 3]{a}.", [Cited("a", prefix="see", locator="p. 3")]),
    "linked by pandoc": (r"So (\citeproc{ref-a}{Kaza 2018}).", [Cited("a")]),
    "linked by pandoc, which defines it": (
        "\\newcommand\\citeproc[2]{\\hyper@link{cite}{#1}{#2}}\nSo (\\citeproc{ref-a}{\\textbf{Kaza} 2018}).",
        [Cited("a")],
    ),
    "a text that cites": (r"So \citetext{see \citealp{a}}.", [Cited("a")]),
    "in an option of an environment": (r"\begin{theorem}[\cite{a}] So.\end{theorem}", [Cited("a")]),
    "not cited": (r"So.\nocite{a}", []),
    "in a comment": ("So. % \\cite{a}\n", []),
    "behind an escaped per cent": (r"50\% \cite{a}.", [Cited("a")]),
    "in verbatim": ("\\begin{verbatim}\n\\cite{a}\n\\end{verbatim}", []),
    "in code": (r"So \verb|\cite{a}|.", []),
    "switched off": (r"So.\iffalse \cite{a} \fi", []),
    "shorthand": ("\\newcommand{\\mc}[1]{\\citep{#1}}\nSo \\mc{a}.", [Cited("a")]),
    "shorthand with a page": (
        "\\newcommand{\\mc}[2]{~\\citep[p.~#2]{#1}}\nSo\\mc{a}{3}.",
        [Cited("a", locator="p. 3")],
    ),
    "shorthand for one key": ("\\newcommand\\kaza{\\citep{a}}\nSo \\kaza.", [Cited("a")]),
    "shorthand by def": ("\\def\\mc#1{\\cite{#1}}\nSo \\mc{a}.", [Cited("a")]),
    "shorthand by xparse": ("\\NewDocumentCommand{\\mc}{m}{\\cite{#1}}\nSo \\mc{a}.", [Cited("a")]),
    "shorthand that says how it looks": (
        "\\newcommand{\\up}[1]{\\textsuperscript{\\color{blue}\\cite{#1}}\\mbox{}}\nSo\\up{a}.",
        [Cited("a")],
    ),
    "shorthand of a shorthand": (
        "\\newcommand{\\mc}[1]{\\cite{#1}}\\newcommand{\\md}[1]{\\mc{#1}}\nSo \\md{a}.",
        [Cited("a")],
    ),
    "a shorthand whose name seems to cite": (
        "\\newcommand{\\nomecite}{Silva, Ana}\\newcommand{\\who}{\\nomecite, 2020}\nSo \\who.",
        [],
    ),
    "an alias": ("\\defcitealias{a}{A}So \\citetalias{a}.", [Cited("a")]),
    "another name": ("\\let\\mc\\citep\nSo \\mc[3]{a}.", [Cited("a", locator="3")]),
    "itemized": (r"\IEEEcompsocitemizethanks{A} So \cite{a}.", [Cited("a")]),
    "a name for a name": ("\\newcommand{\\mc}{\\citep}\nSo \\mc[3]{a}.", [Cited("a", locator="3")]),
}


@pytest.mark.parametrize(("text", "expected"), CITED.values(), ids=CITED)
def test_cited(text: str, expected: list[Cited]) -> None:
    assert cited(text) == expected


UNREAD = {
    "no keys": (r"So \citeneeded.", [(1, r"\citeneeded")]),
    "a shorthand that does more": (
        "\\newcommand{\\mc}[1]{\\footnote{\\cite{#1}}}\nSo \\mc{a}.",
        [(2, r"\mc")],
    ),
    "a shorthand that stands for itself": (
        "\\newcommand{\\mc}[1]{\\cite{#1}\\mc{#1}}\n\nSo \\mc{a}.",
        [(3, r"\mc")],
    ),
    "in a heading": (r"\section{So \cite{a}}", [(1, r"\cite{a}")]),
    "in a formula": (r"\begin{equation}x \text{\cite{a}}\end{equation}", [(1, r"\cite")]),
    "in what is no prose": (r"\todo{read \cite{a}}", [(1, r"\cite{a}")]),
    "in the list": (r"\begin{thebibliography}{9}\bibitem{b} See \cite{a}.\end{thebibliography}", [(1, r"\cite{a}")]),
    "of volumes": (r"So \volcite{2}[3]{a}.", [(1, r"\volcite")]),
}


@pytest.mark.parametrize(("text", "expected"), UNREAD.values(), ids=UNREAD)
def test_what_is_not_understood_is_a_problem(text: str, expected: list[tuple[int, str]]) -> None:
    assert problems(text) == expected


WORDS = {
    "emphasis": (r"So \emph{it} \textbf{is}.", ["So it is."]),
    "accents": ('G\\"odel, Sj\\"{o}gren, \\\'Emile, \\ss{}, \\oe{}uvre.', ["Gödel, Sjögren, Émile, ß, œuvre."]),
    "signs": (r"a~b, ``c'' -- 5\,\% \& d\ldots{} e.", ["a b, “c” – 5 % & d… e."]),
    "formula": (r"So $p < 0.05$ it is.", ["So $p < 0.05$ it is."]),
    "dollar": (r"It costs 5 $ here.", ["It costs 5 $ here."]),
    "displayed formula": ("So\n\\[ x \\]\nit is.", ["So it is."]),
    "link": (r"See \href{https://example.org/a_b}{the site} now.", ["See the site now."]),
    "code between at signs": (r"So \verb@x@ is.", ["So x is."]),
    "code of R": ("So it is.\n<<a, echo=FALSE>>=\nx @ y\n@\nSo it \nis <<so>>.", ["So it is.", "So it is <<so>>."]),
    "label": (r"So it is.\label{sec:a} Next.", ["So it is.", "Next."]),
    "line broken by a comment": ("So it% why\n  is.", ["So itis."]),
    "paragraph behind a comment": ("So it is % why\n\nnot over.", ["So it is", "not over."]),
    "shorthand for words": ("\\newcommand{\\rls}{restless legs}\nThe \\rls{} are.", ["The restless legs are."]),
    "shorthand that eats its words": ("\\newcommand{\\note}[1]{}\nSo \\note{gone}it is.", ["So it is."]),
    "shorthand in a shorthand": (
        "\\newcommand{\\p}[1]{{\\sf #1}}\\newcommand{\\q}{\\p{lme}\\xspace}\\newcommand{\\z}{\\q s}\nThe \\z{} are.",
        ["The lmes are."],
    ),
    "shorthand with words of its own": (
        "\\newcommand{\\by}[1]{#1 et al.}\nSo \\by{Kaza} say.",
        ["So Kaza et al. say."],
    ),
    "shorthand that prints nothing": (
        "\\newcommand{\\sl}[1]{\\label{sec:#1}}\nSo it is.\\sl{a} Next.",
        ["So it is.", "Next."],
    ),
    "shorthand that says how words look": ("\\newcommand{\\g}[1]{\\textit{#1}}\nThe \\g{gene} is.", ["The gene is."]),
    "shorthand for an environment": (
        "\\newcommand{\\be}{\\begin{equation}}\\newcommand{\\ee}{\\end{equation}}\nSo \\be x \\ee it is.",
        ["So it is."],
    ),
    "a figure in a sentence": (
        "So it is\n\\begin{figure*}\\caption{Seen.}\\end{figure*}\nor not.\n\\begin{table}x\\end{table}\n\nNext.",
        ["Seen.", "x", "So it is or not.", "Next."],
    ),
    "a command that is told of": (
        r"Write \cmd\cite or \cs{citep}, \texttt{\string\cite} or |\citet|.",
        [r"Write \cite or citep, \cite or |\citet|."],
    ),
    "a figure that is never closed": ("So.\n\\begin{figure}\\caption{Seen.}Then.", ["Seen.", "Then.", "So."]),
    "displayed formula that ends a sentence": (
        "It is\n\\begin{equation}x = 1.\\label{a}\\end{equation}\nNext it is\n\\[ y. \\]\nSo.",
        ["It is.", "Next it is.", "So."],
    ),
    "a heading that is redefined": ("\\renewcommand{\\section}{\\start{section}{1}}\n\\section{One}So.", ["So."]),
    "affiliations": (r"\altaffiltext{1}{Here.}\IEEEauthorblockA{There.}So.", ["So."]),
    "today is no word": (r"So \today it is.", ["So it is."]),
    "without authors": (r"\author{A. Uthor\thanks{X}}So.", ["So."]),
    "table": ("\\begin{tabular}{ll}a & b \\\\\nc & d\\end{tabular}", ["a b", "c d"]),
}


@pytest.mark.parametrize(("text", "expected"), WORDS.values(), ids=WORDS)
def test_words(text: str, expected: list[str]) -> None:
    assert texts(text) == expected


def test_the_code_of_r_is_counted() -> None:
    assert article("So.\n<<>>=\nx\n@ %def\n<<b>>=\ny").left_out["code blocks"] == 2


KINDS = {
    "item": ("\\begin{itemize}\n\\item One.\n\\item[a] Two.\n\\end{itemize}", ["item One.", "item Two."]),
    "description": ("\\begin{description}\\item[Term] Words.\\end{description}", ["item Term: Words."]),
    "quotation": ("\\begin{quote}Words.\\end{quote}", ["quotation Words."]),
    "note": ("So.\\footnote{Words.} Then.\n\nNext.", ["text So.", "text Then.", "note Words.", "text Next."]),
    "table of an unknown sort": (
        "\\begin{degrees}B.A. & 2001\\end{degrees}\nSo.",
        ["table B.A. & 2001", "text So."],
    ),
    "caption": ("\\begin{figure}\\caption[short]{Words.}\\end{figure}", ["caption Words."]),
    "after a list": ("\\begin{itemize}\\item One.\\end{itemize} Two.", ["item One.", "text Two."]),
}


@pytest.mark.parametrize(("text", "expected"), KINDS.values(), ids=KINDS)
def test_kinds(text: str, expected: list[str]) -> None:
    assert [f"{each.passage.kind} {each.text}" for each in sentences_of(article(text))] == expected


def test_headings_are_a_path_and_the_abstract_has_one() -> None:
    text = (
        "\\title{T}\\date{2024-05-01}\\begin{document}\\begin{abstract}A.\\end{abstract}\n"
        "\\section*{One}B.\\subsection[short]{Two $x$}C.\\paragraph{Three.} D.\\section{Four}E.\\end{document}F."
    )
    found = article(text)
    assert [passage.headings for passage in found.passages] == [
        ("Abstract",),
        ("One",),
        ("One", "Two $x$"),
        ("One", "Two $x$", "Three"),
        ("Four",),
    ]
    assert (found.about.title, found.about.date) == ("T", "2024-05-01")


def test_a_lead_in_stands_before_its_items() -> None:
    text = "Other conditions:\n\\begin{itemize}\n\\item obesity\n\\end{itemize}"
    assert [each.lead_in for each in sentences_of(article(text))] == ["", "Other conditions:"]


def test_what_is_left_out_is_counted() -> None:
    text = "\\begin{lstlisting}x\\end{lstlisting}\\[y\\]\\nocite{a,b}\\nocite{*}"
    expected = {"code blocks": 1, "formulas": 1, "references listed without being cited": 2}
    assert article(text).left_out == expected


def test_places_are_those_of_the_file() -> None:
    text = "% first\n\\section{S}\nSo \\emph{it} is \\cite{a}.\n  Then \\'it\nis \\citet{b}."
    found = article(text)
    assert [(each.line, each.column) for each in sentences_of(found)] == [(3, 1), (4, 3)]
    assert [(each.line, each.column, each.spoken) for each in found.markers] == [(3, 17, False), (5, 4, True)]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "paper").mkdir()
    return tmp_path / "paper"


def read_in(folder: Path, **texts: str) -> ArticleText:
    for name, text in texts.items():
        (folder / f"{name}.tex").write_text(text, encoding="utf-8")
    return read_latex(File("paper/main.tex", (folder / "main.tex").read_bytes(), path=str(folder / "main.tex")))


def test_parts_are_read_where_they_are_brought_in(folder: Path) -> None:
    found = read_in(
        folder, main="\\section{One}\\input{part}\\include{part2}Two.", part="\nIn \\cite{a}.", part2="In 2."
    )
    assert [(each.passage.file, each.line, each.text) for each in sentences_of(found)] == [
        ("paper/part.tex", 2, "In."),
        ("paper/part2.tex", 1, "In 2."),
        ("", 1, "Two."),
    ]
    assert [part.name for part in found.parts] == ["paper/part.tex", "paper/part2.tex"]


REFUSED = {
    "missing": ("\\input{gone}", "there is no such file"),
    "above": ("\\input{../secret}", "outside the article's folder"),
    "above and missing": ("\\input{../gone}", "outside the article's folder"),
    "absolute": ("\\input{/etc/passwd}", "outside the article's folder"),
    "by a link": ("\\input{link}", "outside the article's folder"),
    "itself": ("\\input{main}", "brings in itself"),
    "a folder": ("\\input{.}", "there is no such file"),
    "a name that no file can have": (f"\\input{{{'a' * 300}}}", "there is no such file"),
}


@pytest.mark.parametrize(("text", "reason"), REFUSED.values(), ids=REFUSED)
def test_a_part_that_is_not_read_is_a_problem_at_its_line(folder: Path, text: str, reason: str) -> None:
    (folder.parent / "secret.tex").write_text("Secret.", encoding="utf-8")
    (folder / "link.tex").symlink_to(folder.parent / "secret.tex")
    found = read_in(folder, main=f"One.\n{text} Two.")
    assert [each.text for each in sentences_of(found)] == ["One.", "Two."]
    assert [(each.rule, each.place.line) for each in found.problems] == [("unread-part", 2)]
    assert reason in found.problems[0].message


def test_a_part_is_imported_from_a_folder(folder: Path) -> None:
    (folder / "inner").mkdir()
    (folder / "inner" / "part.tex").write_text("In.", encoding="utf-8")
    found = read_in(folder, main="\\import{inner/}{part}Two.")
    assert [(each.passage.file, each.text) for each in sentences_of(found)] == [
        ("paper/inner/part.tex", "In."),
        ("", "Two."),
    ]


def test_parts_that_bring_in_each_other_end(folder: Path) -> None:
    found = read_in(folder, main="\\input{a}", a="A. \\input{b}", b="B. \\input{a}")
    assert [each.text for each in sentences_of(found)] == ["A.", "B."]
    assert [each.place.file for each in found.problems] == ["paper/b.tex"]


def test_parts_that_double_end(folder: Path) -> None:
    texts = {f"p{number}": f"\\input{{p{number + 1}}}\\input{{p{number + 1}}}" for number in range(20)}
    found = read_in(folder, main="\\input{p0}", p20="A.", **texts)
    assert len(found.passages) < 1000
    assert "more than 1,000 files" in found.problems[0].message


def test_a_text_that_is_too_long_is_read_up_to_a_place(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(scanning, "MOST_LETTERS", 4)
    found = article("a\nb\nc\nd")
    assert texts("a\nb\nc\nd") == ["a b"]
    assert [(each.rule, each.place.line) for each in found.problems] == [("unread-part", 3)]


HOSTILE = [
    "{",
    "}",
    "\\begin{a}",
    "\\begin{quote}",
    "\\end{quote}",
    "\\footnote{a ",
    "\\section{",
    "\\label{",
    "\\cite{",
    "\\cite[",
    "$ ",
    "\\[ ",
    "\\verb|",
    "\\begin{verbatim}",
    "\\newcommand{\\a}{",
    "\\item[a",
    "\\foo[{",
    "\\c ",
    "%\n",
    "\\input{x}",
]


@pytest.mark.parametrize("text", HOSTILE)
def test_what_is_never_closed_is_read_once(text: str) -> None:
    assert article(text * 20_000).file == "paper.tex"


PIECES = st.sampled_from(
    [*HOSTILE, "\\cite{k}", "]", "}", "\n\n", "words. ", "\\end{a}", "$", "\\]", "\\item ", "\\bibitem{b}", "&", "\\\\"]
)


@given(st.lists(PIECES, max_size=30).map("".join))
@example("\\item[a\\cite{k}]")
def test_nothing_is_lost(text: str) -> None:
    plain = re.sub(r"%[^\n]*", "", text)
    seen = plain.count("\\cite{k}") if "verb" not in plain and "newcommand" not in plain else 0
    found = article(plain)
    given_ones = sum(marker.text.count("\\cite{k}") for marker in found.markers)
    reported = sum(each.text.count("\\cite") for each in found.problems if each.rule == "unread-citation")
    assert given_ones + reported >= seen
