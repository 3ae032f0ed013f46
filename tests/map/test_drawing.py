import json
import re
from pathlib import Path

import networkx as nx
import pytest

import graph
from graph.map.drawing import as_html, draw, inert
from graph.model import Evidence
from graph.network import build_network
from graph.reading import parse
from tests.browser import OpenPage
from tests.displays.test_framed import notebook

REFERENCES = "@article{gupta2015, title = {RLS and pregnancy}, author = {Gupta, R.}, year = {2015}}"
CLAIMS = """\
claim_id,cause,claim,supports,involves
preg-01,Pregnancy,Pregnancy brings RLS.,gupta2015,
preg-02,Pregnancy,Folate may be why.,,Folate deficiency
"""


def small_network() -> "nx.MultiDiGraph[str]":
    return build_network(parse(REFERENCES, CLAIMS))


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


def test_drawing_leaves_the_network_as_it_is() -> None:
    network = small_network()
    before = json.dumps(nx.node_link_data(network, edges="edges"), sort_keys=True)
    draw(network)
    assert json.dumps(nx.node_link_data(network, edges="edges"), sort_keys=True) == before


def test_a_drawing_has_every_node_and_edge() -> None:
    network = small_network()
    drawing = draw(network)
    assert (len(drawing.nodes), len(drawing.edges)) == (len(network.nodes), len(network.edges))


def test_a_title_never_makes_pyvis_read_titles_as_html() -> None:
    assert "href" not in inert('<a HREF="x" href="y">').lower()


@pytest.mark.parametrize(
    "label",
    ["<img src=x onerror=alert(1)>", "</script><script>alert(1)</script>", '<a href="javascript:alert(1)">x</a>'],
)
def test_a_hostile_label_does_not_run_in_a_notebook(label: str, tmp_path: Path, open_page: OpenPage) -> None:
    network: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    network.add_node("claim:a", kind="claim", text=label)
    page = tmp_path / "drawing.html"
    page.write_text(re.sub(r"<(link|script)[^>]*https://[^>]*>", "", draw(network).generate_html()), encoding="utf-8")
    tab = open_page(page)
    tab.page.mouse.move(720, 320)
    tab.page.wait_for_timeout(500)
    assert label.replace("href", "hr\N{ZERO WIDTH SPACE}ef") in tab.page.inner_text(".vis-tooltip")
    assert tab.page.evaluate("document.querySelectorAll('img, a').length") == 0


def test_a_drawing_as_a_page_requests_nothing(open_page: OpenPage, tmp_path: Path) -> None:
    page = tmp_path / "drawing.html"
    page.write_text(as_html(draw(small_network())), encoding="utf-8")
    tab = open_page(page)
    assert tab.page.locator("canvas").count() == 1
    assert tab.incidents() == []


def test_a_large_network_is_drawn_in_linear_time() -> None:
    network: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    for number in range(5_000):
        network.add_edge(f"claim:{number}", "claim:0", "supports")
    assert draw(network).num_edges() == 5_000  # pyvis's own list would need seconds
