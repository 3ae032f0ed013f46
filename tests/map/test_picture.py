import json
import re
from pathlib import Path

import networkx as nx
import pytest

from graph.map.boxes import text_box, wrap
from graph.map.drawing import as_html, draw, inert
from graph.map.picture import picture, vis_script
from graph.network import build_network
from graph.reading import parse
from tests.browser import OpenPage

REFERENCES = "@article{gupta2015, title = {RLS and pregnancy}, author = {Gupta, R.}, year = {2015}}"
CLAIMS = """\
claim_id,cause,claim,supports,involves
preg-01,Pregnancy,Pregnancy brings RLS.,gupta2015,
preg-02,Pregnancy,Folate may be why.,,Folate deficiency
"""


def small_network() -> "nx.MultiDiGraph[str]":
    return build_network(parse(REFERENCES, CLAIMS))


def test_the_library_is_read_from_the_installed_pyvis() -> None:
    assert "@version 9.1.2" in vis_script()


def test_the_library_does_not_ask_for_its_source_map() -> None:
    assert "sourceMappingURL" not in vis_script()


def test_a_node_keeps_what_it_is_given() -> None:
    drawn = picture([{"id": "cause:Pregnancy", "group": "cause", "width": 10}], [])
    assert drawn["nodes"] == [
        {"id": "cause:Pregnancy", "group": "cause", "width": 10, "label": " ", "shape": "custom"},
    ]


def test_an_edge_points_the_way_it_is_given() -> None:
    nodes = [{"id": "claim:a", "group": "claim"}, {"id": "cause:b", "group": "cause"}]
    edge = picture(nodes, [{"source": "claim:a", "to": "cause:b", "relation": "about"}])["edges"][0]
    assert (edge["from"], edge["to"], edge["relation"]) == ("claim:a", "cause:b", "about")


def test_parallel_edges_are_kept() -> None:
    nodes = [{"id": "reference:a", "group": "reference"}, {"id": "claim:b", "group": "claim"}]
    edges = [{"source": "reference:a", "to": "claim:b", "relation": stance} for stance in ("supports", "disputes")]
    assert len(picture(nodes, edges)["edges"]) == 2


def test_physics_is_off() -> None:
    assert picture([], [])["options"]["physics"] == {"enabled": False}


def test_adding_many_edges_takes_linear_time() -> None:
    nodes = [{"id": f"claim:{number}", "group": "claim"} for number in range(20_000)]
    edges = [{"source": node["id"], "to": "claim:0"} for node in nodes]
    assert len(picture(nodes, edges)["edges"]) == 20_000  # pyvis' own list would need half a minute


def test_a_long_text_is_cut_visibly() -> None:
    assert wrap("word " * 100, 200, 3).endswith("…")


def test_a_long_word_is_broken() -> None:
    assert max(map(len, wrap("x" * 200, 200, 9).split("\n"))) <= 200 / 7


def test_wide_letters_get_more_room() -> None:
    assert len(wrap("鉄" * 60, 200, 9).split("\n")[0]) <= 200 / 13


def test_an_empty_text_is_a_space_as_pyvis_would_write_the_id() -> None:
    assert text_box("claim:a", "claim", "")[1] == " "


def test_a_box_is_as_high_as_its_lines() -> None:
    short, long = (text_box("claim:a", "claim", "word " * number)[0].height for number in (2, 15))
    assert short < long


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
