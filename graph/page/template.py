"""The page's template, in which a name of the data is a key and nothing else."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from jinja2 import Environment, FunctionLoader, StrictUndefined, Template

LINE_INDENT = re.compile(r"^ +", re.MULTILINE)
"""What the template's lines begin with: nearly a hundredth of a page, which its reader has no use for."""


class Keyed(Environment):
    """An environment without Python's methods of a mapping.

    Jinja takes `x.values` and `x["values"]` for the method where there is no such key, and writes its address.
    """

    def getattr(self, obj: Any, attribute: str) -> Any:
        """What the template writes `obj.attribute`."""
        return self.getitem(obj, attribute) if isinstance(obj, Mapping) else super().getattr(obj, attribute)

    def getitem(self, obj: Any, argument: Any) -> Any:
        """What the template writes `obj[argument]`; StrictUndefined raises where it is written out and not there."""
        if isinstance(obj, Mapping):
            return obj[argument] if argument in obj else self.undefined(obj=obj, name=argument)
        return super().getitem(obj, argument)


def load_template(path: Path, *beside: Path, **filters: Callable[..., Any]) -> Template:
    """A template that escapes what it writes, and raises jinja2.UndefinedError for what its data lack.

    What it includes is in its own folder, or in one of those `beside`.
    """
    folders = (path.parent, *beside)

    def source(name: str) -> str | None:
        file = next((folder / name for folder in folders if (folder / name).is_file()), None)
        return LINE_INDENT.sub("", file.read_text(encoding="utf-8")) if file else None

    web = Keyed(autoescape=True, undefined=StrictUndefined, trim_blocks=True, loader=FunctionLoader(source))
    web.filters.update(filters)
    return web.get_template(path.name)
