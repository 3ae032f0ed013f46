"""What Python packs is what the page's own script unpacks."""

import json
import subprocess
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from graph.auditing.engine import audit
from graph.page.contract import CitationData, PageData
from graph.page.data import page_data
from graph.page.packing import as_line, column, in_lines, packed
from graph.reading import parse, read

ROOT = Path(__file__).parent.parent.parent
UNPACK = """
    import { openData, openLines } from "WEB/columns.js";
    import { readFileSync } from "node:fs";
    const lines = readFileSync(0, "utf8").split("\\n");
    const data = openData(lines.length > 1 ? openLines((line) => lines[line]) : JSON.parse(lines[0]));
    const names = JSON.parse(process.argv[1]);
    const plain = (thing, kind) => Object.fromEntries(names[kind].map((name) =>
      [name, name === "citations" ? thing[name].map((row) => plain(row, name)) : thing[name]]));
    const found = {};
    for (const kind of Object.keys(names)) found[kind] = data[kind]?.map((row) => plain(row, kind));
    process.stdout.write(JSON.stringify(found));
"""
KINDS = ("causes", "claims", "references", "findings", "rules")
TEXTS = """\
claim_id,cause,claim,supports,mentions,involves,note
a-1,Pregnancy,One.,one2015; gone,two,Iron > Low iron,
a-2,__proto__,Two.,,two,,a note
a-3,Pregnancy,Three.,,,,
"""
REFERENCES = "@article{one2015, title = {One}}\n@article{two, author = {Doe, J.}, year = 2001}"


def sample() -> PageData:
    evidence = read(ROOT / "data" / "references.bib", ROOT / "data" / "claims.csv")
    return page_data(evidence, audit(evidence))


def small() -> PageData:
    evidence = parse(REFERENCES, TEXTS)
    return page_data(evidence, audit(evidence))


def unpacked(node: Path, lines: list[bytes], data: Mapping[str, Any]) -> Any:
    """What the page makes of packed data, with the names that the data have."""
    script = UNPACK.replace("WEB", (ROOT / "graph" / "page" / "web").as_uri())
    names = {kind: list(data[kind][0]) for kind in KINDS} | {"citations": list(CitationData.__annotations__)}
    command: list[str | Path] = [node, "--no-warnings", "--input-type=module", "--eval", script, json.dumps(names)]
    text = b"\n".join(lines)
    done = subprocess.run(command, input=text, capture_output=True, check=True)  # noqa: S603 (our own Node)
    return json.loads(done.stdout)


@pytest.mark.parametrize("data", [sample(), small()], ids=["article", "small"])
@pytest.mark.parametrize("write", [lambda data: [as_line(data)], in_lines], ids=["json", "lines"])
def test_the_page_unpacks_what_was_packed(node: Path, data: PageData, write: Any) -> None:
    shown: Mapping[str, Any] = data
    found = unpacked(node, write(packed(data)), shown)
    for kind in KINDS:
        assert found[kind] == list(shown[kind])


@pytest.mark.parametrize(
    ("values", "written"),
    [
        (["", "", "x"], {"mostly": "", "but": {2: "x"}}),
        (["a", "b", "a", "b"], {"words": ["a", "b"], "at": [0, 1, 0, 1]}),
        (["c12", "c7"], {"prefix": "c", "rest": [12, 7]}),
        (["c12", "c07"], ["c12", "c07"]),
        (["tea/a1", "tea/a2x", "tea/b"], {"shared": [0, 5, 4], "ends": ["tea/a1", "2x", "b"]}),
        (["a/b", "a/a"], ["a/b", "a/a"]),
        (["one", "two"], ["one", "two"]),
        ([1, 2], [1, 2]),
        ([], {"mostly": None, "but": {}}),
    ],
)
def test_a_column_is_written_shortly(values: list[Any], written: Any) -> None:
    assert column(values) == written


READ = """
    import { reader } from "WEB/columns.js";
    const column = JSON.parse(process.argv[1]);
    process.stdout.write(JSON.stringify(column.ends.map((_, number) => reader(column)({ number }))));
"""


def test_texts_in_order_are_read_as_they_were(node: Path) -> None:
    values = [
        "",
        "a/b",
        "a/b/c",
        "a/\u00e9t\u00e9",
        "a/\u00e9t\u00e9s",
        "a/\U0001f600/one",
        "a/\U0001f600/two",
        "a/\U0001f601",
    ]
    script = READ.replace("WEB", (ROOT / "graph" / "page" / "web").as_uri())
    command: list[str | Path] = [node, "--no-warnings", "--input-type=module", "--eval", script]
    written = column(values)
    done = subprocess.run([*command, json.dumps(written)], capture_output=True, check=True)  # noqa: S603 (our own Node)
    assert "shared" in written
    assert json.loads(done.stdout) == values
