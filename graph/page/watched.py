"""A page that is loaded again when it was written anew: what it has more than others, and the file beside it.

A page that was opened from a file may ask for nothing but scripts, so that file is one: a line that says which page was
written last. The policy lets nothing load it but an element with a word that was drawn by lot for this page alone.
"""

from __future__ import annotations

import secrets
from dataclasses import dataclass, field
from pathlib import PurePath
from urllib.parse import quote


@dataclass(frozen=True, slots=True)
class Watched:
    """A page at `path` that is watched; `nonce` is the word that tells this one from the next."""

    path: str
    nonce: str = field(default_factory=lambda: secrets.token_hex(16))

    @property
    def beside(self) -> str:
        """The path of the file that says which page was written last."""
        return f"{self.path}.version.js"

    @property
    def address(self) -> str:
        """The address of that file, from the page."""
        return quote(PurePath(self.beside).name)

    @property
    def version(self) -> str:
        """What that file says."""
        return f'document.documentElement.dataset.written = "{self.nonce}";\n'
