"""Evidence -> one HTML file that needs nothing else: no server, no network, no other file.

The template, style and scripts of the page are files in `graph/page/web`. The scripts are ES modules, which a browser
does not load from `file://`; here they are joined into one. The page states by its content security policy that nothing
but what is written into it may run, so it is safe to open whatever the evidence says.
"""

from __future__ import annotations

import base64
import os
import re
from graphlib import TopologicalSorter
from pathlib import Path
from typing import Any

from graph.auditing.report import Report
from graph.model import Evidence
from graph.page.packing import Data, compact_json, compressed, in_lines, packed
from graph.reading import collector_paused
from graph.references.identifiers import is_web_address
from graph.writing import write_text

WEB = Path(__file__).parent / "web"
TITLE = "What rests on what"

IMPORT = re.compile(r'^import (?P<names>\{[^}]*\}) from "\./(?P<file>[\w-]+)\.js";\n', re.MULTILINE)
COMMENT = re.compile(r"^ */\*\*.*?\*/\n", re.MULTILINE | re.DOTALL)
"""A comment on lines of its own: a sixth of the modules, which a reader of the page has no use for."""

EXPORT = re.compile(r"^export (?=(?:async )?(?:function|const|class) (?P<name>\w+))", re.MULTILINE)

LONG = 700
"""How many claims and references are listed in the page itself; more are compressed and drawn by a script, in parts."""

MOST_CAUSES = 300
"""How many causes stand in a long page itself, for readers without scripts."""

IN_SCRIPT = {ord(each): f"\\u{ord(each):04x}" for each in "<>&\N{LINE SEPARATOR}\N{PARAGRAPH SEPARATOR}"}
"""What could end or confuse a script element; inside JSON strings an escape means the same."""


def write_page(
    evidence: Evidence, path: str | os.PathLike[str], report: Report | None = None, title: str | None = None
) -> Path:
    """Write the page to `path`, whole or not at all, and return the path; the same evidence gives the same bytes.

    Without a report the evidence is audited; without a title the page has that of the evidence's article.
    Raises OSError where the file cannot be written.
    """
    return write_text(path, render_page(evidence, report, title))


@collector_paused()
def render_page(evidence: Evidence, report: Report | None = None, title: str | None = None) -> str:
    """The page as text, to be written as UTF-8."""
    from graph.auditing.engine import audit
    from graph.map.picture import vis_script
    from graph.page.data import nested_causes, page_data
    from graph.page.overview import map_data
    from graph.page.template import load_template

    data = page_data(evidence, audit(evidence) if report is None else report)
    scripts = [vis_script(), join_modules(WEB / "main.js")]
    long = len(data["claims"]) + len(data["references"]) > LONG
    style = (WEB / "page.css").read_text(encoding="utf-8")
    return load_template(WEB, "page.html").render(
        data=data,
        title=title or evidence.article.title or TITLE,
        url=evidence.article.url if is_web_address(evidence.article.url) else "",
        date=evidence.article.date,
        causes=nested_causes(data, MOST_CAUSES if long else None),
        policy=content_security_policy(scripts, style),
        scripts=[closed(script) for script in scripts],
        style=style,
        long=long,
        **embedded({**packed(data), "map": map_data(data), "long": long}, long=long),
    )


def join_modules(main: Path) -> str:
    """One module from `main` and all that it imports, without comments, each after what it needs, in its own scope."""
    sources: dict[str, str] = {}
    needs: dict[str, list[str]] = {}
    waiting = [main.stem]
    while waiting:
        name = waiting.pop()
        if name not in sources:
            sources[name] = COMMENT.sub("", (main.parent / f"{name}.js").read_text(encoding="utf-8"))
            needs[name] = [found["file"] for found in IMPORT.finditer(sources[name])]
            waiting += needs[name]
    ordered = TopologicalSorter({name: needs[name] for name in sorted(needs)}).static_order()
    return "\n".join(scoped(name, sources[name], whole=name == main.stem) for name in ordered)


def scoped(name: str, source: str, *, whole: bool) -> str:
    """A module as a function that gives what it exports; the `whole` that imports the others stays as it is."""
    exports = ", ".join(found["name"] for found in EXPORT.finditer(source))
    plain = EXPORT.sub("", IMPORT.sub(lambda found: f"const {found['names']} = {found['file']}_js;\n", source))
    return plain if whole else f"const {name}_js = (() => {{\n{plain}\nreturn {{ {exports} }};\n}})();"


def closed(script: str) -> str:
    """A script that may stand inside a script element; ValueError where it would end it or hide its end."""
    if found := re.search(r"</script|<!--", script, re.IGNORECASE):
        raise ValueError(f"a script of the page contains {found[0]!r}")
    return script


def content_security_policy(scripts: list[str], style: str) -> str:
    """A policy that allows these scripts and this style, word for word, and nothing else."""
    return "; ".join(
        (
            "default-src 'none'",
            f"script-src {' '.join(map(digest, scripts))}",
            f"style-src {digest(style)}",
            "base-uri 'none'",
            "form-action 'none'",
        )
    )


def digest(text: str) -> str:
    """The hash by which a policy names a script or style."""
    import hashlib

    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"


def embedded(data: Data, *, long: bool) -> dict[str, str]:
    """Data and the type of the element that holds it: JSON, compressed where there is much of it."""
    if long:
        return {"json": compressed(in_lines(data)), "json_type": "text/plain"}
    return {"json": embedded_json(data), "json_type": "application/json"}


def embedded_json(data: Any) -> str:
    """JSON that may stand inside a script element."""
    return compact_json(data).translate(IN_SCRIPT)
