"""Completion in bash, which puts a name on the line as it is given: it needs backslashes there."""

from __future__ import annotations

import os
import re
import shlex

from click.shell_completion import BashComplete, CompletionItem, add_completion_class

SPECIAL_IN_BASH = re.compile(r"([^\w@%+:,./-])")
"""What bash takes for its own, outside of quotes."""


class QuotedBash(BashComplete):
    """Completion for bash that writes names as one has to type them, and whose script lets them be (`read -r`)."""

    source_template = BashComplete.source_template.replace("read type value", "read -r type value")

    def format_completion(self, item: CompletionItem[str]) -> str:
        """A completion as the script reads it."""
        typed = item.value if is_open(os.environ.get("COMP_WORDS", "")) else SPECIAL_IN_BASH.sub(r"\\\1", item.value)
        return f"{item.type},{typed}"


def is_open(line: str) -> bool:
    """Whether a line of a shell ends within quotes."""
    try:
        shlex.split(line)
    except ValueError:
        return True
    return False


add_completion_class(QuotedBash)
