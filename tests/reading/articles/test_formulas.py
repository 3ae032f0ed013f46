"""Formulas in XML as plain text."""

from __future__ import annotations

import pytest

from graph.reading.articles.elements import parse_xml
from graph.reading.articles.formulas import plain_text
from graph.reading.problems import Problems

FORMULAS = {
    "letters": ("<f><italic>p</italic> = 0.03</f>", "p = 0.03"),
    "TeX in dollars": (r"<f><tex-math>$25 \pm 3$</tex-math></f>", "25 ± 3"),
    "TeX without dollars": (r"<f><tex-math>\frac{1}{2}</tex-math></f>", "1/2"),
    "TeX as a document": (
        r"<tex-math>\documentclass{m}\begin{document}$$x \leq 3$$\end{document}</tex-math>",
        "x ≤ 3",
    ),
    "TeX in columns": (r"<tex-math>\begin{aligned} x &amp; = 3 \% \end{aligned}</tex-math>", "x = 3 %"),
    "empty TeX": ("<tex-math>$$</tex-math>", ""),
    "MathML": ("<math>\n<mi>p</mi>\n<mo>&lt;</mo>\n<mn>0.05</mn>\n</math>", "p<0.05"),
    "a prefix": ("<mml:math><mml:mi>x</mml:mi></mml:math>", "x"),
    "words": ("<math><mtext>if </mtext><mi>x</mi></math>", "if x"),
    "a space": ("<math><mn>3</mn><mspace width='1em'/><mi>mg</mi></math>", "3 mg"),
    "above": ("<math><msup><mn>10</mn><mrow><mo>−</mo><mn>3</mn></mrow></msup></math>", "10⁻³"),
    "letters above": ("<math><msup><mi>e</mi><mi>ab</mi></msup></math>", "e^(ab)"),
    "below and above": ("<math><msubsup><mi>x</mi><mi>i</mi><mn>2</mn></msubsup></math>", "xi²"),
    "a fraction": ("<math><mfrac><mn>1.5</mn><mrow><mi>a</mi><mo>+</mo><mi>b</mi></mrow></mfrac></math>", "1.5/(a+b)"),
    "a root": ("<math><msqrt><mi>x</mi></msqrt></math>", "√x"),
    "a root with its index": ("<math><mroot><mi>x</mi><mn>3</mn></mroot></math>", "³√x"),
    "brackets": ("<math><mfenced open='['><mi>a</mi><mi>b</mi></mfenced></math>", "[a, b)"),
    "a comment in TeX": ("<math><semantics><mi>x</mi><annotation>\\x</annotation></semantics></math>", "x"),
    "what is not seen": ("<math><mn>2</mn><mo>&#x2062;</mo><mi>x</mi></math>", "2x"),
    "cells": ("<math><mtable><mtr><mtd><mi>a</mi></mtd><mtd><mi>b</mi></mtd></mtr></mtable></math>", "a b"),
    "several ways": (
        "<alternatives><graphic/><tex-math>x</tex-math><math><mi>x</mi></math></alternatives>",
        "x",
    ),
}


@pytest.mark.parametrize(("xml", "text"), FORMULAS.values(), ids=FORMULAS)
def test_a_formula_is_plain_text(xml: str, text: str) -> None:
    assert plain_text(parse_xml(xml, Problems("a.xml"))) == text
