"""Checks the page's JavaScript: its types with TypeScript, and how it is written with oxlint.

`python -m tests.javascript` does both and fails where one finds something. What they are is in `package-lock.json`, how
they are set in `tsconfig.json` and `.oxlintrc.json`; both are fetched like the browser, into `.browser/`.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path

from tests.browser import NODE, ROOT, node_modules

NAMES = """
    annotated camera figures geometry layout map matrix model order overview paint panel scene svg timeline unfold uses
    view
"""
LOOSE = frozenset(NAMES.split())
"""Modules of which not every function says its types yet. All else of TypeScript's `strict` holds for them, too."""

IMPLICIT = re.compile(r"^graph/page/web/(\w+)\.js\(.*\): error TS70\d\d: ")
"""A complaint of `noImplicitAny`, and the module that it is about."""


def main() -> int:
    """Print what is wrong with types, then what the linter says; 1 where there is anything."""
    wrong = unexcused(type_errors())
    print("\n".join(wrong) or "Types: nothing to complain about.", flush=True)  # noqa: T201 - a command prints
    return max(bool(wrong), lint())


def type_errors(project: Path = ROOT) -> list[str]:
    """What TypeScript says of the modules, line by line."""
    compiler = node_modules() / "typescript" / "bin" / "tsc"
    command: list[str | Path] = [NODE, compiler, "--pretty", "false"]
    done = subprocess.run(command, cwd=project, capture_output=True, text=True, check=False)  # noqa: S603 (our own Node)
    if done.returncode and not done.stdout:
        raise RuntimeError(done.stderr)
    return done.stdout.splitlines()


def unexcused(errors: Iterable[str]) -> list[str]:
    """What is not excused, with its further lines; and the modules that need no excuse any more."""
    wrong, needed, excused = [], set(), False
    for line in errors:
        if not line.startswith(" "):
            found = IMPLICIT.match(line)
            excused = found is not None and found[1] in LOOSE
            needed |= {found[1]} if found else set()
        if not excused:
            wrong.append(line)
    return wrong + [f"{name}.js says all its types: take it out of LOOSE" for name in sorted(LOOSE - needed)]


def lint() -> int:
    """Run the linter over the modules and their tests."""
    modules = node_modules()
    # The linter looks for its part that knows types on the PATH, and that one for Node.
    path = os.pathsep.join((str(modules / ".bin"), str(NODE.parent), os.environ["PATH"]))
    linter = modules / "oxlint" / "bin" / "oxlint"
    command: list[str | Path] = [NODE, linter, "--type-aware", "graph/page/web", "tests/page/web"]
    return subprocess.run(command, cwd=ROOT, env={**os.environ, "PATH": path}, check=False).returncode  # noqa: S603 (our own Node)


if __name__ == "__main__":
    sys.exit(main())
