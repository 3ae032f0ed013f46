"""LaTeX -> plain text."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.reading.latex import Decoder, TooDeepError, decode_latex, read_latex, single_spaced


@pytest.mark.parametrize(
    ("latex", "text"),
    [
        ("plain", "plain"),
        ("The {DNA} of {E. {coli}}", "The DNA of E. coli"),
        ('G\\"odel', "Gödel"),
        ("Sj{\\\"o}gren's", "Sjögren's"),
        ("Erd\\H{o}s", "Erdős"),
        ("{\\'\\i}", "í"),
        ("\\c c\\v{s}", "çš"),
        ("S{\\o}ren \\L{}ukasz", "Søren Łukasz"),
        ("50\\% \\& 10%", "50% & 10%"),
        ("50% of \\emph{all}", "50% of all"),
        ("320--329", "320–329"),
        ("``so''", "“so”"),
        ("a~b\n  c", "a b c"),
        ("\\url{https://example.org/a\\_b~c}", "https://example.org/a_b~c"),
        ("\\verb|a_b|", "a_b"),
        ("\\ifnum\\short=1 ACM\\else{Association}\\fi", "Association"),
    ],
)
def test_decode(latex: str, text: str) -> None:
    assert decode_latex(latex) == text


@pytest.mark.parametrize(
    ("latex", "text"),
    [
        ("P {\\textless} 0.001 \\textgreater 0", "P < 0.001 > 0"),
        ("a\\textbar{}b, 5 \\euro", "a|b, 5 €"),
        ("\\textalpha\\textbeta\\upbeta", "αββ"),
        ("\\TeX, \\LaTeX{} and either\\slash or", "TeX, LaTeX and either/or"),
        ("Cats \\amp dogs", "Cats & dogs"),
        ("\\apj", "ApJ"),
        ("\\copyright 2001, \\S 5", "© 2001, § 5"),
        ("\\ensuremath{\\beta}2, \\ref{y}, \\overline{x}", "β2, y, x"),
        ("\\char'176a\\char126\\char\"7E", "~a~~"),
        ("\\accent'27 a \\accent23a \\accent\"17 a", "å å å"),
        ("M\\accent127 uller, \\accent99 a", "Müller, accent99 a"),
        ("\\noopsort{1973a}1973", "1973"),
        ("\\textcolor{red}{hot} \\href{a.org}{site}", "hot site <a.org>"),
        ("\\texorpdfstring{$\\alpha$}{alpha}", "alpha"),
        ("10\\textsuperscript{6} 1\\textsuperscript{st}", "10⁶ 1st"),
    ],
)
def test_commands_that_are_known(latex: str, text: str) -> None:
    assert decode_latex(latex) == text


@pytest.mark.parametrize("command", ["texttt", "mbox", "textsf", "textup", "title", "unknown"])
def test_the_argument_of_any_command_stays(command: str) -> None:
    assert decode_latex(f"\\{command}{{limma}}: models") == "limma: models"


@pytest.mark.parametrize("command", ["unknown", "title", "date", "footnote", "textcolor", "today"])
def test_the_name_of_a_command_without_its_argument_stays(command: str) -> None:
    assert decode_latex(f"a \\{command}") == f"a {command}"


def test_an_empty_group_ends_the_name_of_a_command() -> None:
    assert decode_latex("\\unknown{} b") == "unknown b"


@pytest.mark.parametrize(
    ("latex", "text"),
    [
        ("CO$_2$ and PM$_{2.5}$", "CO2 and PM2.5"),
        ("$\\alpha$-synuclein, $\\Delta$F508", "α-synuclein, ΔF508"),
        ("$p<0.05$, $n \\geq 10$, $\\sim$10", "p<0.05, n ≥ 10, ~10"),
        ("$10^{-3}$ m$^2$, Ca$^{2+}$, 37 $^\\circ$C, 1$^{\\rm st}$", "10⁻³ m², Ca²⁺, 37 °C, 1st"),
        ("$x^{ab}$ $\\bar{x}$ $\\not=$", "x^(ab) x̄ ≠"),
        ("$\\sqrt{xy}$ $\\frac{1}{2}$ $$E$$ \\(x_i\\)", "√(xy) 1/2 E xi"),
        ("costs $5 and $10, or US$3-$4, or $6", "costs $5 and $10, or US$3-$4, or $6"),
        ("a_b^c \\$5", "a_b^c $5"),
    ],
)
def test_formulas(latex: str, text: str) -> None:
    assert decode_latex(latex) == text


@pytest.mark.parametrize(
    "piece", ['{\\"', "\\sqrt[", "\\sqrt", "\\emph{", "\\frac{", "\\textcolor{red}{", "$\\bar{", "\\'"]
)
def test_latex_too_deep_to_decode_stays_as_it_is_written_or_is_short(piece: str) -> None:
    deep = piece * 5000
    assert len(decode_latex(deep)) <= len(deep)


def test_latex_too_deep_says_so() -> None:
    with pytest.raises(TooDeepError):
        read_latex("{" * 5000 + "}" * 5000)


PIECE = st.sampled_from(
    [
        *("a", "B", " ", "{", "}", "é", "1", "~", "-", "--", "---", "'", "''", "{}", "{e}", "{\\i}"),
        *('\\"', "\\'", "\\^", "\\=", "\\c", "\\v", "\\H", "\\r", "\\ss", "\\o", "\\ae", "\\L", "\\i", "\\j"),
        *("\\&", "\\%", "\\emph"),
    ]
)


def balanced(text: str) -> bool:
    """Whether braces open before they close."""
    depths = [text[:end].count("{") - text[:end].count("}") for end in range(len(text) + 1)]
    return min(depths) == depths[-1] == 0


@given(st.lists(PIECE, max_size=8).map("".join).filter(balanced))
def test_digits_are_never_lost(latex: str) -> None:
    assert unicodedata.normalize("NFKD", decode_latex(latex)).count("1") >= latex.count("1")


@given(st.text())
def test_nothing_raises_and_decoding_is_done_once(text: str) -> None:
    plain = decode_latex(text)
    assert plain == " ".join(plain.split())


@given(
    st.lists(
        st.sampled_from(
            [
                *("Sleep", " ", "  ", "{", "}", "$", "\\", '\\"o', "{\\'e}", "\\ss ", "{\\o}", "\\v{s}", "\\c c"),
                *("{DNA of}", "$p<0.05$", "$x^{2}$", "$5", "\\alpha", "--", "``", "''", "~", "\\%", "\\$", "\\("),
                *("?`", "\n", "\\i", "3", "^"),
            ]
        ),
        max_size=9,
    )
)
def test_a_value_reads_the_same_in_parts_and_as_a_whole(pieces: list[str]) -> None:
    value = "".join(pieces)
    assert read_latex(value) == " ".join(Decoder(value).text().split())


@given(st.text(alphabet="ab \t\n\x1c\x85\xa0\xad\u2003\u2028\u3000"))
def test_a_text_has_one_blank_between_its_words(text: str) -> None:
    assert single_spaced(text) == " ".join(text.split())
