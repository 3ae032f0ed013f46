"""The page's template: the same bytes in every process, and no method of Python's where a key is meant."""

import hashlib
import subprocess
import sys
from pathlib import Path

import pytest
from jinja2 import UndefinedError

from graph.page import render_page
from graph.page.template import Keyed, load_template
from graph.reading import parse
from tests.examples import CLAIMS, REFERENCES

VALUES = "claim_id,reference,source_quote\nc1,drake2013,It was shorter by an hour.\n"

BUILD = """
import sys
from graph.page import render_page
from graph.reading import parse
sys.stdout.buffer.write(render_page(parse(*sys.argv[1:])).encode())
"""


def test_evidence_with_source_values_gives_the_same_bytes_in_every_process() -> None:
    command = [sys.executable, "-c", BUILD, REFERENCES, CLAIMS, VALUES]
    page = subprocess.run(command, check=True, capture_output=True).stdout  # noqa: S603
    assert hashlib.sha256(page).digest() == hashlib.sha256(render_page(parse(*command[3:])).encode()).digest()
    assert b"object at 0x" not in page
    assert b"what the sources say, as it was read" in page


@pytest.mark.parametrize("name", [name for name in dir(dict) if not name.startswith("_")])
@pytest.mark.parametrize("written", ["{{ x.NAME }}", "{{ x['NAME'] }}"])
def test_a_method_of_a_mapping_is_no_key(name: str, written: str, tmp_path: Path) -> None:
    (tmp_path / "t.html").write_text(written.replace("NAME", name), encoding="utf-8")
    template = load_template(tmp_path / "t.html")
    assert template.render(x={name: "key"}) == "key"
    with pytest.raises(UndefinedError):
        template.render(x={})


def test_texts_keep_their_methods() -> None:
    assert Keyed().from_string("{{ 'a`b'.split('`')[1] }}").render() == "b"


def test_what_is_included_may_be_in_another_folder(tmp_path: Path) -> None:
    (tmp_path / "other").mkdir()
    (tmp_path / "other" / "marks.html").write_text("  <b>\n", encoding="utf-8")
    (tmp_path / "t.html").write_text('{% include "marks.html" %}', encoding="utf-8")
    assert load_template(tmp_path / "t.html", tmp_path / "other").render().strip() == "<b>"
