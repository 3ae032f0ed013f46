"""How long each export takes on generated evidence.

    ./run python benchmarks/exports.py [REFERENCES]

CPU seconds, for 10,000 references with three claims each unless told otherwise, and how large what is written is. The
report is made before, and each format is written once, as it would be by a command.
"""

from __future__ import annotations

import hashlib
import sys
import tempfile
import time
from pathlib import Path

from generated import CLAIMS_A_REFERENCE, generate

from graph import audit, read
from graph.exports import EXPORTS, Content, export

USUAL = 10_000


def bytes_of(content: Content) -> bytes:
    """What is written, in one piece."""
    return content.encode(errors="surrogatepass") if isinstance(content, str) else b"".join(content.values())


def main() -> None:
    """Write all formats in turn and print a table."""
    size = int(sys.argv[1]) if len(sys.argv) > 1 else USUAL
    with tempfile.TemporaryDirectory() as folder:
        evidence = read(*generate(Path(folder), size, size * CLAIMS_A_REFERENCE))
    report = audit(evidence)
    for name in EXPORTS:
        start = time.process_time()
        content = export(evidence, name, report)
        seconds = time.process_time() - start
        data = bytes_of(content)
        print(f"{name:12}{seconds:7.2f} s{len(data) / 1e6:8.1f} MB  {hashlib.sha256(data).hexdigest()[:8]}", flush=True)


if __name__ == "__main__":
    main()
