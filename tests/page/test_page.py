import base64
import hashlib
import json
import re
import subprocess
import zlib
from html.parser import HTMLParser
from pathlib import Path
from typing import Any, cast

import pytest

from graph.auditing.engine import audit
from graph.model import SEVERITIES, Evidence
from graph.page import WEB, numbers_of, render_page, write_page
from graph.page.contract import PageData
from graph.page.data import BAR, basis, page_data
from graph.page.overview import drawn_rests, map_data, sourced_together
from graph.page.packing import compressed
from graph.reading import parse
from graph.support import SOURCED, STATES

REFERENCES = """
@article{gupta2015,
  title = {Restless legs syndrome and pregnancy}, author = {Gupta, R. and Dhyani, M. and Khan, S.}, year = {2015},
  journal = {Acta Neurol Scand}, volume = {133}, number = {5}, pages = {320--329}, doi = {10.1111/ane.12520}
}
@article{unused2001, title = {Nobody cites this}, author = {Doe, J.}, year = {2001}, url = {javascript:alert(1)}}
"""
CLAIMS = """\
claim_id,cause,claim,supports,disputes,mentions,measure,low,high,unit,population,involves
preg-01,Pregnancy,Some pregnant women have RLS.,gupta2015 (p. 322),,,incidence,10,30,%,pregnant women,
preg-02,Pregnancy,It ends after birth.,,,gupta2015,,,,,,
preg-03,Pregnancy,It is dangerous.,,gupta2015,,,,,,,Folate deficiency
fib-01,Rheumatic disease > Fibromyalgia,It is frequent.,missing2020,,,,,,,,
"""


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
def evidence() -> Evidence:
    return parse(REFERENCES, CLAIMS)


@pytest.fixture(scope="module")
def text(evidence: Evidence) -> str:
    return render_page(evidence)


@pytest.fixture(scope="module")
def elements(text: str) -> Elements:
    return Elements(text)


@pytest.fixture(scope="module")
def data(evidence: Evidence) -> PageData:
    return page_data(evidence, audit(evidence))


@pytest.fixture(scope="module")
def many() -> Evidence:
    rows = "".join(f"c-{number},Cause {number % 400},Claim number {number}.\n" for number in range(1_000))
    return parse("", f"claim_id,cause,claim\n{rows}")


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


def test_the_same_evidence_gives_the_same_bytes(evidence: Evidence, text: str) -> None:
    assert render_page(evidence) == text


def test_the_denominator_is_said_in_words(text: str) -> None:
    assert "4 claims: 1 sourced, 3 not; 2 references, 1 unused" in text


def test_refuted_claims_are_told_in_the_denominator(text: str) -> None:
    assert re.search(
        r'unused; <span class="state-refuted"><svg [^>]*><use href="#mark-refuted"/></svg> 1 refuted</span>', text
    )


def test_what_there_is_none_of_is_not_told_in_the_denominator(text: str) -> None:
    assert "contested</span>" not in text


def test_the_bar_of_all_claims_has_a_part_for_each_look(data: PageData) -> None:
    assert [(part["state"], part["at"], part["width"]) for part in data["bar"]] == [
        ("supported", 0, 25),
        ("refuted", 25, 25),
        ("unsourced", 50, 50),
    ]


@pytest.mark.parametrize(
    ("bases", "words"),
    [("inferred;inferred", "all 2 links inferred"), ("inferred;cited", "1 of 2 links inferred"), ("cited;cited", "")],
)
def test_how_many_links_are_inferred_is_said(bases: str, words: str) -> None:
    first, second = bases.split(";")
    claims = f"claim_id,cause,claim,supports,basis\na,A,One.,x,{first}\nb,A,Two.,x,{second}\n"
    assert basis(parse("@misc{x, title={X}}", claims)) == words


@pytest.mark.parametrize(
    ("claims", "words"),
    [
        ("supports\na,A,One.,x", ["supports"]),
        ("disputes\na,A,One.,x", ["disputes"]),
        ("mentions,involves\na,A,One.,x,B", ["mentions", "involves"]),
    ],
)
def test_the_legend_explains_what_there_is(claims: str, words: list[str]) -> None:
    evidence = parse("@misc{x, title={X}}", f"claim_id,cause,claim,{claims}\n")
    assert page_data(evidence, audit(evidence))["legend"] == words


def test_the_title_can_be_chosen(evidence: Evidence) -> None:
    assert "<title>A &lt;b&gt; title</title>" in render_page(evidence, title="A <b> title")


def test_claims_are_readable_in_the_html_itself(text: str) -> None:
    assert "Some pregnant women have RLS." in text.partition('id="data"')[0]


def test_a_claim_has_its_state(data: PageData) -> None:
    assert [claim["state"] for claim in data["claims"]] == ["supported", "mentioned", "refuted", "unsourced"]


def test_what_disputes_a_claim_is_no_line_of_the_overview(data: PageData) -> None:
    found = drawn_rests(data, sourced_together(data), {cause["id"] for cause in data["causes"]})
    assert found == {"reference:gupta2015": {"cause:Pregnancy": 1}}


def test_a_reference_that_supports_and_qualifies_a_claim_is_counted_once() -> None:
    evidence = parse("@misc{x, title={X}}", "claim_id,cause,claim,supports,qualifies\na,A,One.,x,x\n")
    data = page_data(evidence, audit(evidence))
    assert drawn_rests(data, sourced_together(data), {"cause:A"}) == {"reference:x": {"cause:A": 1}}


@pytest.fixture(scope="module")
def states(node: Path) -> dict[str, Any]:
    """What the page's scripts know of states (`states.js`)."""
    script = f"import * as states from '{(WEB / 'states.js').as_uri()}'; console.log(JSON.stringify(states))"
    done = subprocess.run([node, "--input-type=module", "--eval", script], capture_output=True, text=True, check=True)  # noqa: S603 (our own Node)
    return cast("dict[str, Any]", json.loads(done.stdout))


def test_states_are_called_the_same_with_and_without_scripts(states: dict[str, Any]) -> None:
    words = re.findall(r"{% set words = ({.*?}) %}", (WEB / "page.html").read_text(encoding="utf-8"))
    assert [states["STATE_WORDS"]] == [json.loads(each) for each in words]


@pytest.mark.parametrize("table", ["STATE_WORDS", "REASONS"])
def test_states_have_words_in_the_order_in_which_they_are_counted(states: dict[str, Any], table: str) -> None:
    assert tuple(states[table]) == STATES


def test_every_state_has_its_place_among_the_worst(states: dict[str, Any]) -> None:
    assert sorted(states["WORST_FIRST"]) == sorted(STATES)


def test_what_rests_on_nothing_is_the_same_in_scripts(states: dict[str, Any]) -> None:
    assert set(states["NOTICES"]) == set(STATES) - SOURCED


def test_a_bar_has_the_same_parts_with_and_without_scripts(states: dict[str, Any]) -> None:
    assert [(part["look"], tuple(part["states"])) for part in states["PARTS"]] == list(BAR.items())


def test_figures_are_put_in_words(data: PageData) -> None:
    assert data["claims"][0]["figures"] == "10\N{EN DASH}30\N{NO-BREAK SPACE}%, incidence, pregnant women"


def test_a_citation_keeps_its_locator(data: PageData) -> None:
    assert data["claims"][0]["citations"][0]["locator"] == "p. 322"


def test_a_reference_that_the_bibliography_lacks_is_said_to_be_unknown(data: PageData) -> None:
    assert data["claims"][3]["citations"][0]["known"] is False


def test_a_reference_is_called_by_its_authors_and_year(data: PageData) -> None:
    assert [reference["label"] for reference in data["references"]] == ["Gupta et al. 2015", "Doe 2001"]


def test_a_reference_is_written_in_full(data: PageData) -> None:
    assert data["references"][0]["citation"] == (
        "Gupta, R.; Dhyani, M.; Khan, S. (2015). Restless legs syndrome and pregnancy. "
        "Acta Neurol Scand 133(5): 320\N{EN DASH}329."
    )


def test_an_address_of_another_scheme_is_text(data: PageData) -> None:
    unused = data["references"][1]
    assert (unused["links"], unused["identifier"]) == ([], [["Link", "javascript:alert(1)"]])


def test_a_narrower_cause_stands_under_its_wider_one(data: PageData) -> None:
    assert [cause["name"] for cause in data["causes"]] == [
        "Pregnancy",
        "Rheumatic disease",
        "Rheumatic disease > Fibromyalgia",
        "Folate deficiency",
    ]


def test_the_overview_has_every_cause_and_reference_of_little_evidence(data: PageData) -> None:
    ids = {item["id"] for kind in ("causes", "references") for item in data[kind]}
    assert {node["id"] for node in map_data(data)["nodes"]} == ids


def test_the_overview_of_much_evidence_has_the_widest_causes() -> None:
    rows = "".join(f"c-{number},Wide {number % 50} > Narrow {number},Claim.\n" for number in range(1_000))
    evidence = parse("", f"claim_id,cause,claim\n{rows}")
    drawn = map_data(page_data(evidence, audit(evidence)))
    listed = drawn["views"]["listed"]
    names = [drawn["nodes"][number]["id"] for number in listed["nodes"]]
    assert (len(names), sum(" > " not in name for name in names)) == (120, 50)
    assert listed["of"] == {"cause": 1_050, "reference": 0}


def test_the_overview_has_the_thinnest_causes_where_it_is_sorted_by_them() -> None:
    references = "".join(f"@article{{k{number}, title = {{T}}}}\n" for number in range(2))
    rows = "".join(f"c-{number},Cause {number},Claim.,{'k0' if number > 125 else 'k0; k1'}\n" for number in range(130))
    evidence = parse(references, f"claim_id,cause,claim,supports\n{rows}")
    drawn = map_data(page_data(evidence, audit(evidence)))
    names = {drawn["nodes"][number]["id"] for number in drawn["views"]["thinnest"]["nodes"]}
    assert {f"cause:Cause {number}" for number in range(126, 130)} < names


def test_all_causes_are_in_one_overview_where_they_are_few(data: PageData) -> None:
    assert list(map_data(data)["views"]) == ["listed"]


def test_a_cause_says_how_many_references_it_rests_on(data: PageData) -> None:
    assert {cause["name"]: cause["references"] for cause in data["causes"]}["Pregnancy"] == 1


def test_a_reference_of_the_overview_says_how_many_causes_name_its_claims(data: PageData) -> None:
    ends = {node["id"]: node.get("causes") for node in map_data(data)["nodes"]}
    assert ends["reference:gupta2015"] == len(
        drawn_rests(data, sourced_together(data), {each["id"] for each in data["causes"]})["reference:gupta2015"]
    )
    assert ends["cause:Pregnancy"] is None


def test_a_line_of_the_overview_leads_to_the_wider_cause_that_is_drawn() -> None:
    evidence = parse("@misc{x, title={X}}", "claim_id,cause,claim,supports\na,A > B,One.,x\n")
    data = page_data(evidence, audit(evidence))
    assert drawn_rests(data, sourced_together(data), {"cause:A"}) == {"reference:x": {"cause:A": 1}}


def test_checks_without_a_finding_are_listed(data: PageData) -> None:
    assert [rule["name"] for rule in data["rules"] if not rule["findings"]]


def test_every_finding_belongs_to_a_rule(data: PageData) -> None:
    numbers = sorted(number for rule in data["rules"] for number in rule["findings"])
    assert numbers == list(range(len(data["findings"])))


def test_a_rule_is_as_severe_as_the_worst_of_its_findings(data: PageData) -> None:
    for rule in data["rules"]:
        found = [data["findings"][number]["severity"] for number in rule["findings"]]
        assert not found or rule["severity"] == min(found, key=SEVERITIES.index)


def test_a_finding_has_the_number_of_the_one_that_it_follows_from(data: PageData) -> None:
    roots = {data["findings"][root]["subject"] for finding in data["findings"] for root in finding["follows"]}
    assert roots == {"claim:fib-01"}


def test_a_rule_says_in_how_much_it_finds_something_where_that_is_most(data: PageData) -> None:
    assert [rule["name"] for rule in data["rules"] if rule["widespread"]] == []
    rows = "".join(f"c-{number},Cause,Claim number {number} says this.\n" for number in range(20))
    evidence = parse("", f"claim_id,cause,claim\n{rows}")
    widespread = {rule["name"]: rule["widespread"] for rule in page_data(evidence, audit(evidence))["rules"]}
    assert list(widespread["uncited-claim"].values()) == ["20 of 20 claims"]


def test_without_scripts_what_follows_stands_under_its_root_and_nowhere_else(article: Path) -> None:
    text = article.read_text(encoding="utf-8")
    assert text.count("cause &#39;Medications &gt; Lithium&#39; rests on nothing") == 1
    root = text.index("cause &#39;Medications&#39; rests on nothing")
    assert text.index("<ul>", root) < text.index("cause &#39;Medications &gt; Lithium&#39; rests on nothing", root)


def test_a_severity_that_only_what_follows_has_can_be_asked_for() -> None:
    assert numbers_of(["error"], ["error", "info"]) == {"all": 1, "error": 1, "info": 0}


def test_a_long_page_lists_causes_but_no_claims(many: Evidence) -> None:
    text = render_page(many)
    assert "too many claims to list" in text
    assert (text.count('<li class="cause"'), text.count('<li class="claim"')) == (300, 0)


def test_the_page_has_its_data_compressed(elements: Elements) -> None:
    found = next(body for _, attributes, body in elements.raw if attributes.get("id") == "data")
    head = json.loads(zlib.decompress(base64.b64decode(found)).split(b"\n", 1)[0])
    assert head["claims"]["length"] == 4


@pytest.mark.parametrize(("references", "claims"), [("", CLAIMS), (REFERENCES, ""), ("", "")])
def test_a_page_is_written_of_whatever_there_is(references: str, claims: str) -> None:
    assert render_page(parse(references, claims)).rstrip().endswith("</html>")


def test_the_article_takes_less_than_900_kilobytes(article: Path) -> None:
    assert article.stat().st_size < 900_000


def test_the_page_is_written_where_it_is_asked_for(evidence: Evidence, text: str, tmp_path: Path) -> None:
    written = write_page(evidence, tmp_path / "page.html")
    assert written.read_text(encoding="utf-8") == text


def test_no_other_file_is_left_beside_it(evidence: Evidence, tmp_path: Path) -> None:
    write_page(evidence, tmp_path / "page.html")
    assert [path.name for path in tmp_path.iterdir()] == ["page.html"]


def test_an_old_page_stays_whole_where_writing_fails(
    evidence: Evidence, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(_file: int) -> None:
        raise OSError("disk full")

    target = tmp_path / "page.html"
    target.write_text("old", encoding="utf-8")
    monkeypatch.setattr("os.fsync", fail)
    with pytest.raises(OSError, match="disk full"):
        write_page(evidence, target)
    assert [(path.name, path.read_text(encoding="utf-8")) for path in tmp_path.iterdir()] == [("page.html", "old")]


def test_a_lone_surrogate_does_not_keep_the_page_from_being_written(tmp_path: Path) -> None:
    written = write_page(parse("", ""), tmp_path / "page.html", title="half \ud83d of a pair")
    assert "half ? of a pair" in written.read_text(encoding="utf-8")


@pytest.mark.parametrize("text", ["</script>", "<!--", "&amp;", "\N{LINE SEPARATOR}", "\ud83d"])
def test_data_cannot_end_their_element(text: str) -> None:
    assert re.fullmatch("[A-Za-z0-9+/=]+", compressed(text))


def test_what_stands_between_backticks_is_code(article: Path) -> None:
    assert "<code>group = {further-reading}</code>" in article.read_text(encoding="utf-8")
