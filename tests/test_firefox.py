"""The tests of the tests in Firefox: whatever the watched page does wrong is noticed."""

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.firefox import OpenInFirefox, is_snap, value_of

Write = Callable[[str], Path]


@pytest.fixture
def write(tmp_path: Path) -> Write:
    """Writes a page with a body and a policy that forbids all but pictures."""

    def written(body: str) -> Path:
        path = tmp_path / "a page.html"
        policy = "<meta http-equiv='Content-Security-Policy' content=\"default-src 'none'; img-src *\">"
        path.write_text(f"<!doctype html><html lang=en><meta charset=utf-8>{policy}<title>A page</title>{body}</html>")
        return path

    return written


def test_a_faultless_page_has_no_incidents(open_in_firefox: OpenInFirefox, write: Write) -> None:
    assert open_in_firefox(write("<details open><summary>what</summary>that</details>")).incidents() == []


def test_a_console_error_is_an_incident(open_in_firefox: OpenInFirefox, write: Write) -> None:
    tab = open_in_firefox(write(""))
    tab.evaluate("console.error('something broke')")
    assert tab.incidents() == ["console: something broke"]


def test_an_uncaught_exception_is_an_incident(open_in_firefox: OpenInFirefox, write: Write) -> None:
    tab = open_in_firefox(write(""))
    tab.evaluate("void setTimeout(() => { throw new Error('lost') })")
    assert tab.incidents() == ["javascript: Error: lost"]


def test_an_inline_style_is_an_incident(open_in_firefox: OpenInFirefox, write: Write) -> None:
    tab = open_in_firefox(write('<p style="color: red">red</p>'))
    assert any("violates the policy: style-src-attr: inline" in line for line in tab.incidents())


def test_a_request_is_an_incident(open_in_firefox: OpenInFirefox, write: Write) -> None:
    tab = open_in_firefox(write('<img src="https://example.invalid/a.png" alt="a picture">'))
    assert "request: https://example.invalid/a.png" in tab.incidents()


def test_what_a_script_throws_is_an_error(open_in_firefox: OpenInFirefox, write: Write) -> None:
    with pytest.raises(RuntimeError, match="is not defined"):
        open_in_firefox(write("")).evaluate("nothing")


def test_values_come_as_they_are() -> None:
    remote = {
        "type": "object",
        "value": [["a", {"type": "array", "value": [{"type": "number", "value": 1}]}], ["b", {"type": "null"}]],
    }
    assert value_of(remote) == {"a": [1], "b": None}


@pytest.mark.parametrize(("script", "snap"), [("exec /snap/bin/firefox", True), ("exec /usr/lib/firefox", False)])
def test_a_script_that_starts_a_snap_is_one(tmp_path: Path, script: str, snap: bool) -> None:  # noqa: FBT001 (a table)
    path = tmp_path / "firefox"
    path.write_text(f"#!/bin/sh\n{script}\n", encoding="utf-8")
    assert is_snap(path) == snap
