"""A whole page inside a notebook: a frame that has the page in itself, so that it is kept where the notebook goes."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from jinja2 import Template

FOLDER = Path(__file__).parent / "web"


@cache
def template(name: str) -> Template:
    """A template of a display."""
    from graph.page.template import load_template

    return load_template(FOLDER / f"{name}.html")


def framed(page: str, title: str, height: str) -> str:
    """A page as HTML for a notebook; its scripts run, and reach nothing of the notebook."""
    return template("framed").render(page=page, title=title, height=height)
