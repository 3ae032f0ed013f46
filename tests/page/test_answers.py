"""The page answers what rests on what as Python does: on the sample, and on evidence made at random."""

import json
import subprocess
from dataclasses import asdict, fields
from functools import cache
from pathlib import Path
from random import Random
from typing import Any

import pytest

from graph.auditing.engine import audit
from graph.model import STANCES, Evidence
from graph.network import build_network
from graph.network.questions import coverage
from graph.page.contract import PageData
from graph.page.data import page_data
from graph.page.packing import compact_json, packed
from graph.reading import parse, read
from graph.references.identifiers import identifiers
from graph.support import Coverage, Support
from tests.test_data import DATA

ANSWERS = Path(__file__).parent / "web" / "answers.js"
CAUSES = ["A", "A > B", "A > B > C", "A > D", "A > B > E", "F", "F > B", "G"]
COVERAGE = {"words", *(field.name for field in fields(Coverage))}
KEYS = ["r", "s", "t", "u", "unknown"]


def scattered(seed: int) -> Evidence:
    """Claims about nested causes that involve others and cite references anyhow, some twice, some that are nowhere."""
    random = Random(seed)  # noqa: S311 (not for secrets)

    def some(things: list[str], most: int) -> str:
        return ";".join(random.choices(things, k=random.randint(0, most)))

    rows = (
        ",".join([f"c{number}", random.choice(CAUSES), "Text.", some(CAUSES, 2), *(some(KEYS, 2) for _ in STANCES)])
        for number in range(random.randint(1, 12))
    )
    references = "".join(f"@misc{{{key}, title={{{key}}}}}\n" for key in KEYS[:-1])
    return parse(references, "\n".join([f"claim_id,cause,claim,involves,{','.join(STANCES)}", *rows]))


@cache
def each() -> tuple[Evidence, ...]:
    """The sample, and evidence made at random."""
    return (read(DATA / "references.bib", DATA / "claims.csv"), *map(scattered, range(150)))


@cache
def given() -> tuple[PageData, ...]:
    """What the page is given of each."""
    return tuple(page_data(evidence, audit(evidence)) for evidence in each())


@cache
def asked(number: int) -> dict[str, Any]:
    """What Python answers of one."""
    evidence = each()[number]
    support = Support(evidence, identifiers)
    return {
        "claims": {
            key: {"state": state, "sources": sorted(support.sources(key))} for key, state in support.states.items()
        },
        "causes": {
            row.cause: {
                "about": support.about(row.cause),
                "involving": support.involving(row.cause),
                "rests": sorted(map(list, support.rests_on(row.cause).items())),
                "words": row.words,
            }
            for row in support.coverage()
        },
        "references": {key: answers(support, key) for key in evidence.references},
    }


def answers(support: Support, reference: str) -> dict[str, list[str]]:
    fall = support.falls_with(reference)
    return {"claims": [*fall.claims], "causes": sorted(fall.causes), "lifted": [*fall.lifted]}


@pytest.fixture(scope="module")
def shown(node: Path) -> list[dict[str, Any]]:
    """What the page answers, for each evidence."""
    data = compact_json([*map(packed, given())])
    done = subprocess.run([node, ANSWERS], input=data, capture_output=True, encoding="utf-8", check=True)  # noqa: S603 (our own Node)
    found: list[dict[str, Any]] = json.loads(done.stdout)
    return found


@pytest.mark.parametrize("kind", ["claims", "causes", "references"])
def test_the_page_answers_as_python_does(shown: list[dict[str, Any]], kind: str) -> None:
    for number, found in enumerate(shown):
        assert found[kind] == asked(number)[kind]


@pytest.mark.parametrize("answer", ["claims", "causes", "lifted"])
def test_something_falls_and_is_lifted_in_what_is_compared(shown: list[dict[str, Any]], answer: str) -> None:
    assert any(reference[answer] for found in shown for reference in found["references"].values())


def test_coverage_on_the_page_is_that_of_the_question() -> None:
    for evidence, data in zip(each(), given(), strict=True):
        rows = {cause["name"]: cause for cause in data["causes"]}
        for row in coverage(build_network(evidence)):
            assert {**asdict(row), "words": row.words} == {
                "cause": row.cause,
                **{name: number for name, number in rows[row.cause].items() if name in COVERAGE},
            }
