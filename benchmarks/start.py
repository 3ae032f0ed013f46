"""How fast audit and build start, beside what a user would wait for anyway.

    ./run python benchmarks/start.py

Each command runs in a fresh interpreter, in turn, with bytecode compiled; the fastest of ten runs counts.
"""

from __future__ import annotations

import compileall
import os
import subprocess
import sys
import time
from pathlib import Path

COMMANDS = {
    "python -c pass": ["-c", "pass"],
    "import networkx": ["-c", "import networkx"],
    "import pyvis.network": ["-c", "import pyvis.network"],
    "evidence-graph --help": ["-m", "graph", "--help"],
    "evidence-graph audit": ["-m", "graph", "audit"],
    "evidence-graph build": ["-m", "graph", "build", "--output", os.devnull],
}
RUNS = 10


def seconds(arguments: list[str]) -> float:
    """How long a fresh interpreter takes."""
    start = time.perf_counter()
    subprocess.run([sys.executable, *arguments], stdout=subprocess.DEVNULL, check=False)  # noqa: S603 - our own commands
    return time.perf_counter() - start


def main() -> None:
    """Run all commands in turn and print a table."""
    for folder in sys.path:
        if folder.endswith("site-packages"):
            compileall.compile_dir(folder, quiet=2, workers=0)
    compileall.compile_dir(Path("graph"), quiet=2)
    best = dict.fromkeys(COMMANDS, float("inf"))
    for _ in range(RUNS):
        for name, arguments in COMMANDS.items():
            best[name] = min(best[name], seconds(arguments))
    unit = best["import networkx"]
    for name, value in best.items():
        print(f"{name:24}{value * 1000:7.0f} ms{value / unit:7.2f} x networkx")


if __name__ == "__main__":
    main()
