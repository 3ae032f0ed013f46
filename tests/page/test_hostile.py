"""Texts that mean harm, everywhere in the evidence."""

from decimal import Decimal
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from graph.auditing.report import Report
from graph.model import (
    Article,
    Citation,
    Claim,
    Evidence,
    Facts,
    File,
    Finding,
    Place,
    Quantity,
    Reference,
    SourceValue,
)
from graph.page import write_page
from graph.reading import collect_causes
from graph.references.dois import Doi
from graph.references.names import Name
from graph.references.years import Year
from tests.browser import OpenPage
from tests.pages import settled

HOSTILE = [
    "</script><img src=x onerror=alert(1)>",
    "{{7*7}}{% raw %}",
    "javascript:alert(1)",
    "line\N{LINE SEPARATOR}paragraph\N{PARAGRAPH SEPARATOR}end",
    "\x1b[31mred\x1b[0m",
    "__proto__",
    "constructor",
    "<!--<script>",
    "\N{RIGHT-TO-LEFT OVERRIDE}abc",
    "\N{HEBREW LETTER ALEF}\N{HEBREW LETTER BET} (1)",
    "'\" onmouseover=alert(1) x='",
    "&lt;b&gt; &amp; &#106;",
    "x" * 3000,
]


def hostile_evidence(text: str) -> Evidence:
    """Evidence in which every text is this one."""
    place = Place(text, 1, text)
    reference = Reference(
        key=text,
        type=text,
        place=place,
        title=text,
        facts=Facts(names=(Name(literal=text),), year=Year(text), doi=Doi(text, text)),
        journal=text,
        url=text,
        design=text,
        group=text,
        fields={"volume": text, "pages": text},
    )
    bare = Claim(key=f"{text} bare", cause=text, text=f"{text} tea", place=place)
    other = Reference(key=f"{text} other", type=text, place=place, title=f"{text} tea")
    written = text.encode(errors="replace")
    quantity = Quantity(measure=text, low=Decimal(1), unit=text, population=text, comparator=text)
    said = SourceValue(place=place, quantity=quantity, quote=text, design=text, checked_by=text, checked_on=text)
    claim = Claim(
        key=text,
        cause=text,
        text=text,
        place=place,
        citations=(
            Citation(text, text, "supports", place, text, source=said),
            Citation(text, f"{text}?", "disputes", place, text),
        ),
        quantity=quantity,
        involves=(f"{text} two",),
        section=text,
        paragraph=text,
        quote=text,
        note=text,
        reviewed_by=text,
        extra={text: text},
    )
    return Evidence(
        references={each.key: each for each in (reference, other)},
        claims={each.key: each for each in (claim, bare)},
        causes=collect_causes([claim, bare]),
        article=Article(title=text, url=text, date=text),
        files=(File(text, written), File(text, written, "claims")),
    )


def hostile_report(text: str) -> Report:
    """A report on that evidence in which a finding says the same."""
    place = Place(text, 1)
    finding = Finding(code=text, rule=text, severity="error", place=place, subject=f"claim:{text}", message=text)
    return Report(findings=(finding,), checks=(), not_run=(), claims=2, references=2, causes=2)


@pytest.mark.parametrize("text", HOSTILE, ids=lambda text: ascii(text[:20]))
def test_a_hostile_text_is_inert_and_unharmed(text: str, open_page: OpenPage, tmp_path: Path) -> None:
    page_file = write_page(hostile_evidence(text), tmp_path / "page.html", hostile_report(text), title=text)
    tab = open_page(page_file)
    dialogs: list[str] = []
    tab.page.on("dialog", lambda dialog: dialogs.append(dialog.message))
    for stage in ("matrix", "figures", "timeline", "uses"):
        tab.page.evaluate("stage => { location.hash = new URLSearchParams({ stage }) }", stage)
        body = tab.page.locator(f"#{stage} .pane-body")
        assert settled(tab.page, lambda body=body: text in (body.text_content() or ""))  # type: ignore[misc]
    for group in ("rule", "cause"):
        tab.page.evaluate("group => { location.hash = new URLSearchParams({ tab: 'findings', group }) }", group)
        assert settled(tab.page, lambda: text in (tab.page.locator("#findings .tree").text_content() or ""))
    tab.page.evaluate("within => { location.hash = new URLSearchParams({ within }) }", f"cause:{text}")
    assert settled(tab.page, lambda: tab.page.locator("#narrowed-name").text_content() == text)
    tab.page.evaluate("id => { location.hash = new URLSearchParams({ select: id }) }", f"claim:{text} bare")
    assert settled(tab.page, lambda: tab.page.locator("#panel .shared", has_text="tea").count() == 1)
    for kind in ("cause", "reference", "claim"):
        tab.page.evaluate("id => { location.hash = new URLSearchParams({ select: id }) }", f"{kind}:{text}")
        tab.page.wait_for_timeout(100)
    with tab.page.expect_download() as drawn:
        tab.page.evaluate("document.querySelector('[data-picture=svg]').click()")
    assert ET.parse(drawn.value.path()).getroot().tag.endswith("svg")  # noqa: S314 (our own)
    assert text in (tab.page.locator("#panel h2").text_content() or "")
    assert tab.page.locator("#panel .said q").text_content() == text
    assert f"looked up by {text} on {text}" in (tab.page.locator("#panel").text_content() or "")
    assert (tab.incidents(), dialogs) == ([], [])
    assert tab.page.locator("img, iframe, a[href^='java']").count() == 0
