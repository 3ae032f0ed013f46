"""Runs the tests of the modules of an archive's page, and what its page unpacks."""

import json
import subprocess
from pathlib import Path
from typing import Any

from graph.archive.page import INDEX_WEB, contract, index_in_lines
from graph.archive.page.contract import ArticleData
from graph.archive.page.data import IndexData, index_data
from graph.archive.questions import ARCHIVE_QUESTIONS
from graph.page.typescript import typescript
from tests.archive.page.stores import sample_store

TESTS = sorted((Path(__file__).parent / "web").glob("*.test.js"))
UNPACK = """
    import { INITIAL } from "WEB/asked.js";
    import { createFinds } from "WEB/left.js";
    import { openArchive } from "WEB/opening.js";
    import { readFileSync } from "node:fs";
    const lines = readFileSync(0, "utf8").split("\\n");
    const archive = openArchive((line) => lines[line]);
    const names = JSON.parse(process.argv[1]);
    const plain = (thing, names) => Object.fromEntries(names.map((name) => [name, thing[name]]));
    const articles = Array.from({ length: archive.count }, (_, number) => plain(archive.at(number), names.articles));
    const whole = (item) =>
      ({ ...plain(item, names.items), places: item.places.map((place) => plain(place, names.places)) });
    const sections = Object.entries(archive.items).map(([section, items]) => [section, items.map(whole)]);
    const ordered = createFinds({ ...archive, first: [] }).articles(INITIAL);
    const worst = Array.from({ length: ordered.count }, (_, place) => archive.at(ordered.at(place)).name);
    process.stdout.write(JSON.stringify({ articles, worst, first: archive.first, ...Object.fromEntries(sections) }));
"""
NAMES = {
    "articles": list(ArticleData.__annotations__),
    "items": ["id", "name", "note", "articles", "claims"],
    "places": ["article", "select", "words"],
}


def test_the_modules_of_the_page_of_an_archive(node: Path) -> None:
    done = subprocess.run([node, "--no-warnings", "--test", *TESTS], capture_output=True, text=True, check=False)  # noqa: S603 (our own Node)
    assert done.returncode == 0, done.stdout
    assert TESTS


def test_the_types_of_the_page_of_an_archive_are_those_of_python() -> None:
    assert (INDEX_WEB / "data.d.ts").read_text(encoding="utf-8") == typescript(contract)


def unpacked(data: IndexData, node: Path) -> dict[str, Any]:
    """What the page makes of the data."""
    script = UNPACK.replace("WEB", INDEX_WEB.as_uri())
    command = [str(node), "--input-type=module", "--eval", script, json.dumps(NAMES)]
    lines = b"\n".join(index_in_lines(data))
    done = subprocess.run(command, input=lines, capture_output=True, check=True)  # noqa: S603 (our own Node)
    found: dict[str, Any] = json.loads(done.stdout)
    return found


def test_what_is_packed_is_unpacked(node: Path) -> None:
    data = index_data(sample_store(), {"basics": "articles/basics/evidence.html"})
    found = unpacked(data, node)
    assert found["articles"] == data["articles"]
    assert {name: found[name] for name in data["across"]} == data["across"]


def test_the_first_articles_are_those_that_the_page_itself_puts_first(node: Path) -> None:
    data = index_data(sample_store(), {})
    found = unpacked(data, node)
    assert found["worst"] == [article["name"] for article in data["worst"]]
    assert [data["articles"][number]["name"] for number in found["first"]] == found["worst"]


ASKED = """
    import { TABS } from "WEB/asked.js";
    import { askCommand } from "WEB/shell.js";
    process.stdout.write(JSON.stringify(TABS.map(askCommand)));
"""


def test_each_tab_says_which_question_has_all_of_it(node: Path) -> None:
    command = [str(node), "--input-type=module", "--eval", ASKED.replace("WEB", INDEX_WEB.as_uri())]
    done = subprocess.run(command, capture_output=True, text=True, check=True)  # noqa: S603 (our own Node)
    asked = [each.removeprefix("evidence-graph archive ask . ") for each in json.loads(done.stdout)]
    assert asked == ["worst", "same-work", "retracted", "contradictions", "doi-clash", "repeated", "bare-causes"]
    assert {*asked} <= ARCHIVE_QUESTIONS.keys()
