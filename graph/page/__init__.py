"""Evidence -> one HTML file that needs nothing else: no server, no network, no other file.

The template, style and scripts of the page are files in `graph/page/web`; the scripts are ES modules, which are joined
into one (`graph.page.modules`). The page states by its content security policy that nothing but what is written into it
may run, so it is safe to open whatever the evidence says.
"""

from __future__ import annotations

import base64
import os
import re
from collections import Counter
from collections.abc import Iterable
from functools import cache
from itertools import compress
from operator import not_
from pathlib import Path
from typing import TYPE_CHECKING

from graph.auditing.report import Report
from graph.collector import collector_paused
from graph.model import Evidence
from graph.page.modules import join_modules
from graph.page.packing import compressed, in_lines, packed
from graph.page.picture import vis_script
from graph.references.identifiers import is_web_address
from graph.writing import write_text

if TYPE_CHECKING:
    from jinja2 import Template
    from markupsafe import Markup

    from graph.page.watched import Watched

WEB = Path(__file__).parent / "web"
TITLE = "What rests on what"

LETTER = r"[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]"
RIGHT_TO_LEFT = re.compile(rf"({LETTER}(?:[\W_]*{LETTER})*)")
"""What is written from right to left; the same in `names.js`."""

LONG = 700
"""How many claims and references are listed in the page itself; more are drawn by a script, in parts."""

NESTED = frozenset({"causes", "claims", "findings", "rules"})
"""What the template is given in another form: Jinja keeps all that it gets until the collector comes by."""

MOST_CAUSES = 300
"""How many causes stand in a long page itself, for readers without scripts."""


def write_page(
    evidence: Evidence, path: str | os.PathLike[str], report: Report | None = None, title: str | None = None
) -> Path:
    """Write the page to `path`, whole or not at all, and return the path; the same evidence gives the same bytes.

    Without a report the evidence is audited; without a title the page has that of the evidence's article.
    Raises OSError where the file cannot be written.
    """
    return write_text(path, render_page(evidence, report, title))


@collector_paused()
def render_page(
    evidence: Evidence, report: Report | None = None, title: str | None = None, watched: Watched | None = None
) -> str:
    """The page as text, to be written as UTF-8; one that is `watched` is loaded again when it was written anew."""
    from graph.auditing.engine import audit
    from graph.page.data import nested_causes, nested_rules, page_data
    from graph.page.overview import map_data

    data = page_data(evidence, audit(evidence) if report is None else report)
    scripts = page_scripts()
    severities = data["findings"].column("severity")
    long = len(data["claims"]) + len(data["references"]) > LONG
    style = flush((WEB / "page.css").read_text(encoding="utf-8"))
    return page_template().render(
        data={name: value for name, value in data.items() if name not in NESTED},
        title=title or evidence.article.title or TITLE,
        url=evidence.article.url if is_web_address(evidence.article.url) else "",
        date=evidence.article.date,
        causes=nested_causes(data, MOST_CAUSES if long else None),
        rules=list(nested_rules(data, listed=not long)),
        policy=content_security_policy(scripts, style, watched),
        watched=watched and {"address": watched.address, "nonce": watched.nonce, "script": watch_script()},
        scripts=scripts,
        style=style,
        long=long,
        numbers={
            "states": numbers_of(data["claims"].column("state")),
            "severities": numbers_of(compress(severities, map(not_, data["findings"].column("follows"))), severities),
        },
        packed=compressed(in_lines({**packed(data), "map": map_data(data), "long": long})),
    )


@cache
def page_scripts() -> tuple[str, ...]:
    """The scripts of every page, joined once for all that a process writes."""
    return tuple(map(closed, (vis_script(), join_modules(WEB / "main.js"))))


@cache
def page_template() -> Template:
    """The template of every page, which takes longer to be made than to be filled in for few claims."""
    from graph.page.template import load_template

    return load_template(WEB / "page.html", apart=apart)


def numbers_of(found: Iterable[str], known: Iterable[str] = ()) -> dict[str, int]:
    """How many there are of each word, and of all; none of one that is only `known`."""
    numbers = Counter(found)
    return {"all": numbers.total(), **dict.fromkeys(known, 0), **numbers}


def flush(text: str) -> str:
    """Lines without what they are indented by, a twentieth of all; no text in the style goes over lines."""
    return re.sub(r"^ +", "", text, flags=re.MULTILINE)


def apart(name: str) -> Markup:
    """A name as HTML; what is written from right to left is kept apart from "et al." and the year beside it."""
    from markupsafe import Markup

    parts = [
        Markup("<bdi>{}</bdi>").format(part) if at % 2 else part for at, part in enumerate(RIGHT_TO_LEFT.split(name))
    ]
    return Markup("").join(parts)


def closed(script: str) -> str:
    """A script that may stand inside a script element; ValueError where it would end it or hide its end."""
    if found := re.search(r"</script|<!--", script, re.IGNORECASE):
        raise ValueError(f"a script of the page contains {found[0]!r}")
    return script


def watch_script() -> str:
    """The script that only a page has that is watched."""
    return closed((WEB / "watched.js").read_text(encoding="utf-8"))


def content_security_policy(scripts: Iterable[str], style: str, watched: Watched | None = None) -> str:
    """A policy that allows these scripts and this style, word for word, and nothing else.

    Of a page that is watched, elements with its nonce may load a script, too.
    """
    allowed = [*map(digest, scripts), *([f"'nonce-{watched.nonce}'"] if watched else [])]
    return "; ".join(
        (
            "default-src 'none'",
            f"script-src {' '.join(allowed)}",
            f"style-src {digest(style)}",
            "base-uri 'none'",
            "form-action 'none'",
        )
    )


def digest(text: str) -> str:
    """The hash by which a policy names a script or style."""
    import hashlib

    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"
