"""The document of licences has every package of the lock, and nobody who installs the command gets a surprise."""

from __future__ import annotations

import re
from pathlib import Path

from tests.licences import lines, needed_by

ROOT = Path(__file__).parent.parent
DOCUMENT = (ROOT / "docs" / "licences.md").read_text(encoding="utf-8")
FREE = {
    *("0BSD", "BSD", "BSD-2-Clause", "BSD-3-Clause", "ISC", "MIT", "MIT-0", "MIT-CMU"),
    *("Apache-2.0", "CC0-1.0", "PSF-2.0", "Zlib"),
}
ROW = re.compile(r"^\| ([\w.-]+) \| (.+) \|$", re.MULTILINE)


def test_it_is_written_anew() -> None:
    assert "\n".join(lines()) == DOCUMENT, "./run python -m tests.licences > docs/licences.md"


def test_every_package_of_the_lock_is_in_it_once() -> None:
    assert sorted(name for name, _ in ROW.findall(DOCUMENT) if name != "package") == sorted(needed_by())


def test_what_is_installed_with_the_command_and_the_extras_asks_for_a_notice_at_most() -> None:
    installed = ROW.findall(DOCUMENT.partition("## For tests and tools")[0])
    named = {each for name, stated in installed if name != "package" for each in re.split(r" (?:AND|OR) ", stated)}
    assert named <= FREE
