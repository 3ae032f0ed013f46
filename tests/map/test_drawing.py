from pathlib import Path

import pytest

import graph
from graph.map.drawing import draw
from graph.model import Evidence
from tests.browser import OpenPage
from tests.displays.test_framed import notebook


@pytest.fixture(scope="module")
def sample() -> Evidence:
    return graph.sample()


@pytest.mark.parametrize(
    ("name", "drawn"),
    [
        ("Varicose veins", {"cause:Varicose veins", "reference:sundaresan2019"}),
        ("claim:veins-04", {"cause:Varicose veins", "claim:veins-04"}),
        ("reference:sundaresan2019", {"cause:Varicose veins", "reference:sundaresan2019"}),
    ],
    ids=["cause", "claim", "reference"],
)
def test_a_drawing_around_a_node_has_what_it_rests_on_and_what_rests_on_it(
    sample: Evidence, name: str, drawn: set[str]
) -> None:
    drawing = draw(graph.build_network(sample), name)
    assert drawn <= set(drawing.get_nodes())
    assert "cause:Pregnancy" not in drawing.get_nodes()


def test_a_drawing_around_a_node_is_in_the_order_of_the_table(sample: Evidence) -> None:
    network = graph.build_network(sample)
    drawn = list(draw(network, "Rheumatic disease").get_nodes())
    assert drawn == [node for node in network if node in drawn]


def test_a_drawing_shows_itself_in_one_line(sample: Evidence) -> None:
    assert repr(draw(graph.build_network(sample), "Pregnancy")) == "<Drawing of 12 nodes, 17 edges>"


def test_a_claim_that_rests_on_nothing_has_a_dashed_edge(sample: Evidence) -> None:
    drawing = draw(graph.build_network(sample), "Pregnancy")
    dashed = {node["id"] for node in drawing.nodes if node["shapeProperties"]["borderDashes"]}
    assert "claim:pregnancy-05" in dashed
    assert "claim:pregnancy-04" not in dashed


def test_a_drawing_shows_itself_in_a_notebook(sample: Evidence, tmp_path: Path, open_page: OpenPage) -> None:
    drawing = graph.draw(graph.build_network(sample), "Pregnancy")
    tab = open_page(notebook(tmp_path, drawing._repr_html_()))
    assert tab.page.frame_locator("iframe").locator("canvas").count() == 1
    assert tab.incidents() == []


def test_a_reference_says_its_title(sample: Evidence) -> None:
    drawing = draw(graph.build_network(sample), "Pregnancy")
    assert drawing.get_node("reference:gupta2015")["title"].startswith("gupta2015: Restless legs syndrome")
