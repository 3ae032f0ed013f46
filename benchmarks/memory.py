"""How much memory reading takes at its peak, for files that are large, hostile, or too large.

    ./run python benchmarks/memory.py [MEGABYTES]

Each is read by a process of its own. The peak is what that takes beyond a process that reads nothing, in sizes of the
file; the largest file is refused before it is read. 50 MB of each unless told otherwise.
"""

from __future__ import annotations

import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Mapping
from pathlib import Path

TITLE = b"Prevalence of restless legs among pregnant women: a cohort of 1,234 patients in four hospitals of the north. "
ENTRY = (
    b"@article{key%d,\n title = {%s},\n author = {Doe, Jane and Roe, R.},\n year = {2001},\n abstract = {%s},\n}\n\n"
)
ROW = b"c%d,Area > Cause,%s,key1; key2\n"
PARTS: Mapping[str, tuple[str, bytes, bytes]] = {
    "bibliography": ("bib", b"", ENTRY),
    "table": ("csv", b"claim_id,cause,claim,supports\n", ROW),
    "smallest entries": ("bib", b"", b"@a{%d}\n"),
    "smallest rows": ("csv", b"claim_id,cause,claim\n", b"%d,a,b\n"),
    "one long line": ("bib", b"@misc{a, title = {", b"words "),
    "NULs": ("bib", b"", bytes(100)),
    "braces": ("bib", b"@misc{a, title = ", b"{" * 100),
    "commas": ("csv", b"claim_id,cause,claim\n", b"," * 100),
}
"""How each file ends and begins, and what it repeats; a number, and words, are filled in."""

READING = """
import sys, resource
from graph import read
from graph.model import UnusableError
nothing = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
try:
    found = read(*sys.argv[1:])
    said = f"{len(found.references):,} references, {len(found.claims):,} claims, {len(found.problems):,} problems"
except UnusableError as error:
    said = "refused"
print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - nothing, said)
"""


def pieces(first: bytes, repeated: bytes, size: int) -> Iterator[bytes]:
    """The bytes of a file, up to its size."""
    yield first
    written, number = len(first), 0
    while written < size:
        number += 1
        words = (number, *(TITLE * times for times in (1, 8)))
        piece = repeated % words[: repeated.count(b"%")] if b"%" in repeated else repeated
        written += len(piece)
        yield piece


def peak(path: Path, other: Path) -> tuple[int, str]:
    """The bytes that reading a file takes, and what came of it."""
    files = (path, other) if path.suffix == ".bib" else (other, path)
    command = [sys.executable, "-c", READING, *map(str, files)]
    found = subprocess.run(command, capture_output=True, text=True, check=False)  # noqa: S603 - our own code
    size, _, said = found.stdout.strip().partition(" ")
    return int(size or 0) * 1024, said or found.stderr.strip().rpartition("\n")[2] or "killed"


def main(megabytes: int = 50) -> None:
    """Write each file, read it, and print a line about it."""
    resource.setrlimit(resource.RLIMIT_AS, (6_000_000_000, 6_000_000_000))
    with tempfile.TemporaryDirectory() as folder:
        small = {"bib": Path(folder, "small.bib"), "csv": Path(folder, "small.csv")}
        small["bib"].write_bytes(b"@misc{key1, title = {T}}")
        small["csv"].write_bytes(b"claim_id,cause,claim\nx,C,It is so.\n")
        for name, (ending, first, repeated) in PARTS.items():
            path = Path(folder, f"large.{ending}")
            with path.open("wb") as file:
                file.writelines(pieces(first, repeated, megabytes * 1_000_000))
            tell(name, path, small["csv" if ending == "bib" else "bib"])
        with path.open("wb") as file:
            file.truncate(1_000_000_000)
        tell("1 GB of NULs", path, small["bib"])


def tell(name: str, path: Path, other: Path) -> None:
    """Read a file and print its line."""
    start = time.perf_counter()
    size, said = peak(path, other)
    seconds = time.perf_counter() - start
    print(f"{name:18}{size / 1e6:8.0f} MB {size / path.stat().st_size:6.1f} times {seconds:6.1f} s  {said}", flush=True)


if __name__ == "__main__":
    main(*map(int, sys.argv[1:]))
