"""All that the commands write, and the SHA-256 of each file; for any Python that has what graph needs.

    ./run python -m tests.written

What is compressed in a page counts as it was before, too, under a name of its own: how tightly a text is packed is up
to the zlib that a Python comes with.
"""

from __future__ import annotations

import base64
import hashlib
import re
import sys
import tempfile
import zlib
from collections.abc import Iterator, Mapping
from contextlib import chdir, redirect_stdout
from pathlib import Path

from graph.cli import main
from graph.exports import EXPORTS
from graph.reports import FORMATS
from tests.examples import CLAIMS, REFERENCES

PACKED = re.compile(rb'(?<=<script type="text/plain" id=")([\w-]+">)([\w+/=]+)(?=</script>)')

UNPACKED = ", unpacked"
"""What is put to the name of a page whose compressed parts are unpacked."""

LEFT_OUT = ("parquet",)
"""Exports that have the rows of another one, and whose library need not be there."""


def commands() -> Iterator[list[str]]:
    """The commands that write files: all of the small evidence in data/, and what people look at of the sample."""
    yield ["init", "rls"]
    yield ["build", "rls", "--output", "rls.html"]
    yield ["audit", "rls", "--format", "json", "--output-file", "rls.json"]
    yield ["build"]
    yield ["audit", "--write-baseline", "known.json"]
    for name in FORMATS:
        yield ["audit", "--format", name, "--output-file", f"audit.{name}"]
    for name in EXPORTS.keys() - LEFT_OUT:
        yield ["export", name, "--output", f"export.{name}"]


def written() -> Mapping[str, bytes]:
    """What each file holds that is written, and each page with what is packed in it."""
    with tempfile.TemporaryDirectory() as folder, chdir(folder), redirect_stdout(sys.stderr):
        Path("data").mkdir()
        Path("data/references.bib").write_text(REFERENCES, encoding="utf-8")
        Path("data/claims.csv").write_text(CLAIMS, encoding="utf-8")
        for command in commands():
            if main(command) > 1:
                raise SystemExit(f"evidence-graph {' '.join(command)}: failed")
        files = {path.as_posix(): path.read_bytes() for path in Path().rglob("*") if path.is_file()}
    pages = {name: PACKED.sub(unpacked, data) for name, data in files.items() if name.endswith(".html")}
    return {**files, **{f"{name}{UNPACKED}": data for name, data in pages.items()}}


def unpacked(script: re.Match[bytes]) -> bytes:
    """A script of a page, and what is packed in it."""
    return script[1] + zlib.decompress(base64.b64decode(script[2]), wbits=zlib.MAX_WBITS | 32)


def sums() -> Iterator[str]:
    """The SHA-256 of each file, as sha256sum writes it."""
    for name, content in sorted(written().items()):
        yield f"{hashlib.sha256(content).hexdigest()}  {name}\n"


if __name__ == "__main__":
    sys.stdout.buffer.write("".join(sums()).encode())  # line breaks as they are on every system
