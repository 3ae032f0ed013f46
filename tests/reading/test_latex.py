"""LaTeX -> plain text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.reading.latex import decode_latex, decode_whole


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
        ("$p < 0.05$", "$p < 0.05$"),
        ("\\url{https://example.org/a}", "https://example.org/a"),
        ("{\\noopsort{1973c}}1981", "1981"),
        ("\\SortNoop{a}Lee", "Lee"),
        ("\\unknown{x}", "x"),
    ],
)
def test_decode(latex: str, text: str) -> None:
    assert decode_latex(latex) == text


def test_latex_too_deep_to_decode_stays_as_it_is_written() -> None:
    deep = "\\emph" + "{" * 5000 + "}" * 5000
    assert decode_latex(deep) == deep


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
def test_decoding_in_parts_is_decoding_the_whole(latex: str) -> None:
    assert decode_latex(latex) == " ".join(decode_whole(latex).split())
