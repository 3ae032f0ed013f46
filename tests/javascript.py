"""Checks the page's JavaScript: its types with TypeScript, and how it is written with oxlint.

`python -m tests.javascript` does both and fails where one finds something. What they are is in `package-lock.json`, how
they are set in `tsconfig.json` and `.oxlintrc.json`; both are fetched like the browser, into `.browser/`.
"""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from tests.browser import NODE, ROOT, node_modules


def main() -> int:
    """Print what is wrong with types, then what the linter says; 1 where there is anything."""
    wrong = type_errors()
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


def lint() -> int:
    """Run the linter over the modules and their tests."""
    modules = node_modules()
    # The linter looks for its part that knows types on the PATH, and that one for Node.
    path = os.pathsep.join((str(modules / ".bin"), str(NODE.parent), os.environ["PATH"]))
    linter = modules / "oxlint" / "bin" / "oxlint"
    folders = [f"{where}/{room}web" for where in ("graph", "tests") for room in ("page/", "archive/page/")]
    command: list[str | Path] = [NODE, linter, "--type-aware", *folders]
    return subprocess.run(command, cwd=ROOT, env={**os.environ, "PATH": path}, check=False).returncode  # noqa: S603 (our own Node)


if __name__ == "__main__":
    sys.exit(main())
