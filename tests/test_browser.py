"""The tests of the tests: whatever the watched page does wrong is noticed."""

from __future__ import annotations

import base64
import hashlib
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.browser import ROOT, Axe, NoBrowserError, OpenPage, appearing
from tests.conftest import needed

SCRIPT = "document.body.dataset.script = 'ran';"
HASH = base64.b64encode(hashlib.sha256(SCRIPT.encode()).digest()).decode()
POLICY = f"default-src 'none'; script-src 'sha256-{HASH}'"

Write = Callable[..., Path]


@pytest.fixture
def write(tmp_path: Path) -> Write:
    """Writes a page without fault but for `body`, under a policy as strict as that of the real page."""

    def written(body: str = "", policy: str = POLICY) -> Path:
        path = tmp_path / "a page.html"
        path.write_text(
            "<!doctype html><html lang=en><meta charset=utf-8>"
            f'<meta http-equiv="Content-Security-Policy" content="{policy}">'
            f"<title>A page</title><main><h1>A page</h1>{body}</main><script>{SCRIPT}</script></html>",
            encoding="utf-8",
        )
        return path

    return written


def test_a_page_under_a_strict_policy_runs_its_script(open_page: OpenPage, write: Write) -> None:
    assert open_page(write()).page.evaluate("document.body.dataset.script") == "ran"


def test_a_faultless_page_has_no_incidents(open_page: OpenPage, write: Write) -> None:
    assert open_page(write()).incidents() == []


def test_the_viewport_has_the_size_asked_for(open_page: OpenPage, write: Write) -> None:
    tab = open_page(write(), width=390, height=844)
    assert tab.page.evaluate("[innerWidth, innerHeight]") == [390, 844]


def test_a_context_option_is_passed_on(open_page: OpenPage, write: Write) -> None:
    tab = open_page(write(), java_script_enabled=False)
    assert tab.page.locator("[data-script]").count() == 0


def test_text_is_drawn(open_page: OpenPage, write: Write) -> None:
    blank = open_page(write("<p>.</p>")).page.screenshot()
    text = open_page(write("<p>Restless legs</p>")).page.screenshot()
    assert len(text) > len(blank)


def test_a_console_error_is_an_incident(open_page: OpenPage, write: Write) -> None:
    tab = open_page(write())
    tab.page.evaluate("console.error('something broke')")
    assert tab.incidents() == ["console: something broke"]


def test_an_uncaught_exception_is_an_incident(open_page: OpenPage, write: Write) -> None:
    tab = open_page(write())
    tab.page.evaluate("() => { setTimeout(() => { throw new Error('lost') }) }")
    assert tab.incidents() == ["uncaught: lost"]


def test_an_inline_style_is_an_incident(open_page: OpenPage, write: Write) -> None:
    tab = open_page(write('<p style="color: red">red</p>'))
    assert any(line.startswith("console: violates the policy: style-src-attr: inline") for line in tab.incidents())


def test_a_violation_that_the_page_catches_is_an_incident(open_page: OpenPage, write: Write) -> None:
    tab = open_page(write())
    tab.page.evaluate("fetch('https://example.invalid/').catch(() => {})")
    assert any(line.startswith("console: violates the policy: connect-src") for line in tab.incidents())


@pytest.mark.parametrize("address", ["https://example.invalid/a.png", "beside.png"])
def test_a_request_is_an_incident(open_page: OpenPage, write: Write, address: str) -> None:
    tab = open_page(write(f'<img src="{address}" alt="a picture">', policy="img-src *"))
    assert any(line.startswith("request: ") and line.endswith(address) for line in tab.incidents())


def test_another_window_is_an_incident(open_page: OpenPage, write: Write) -> None:
    tab = open_page(write())
    tab.page.evaluate("void open('about:blank')")
    assert tab.incidents() == ["window: about:blank"]


def test_following_a_link_within_the_page_is_no_incident(open_page: OpenPage, write: Write) -> None:
    tab = open_page(write('<a href="#there">go</a><p id="there">there</p>'))
    tab.page.click("a")
    assert tab.incidents() == []


def test_axe_finds_nothing_in_a_faultless_page(open_page: OpenPage, write: Write, axe: Axe) -> None:
    assert axe(open_page(write()).page) == []


def test_axe_finds_a_picture_without_text_and_a_field_without_label(
    open_page: OpenPage, write: Write, axe: Axe
) -> None:
    found = axe(open_page(write('<img src="data:," id="picture"><input id="field">')).page)
    assert [line.partition(" ")[0] for line in found] == ["image-alt", "label"]


def test_axe_itself_causes_no_incident(open_page: OpenPage, write: Write, axe: Axe) -> None:
    tab = open_page(write("<p>text</p>"))
    axe(tab.page)
    assert tab.incidents() == []


def test_a_folder_that_was_not_filled_does_not_appear(tmp_path: Path) -> None:
    def interrupted() -> None:
        with appearing(tmp_path / "folder") as new:
            (new / "half").touch()
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        interrupted()
    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_another_run_filled_first_is_kept(tmp_path: Path) -> None:
    with appearing(tmp_path / "folder") as new:
        (new / "slower").touch()
        with appearing(tmp_path / "folder") as other:
            (other / "faster").touch()
    assert [path.name for path in (tmp_path / "folder").iterdir()] == ["faster"]


@pytest.mark.parametrize(("ci", "outcome"), [("true", NoBrowserError), ("", pytest.skip.Exception)])
def test_no_browser_is_a_failure_in_ci_alone(ci: str, outcome: type, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CI", ci)
    with pytest.raises(outcome), needed():
        raise NoBrowserError


def test_no_browser_is_said_aloud_elsewhere() -> None:
    command = [sys.executable, "-m", "pytest", "-p", "no:cacheprovider", f"{__file__}::{test_text_is_drawn.__name__}"]
    environment = {**os.environ, "CHROME": "/nowhere", "CI": ""}
    done = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, check=False)  # noqa: S603 (our own Python)
    assert "TESTS THAT DID NOT RUN: 1" in done.stdout


@pytest.mark.parametrize("test", ["one", "another"])
def test_what_a_page_keeps_is_gone_in_the_next_test(open_page: OpenPage, write: Write, test: str) -> None:
    page = open_page(write()).page
    assert (
        page.evaluate("test => { const kept = localStorage.kept ?? null; localStorage.kept = test; return kept }", test)
        is None
    )
