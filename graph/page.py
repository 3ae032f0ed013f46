"""Evidence -> one HTML file that needs nothing else: no server, no network, no other file.

The page's template, style and scripts are files in `graph/web`. The scripts are ES modules, which a browser does not
load from `file://`; here they are joined into one. The page states by its content security policy that nothing but
what is written into it may run, so it is safe to open whatever the evidence says.
"""

from __future__ import annotations

import base64
import hashlib
import json
import os
import re
from graphlib import TopologicalSorter
from pathlib import Path
from typing import Any

from graph.model import Evidence
from graph.report import Report
from graph.writing import write_text

WEB = Path(__file__).parent / "web"
TITLE = "What rests on what"

IMPORT = re.compile(r'^import \{[^}]*\} from "\./(?P<file>[\w-]+\.js)";\n', re.MULTILINE)
EXPORT = re.compile(r"^export (?=(?:async )?function|const|class)", re.MULTILINE)

IN_SCRIPT = {ord(each): f"\\u{ord(each):04x}" for each in "<>&\N{LINE SEPARATOR}\N{PARAGRAPH SEPARATOR}"}
"""What could end or confuse a script element; inside JSON strings an escape means the same."""


def write_page(
    evidence: Evidence, path: str | os.PathLike[str], report: Report | None = None, title: str | None = None
) -> Path:
    """Write the page to `path`, whole or not at all, and return the path; the same evidence gives the same bytes.

    Without a report the evidence is audited. Raises OSError where the file cannot be written.
    """
    return write_text(path, render_page(evidence, report, title))


def render_page(evidence: Evidence, report: Report | None = None, title: str | None = None) -> str:
    """The page as text, to be written as UTF-8."""
    from jinja2 import Environment, FileSystemLoader, StrictUndefined

    from graph.pagedata import nested_causes, page_data
    from graph.rules import audit
    from graph.views import map_data
    from graph.vis import vis_script

    data = page_data(evidence, audit(evidence) if report is None else report)
    scripts = [vis_script(), join_modules(WEB / "main.js")]
    style = (WEB / "page.css").read_text(encoding="utf-8")
    web = Environment(
        loader=FileSystemLoader(WEB), autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
    )
    return web.get_template("page.html").render(
        data=data,
        title=title or TITLE,
        causes=list(nested_causes(data)),
        policy=content_security_policy(scripts, style),
        scripts=[closed(script) for script in scripts],
        style=style,
        json=embedded_json({**data, "map": map_data(data)}),
    )


def join_modules(main: Path) -> str:
    """One module from `main` and all that it imports, each after what it needs."""
    sources: dict[str, str] = {}
    needs: dict[str, list[str]] = {}
    waiting = [main.name]
    while waiting:
        name = waiting.pop()
        if name not in sources:
            sources[name] = (main.parent / name).read_text(encoding="utf-8")
            needs[name] = [found["file"] for found in IMPORT.finditer(sources[name])]
            waiting += needs[name]
    ordered = TopologicalSorter({name: needs[name] for name in sorted(needs)}).static_order()
    return "\n".join(EXPORT.sub("", IMPORT.sub("", sources[name])) for name in ordered)


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
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"


def embedded_json(data: Any) -> str:
    """JSON that may stand inside a script element."""
    return json.dumps(data, ensure_ascii=False, separators=(",", ":")).translate(IN_SCRIPT)
