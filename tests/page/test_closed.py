"""The page loads nothing, runs nothing but its own, and its policy says so."""

import base64
import hashlib
import json
import re
import zlib
from html.parser import HTMLParser

import pytest

from graph.page.packing import as_line, compressed


class Elements(HTMLParser):
    """What is in a page: its elements with their attributes, and the text of its scripts and styles."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.raw: list[tuple[str, dict[str, str | None], str]] = []
        self.feed(text)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))

    def handle_data(self, data: str) -> None:
        if self.cdata_elem:
            self.raw.append((self.cdata_elem, self.elements[-1][1], data))


@pytest.fixture(scope="module")
def elements(text: str) -> Elements:
    return Elements(text)


def is_data(attributes: dict[str, str | None]) -> bool:
    return attributes.get("type") == "text/plain"


def policy(elements: Elements) -> str:
    return next(attributes["content"] or "" for tag, attributes in elements.elements if tag == "meta")


def test_the_policy_is_the_first_thing_in_the_head(elements: Elements) -> None:
    tags = [tag for tag, _ in elements.elements[:3]]
    assert tags == ["html", "head", "meta"]


def test_the_policy_forbids_by_default(elements: Elements) -> None:
    assert policy(elements).startswith("default-src 'none'; ")


def test_the_policy_allows_nothing_unsafe(elements: Elements) -> None:
    assert "unsafe" not in policy(elements)


def test_the_policy_names_every_script_and_style_by_its_hash(elements: Elements) -> None:
    for _, attributes, body in elements.raw:
        if not is_data(attributes):
            digest = base64.b64encode(hashlib.sha256(body.encode()).digest()).decode()
            assert f"'sha256-{digest}'" in policy(elements)


def test_the_policy_names_nothing_else(elements: Elements) -> None:
    assert policy(elements).count("sha256-") == sum(not is_data(attributes) for _, attributes, _ in elements.raw)


def test_nothing_is_loaded(elements: Elements) -> None:
    loading = {"src", "srcset", "data", "poster", "background", "action", "formaction"}
    assert [tag for tag, attributes in elements.elements if loading & attributes.keys()] == []
    assert [tag for tag, _ in elements.elements if tag in ("link", "iframe", "object", "embed", "base", "img")] == []


def test_links_lead_to_the_web_only(elements: Elements) -> None:
    addresses = [attributes["href"] or "" for tag, attributes in elements.elements if tag == "a"]
    assert addresses
    assert all(address.startswith("https://") for address in addresses)


def test_links_do_not_tell_where_they_come_from(elements: Elements) -> None:
    assert {attributes["rel"] for tag, attributes in elements.elements if tag == "a"} == {"noopener noreferrer"}


def test_no_element_has_a_handler_or_style(elements: Elements) -> None:
    names = {name for _, attributes in elements.elements for name in attributes}
    assert [name for name in names if name.startswith("on") or name == "style"] == []


def test_the_page_has_its_data_compressed(elements: Elements) -> None:
    found = next(body for _, attributes, body in elements.raw if attributes.get("id") == "data")
    head = json.loads(zlib.decompress(base64.b64decode(found)).split(b"\n", 1)[0])
    assert head["claims"]["length"] == 4


@pytest.mark.parametrize("text", ["</script>", "<!--", "&amp;", "\N{LINE SEPARATOR}", "\ud83d"])
def test_data_cannot_end_their_element(text: str) -> None:
    assert re.fullmatch("[A-Za-z0-9+/=]+", compressed([as_line(text)]))
