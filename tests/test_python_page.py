"""The README's Python and docs/python.md, typed in from top to bottom in an empty folder as a researcher would.

    ./run python -m tests.test_python_page

writes what they print anew.
"""

from __future__ import annotations

import contextlib
import doctest
import io
import os
import re
import sys
import tempfile
import traceback
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from mypy import api

ROOT = Path(__file__).parent.parent
PAGES = (ROOT / "README.md", ROOT / "docs" / "python.md")
BLOCK = re.compile(r"^```python\n(.*?)^```\n", re.DOTALL | re.MULTILINE)


def rendered(page: str) -> str:
    """The page with every example followed by what it really prints, run in the working folder."""
    names: dict[str, Any] = {"__name__": "__main__"}
    return BLOCK.sub(lambda block: f"```python\n{''.join(typed_in(block[1], names))}```\n", page)


def typed_in(block: str, names: dict[str, Any]) -> Iterator[str]:
    """The examples of a block, and between them its empty lines, as Python's prompt shows them."""
    for part in doctest.DocTestParser().parse(block):
        if isinstance(part, doctest.Example):
            first, *rest = part.source.splitlines()
            yield from (
                f">>> {first}\n",
                *(f"... {line}".rstrip() + "\n" for line in rest),
                printed(part.source, names),
            )
        else:
            yield part


def examples(block: str) -> Iterator[str]:
    """The examples of a block, without what they print."""
    yield from (each.source for each in doctest.DocTestParser().get_examples(block))


def printed(source: str, names: dict[str, Any]) -> str:
    """What Python's prompt prints for an example; of an exception its last line."""
    out, shown = io.StringIO(), sys.displayhook
    sys.displayhook = lambda value: None if value is None else print(repr(value))  # noqa: T201 - as the prompt does
    try:
        with contextlib.redirect_stdout(out):
            exec(compile(source, "<page>", "single"), names)  # noqa: S102 - our own page
    except Exception as error:  # noqa: BLE001 - the page may show any
        out.write("Traceback (most recent call last):\n    ...\n" + "".join(traceback.format_exception_only(error)))
    finally:
        sys.displayhook = shown
    return out.getvalue()


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.stem)
def test_what_a_page_prints_is_real(path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    page = path.read_text(encoding="utf-8")
    assert rendered(page) == page


def test_a_strict_checker_of_types_has_nothing_to_say(tmp_path: Path) -> None:
    for path in PAGES:
        parts = (part for block in BLOCK.findall(path.read_text(encoding="utf-8")) for part in examples(block))
        (tmp_path / f"{path.stem}.py").write_text("".join(parts), encoding="utf-8")
    cache, settings = ROOT / ".mypy_cache", ROOT / "pyproject.toml"  # as `./run mypy` has them, which is here before
    said, _, _ = api.run(["--strict", "--config-file", str(settings), "--cache-dir", str(cache), str(tmp_path)])
    assert said == f"Success: no issues found in {len(PAGES)} source files\n"


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as temporary:
        os.chdir(temporary)
        for each in PAGES:
            each.write_text(rendered(each.read_text(encoding="utf-8")), encoding="utf-8")
