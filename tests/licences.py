"""The licences of all that is installed, by the lock, as a document.

    ./run python -m tests.licences > docs/licences.md

Each is the one that the package states, by its name in SPDX where that is clear.
"""

from __future__ import annotations

import re
import sys
import tomllib
from collections.abc import Iterator, Mapping
from importlib.metadata import metadata
from pathlib import Path

ROOT = Path(__file__).parent.parent
ELSEWHERE = {
    "appnope": "BSD-2-Clause",
    "cffi": "MIT-0",
    "colorama": "BSD",
    "pycparser": "BSD-3-Clause",
}
"""Packages that some systems only have installed."""

NAMES = {
    "Apache 2.0": "Apache-2.0",
    "Apache Software License": "Apache-2.0",
    "BSD": "BSD",
    "BSD 3-Clause License": "BSD-3-Clause",
    "BSD License": "BSD",
    "GNU General Public License (GPL)": "GPL",
    "ISC License (ISCL)": "ISC",
    "MIT": "MIT",
    "MIT-0": "MIT-0",
    "MIT License": "MIT",
    "Mozilla Public License 2.0 (MPL 2.0)": "MPL-2.0",
    "Python Software Foundation License": "PSF-2.0",
}
"""How packages call their licences that do not use the names of SPDX."""

PAGE = """\
# Licences

evidence-graph itself is under the MIT licence (`LICENSE`). This is what it stands on, in the versions of
`requirements.lock`, each with the licence that it states. Written by `./run python -m tests.licences`.

Every page that `build` writes has vis-network in it, which comes with pyvis and is under Apache-2.0 or MIT, as one
likes. What the command, `import graph` and the extras need asks of who uses it to keep a notice, and no more; what asks
more is used to test only.
"""


def needed_by() -> dict[str, list[str]]:
    """The packages of the lock, each with those that need it."""
    lock = (ROOT / "requirements.lock").read_text(encoding="utf-8")
    entries = re.split(r"^(?=[\w.-]+==)", lock, flags=re.MULTILINE)[1:]
    needed: dict[str, list[str]] = {}
    for entry in entries:
        found = re.findall(r"^    #(?: via)? +(.+)$", entry, re.MULTILINE)
        needed.setdefault(entry.partition("==")[0], []).extend(found)
    return needed


def purposes() -> dict[str, set[str]]:
    """What packages are asked for, and by what names; the first that applies to a package counts."""
    asked = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    wanted = {"the command and `import graph`": asked["project"]["dependencies"]}
    wanted |= {f"the extra `{name}`": each for name, each in asked["project"]["optional-dependencies"].items()}
    wanted["tests and tools"] = asked["dependency-groups"]["dev"]
    return {what: {re.match(r"[\w.-]+", each)[0] for each in packages} for what, packages in wanted.items()}  # type: ignore[index]


def purpose(name: str, needed: Mapping[str, list[str]]) -> str:
    """What a package is needed for, itself or by others."""
    seen: set[str] = set()
    asking = [name]
    while asking:
        each = asking.pop()
        if each not in seen:
            seen.add(each)
            asking += needed.get(each, ())
    return next(what for what, names in purposes().items() if names & seen)


def licence(name: str) -> str:
    """The licence of a package as it states it, by its name in SPDX where that is clear."""
    if name in ELSEWHERE:
        return ELSEWHERE[name]
    about = metadata(name).json
    kinds = [each.rpartition(" :: ")[2] for each in about.get("classifier", ()) if each.startswith("License")]
    free = str(about.get("license", "")).partition("\n")[0]
    named = free if free in NAMES or free in NAMES.values() else ""
    stated = str(about.get("license_expression") or named or kinds[0])
    return NAMES.get(stated, stated)


def lines() -> Iterator[str]:
    """The lines of the document."""
    needed = needed_by()
    for_what = {name: purpose(name, needed) for name in needed}
    yield PAGE
    for what in purposes():
        rows = [f"| {name} | {licence(name)} |" for name in needed if for_what[name] == what]
        yield "\n".join([f"## For {what}\n", "| package | licence |", "|---|---|", *rows, ""])


if __name__ == "__main__":
    sys.stdout.write("\n".join(lines()))
