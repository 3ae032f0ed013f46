"""The questions as a document: `python -m graph.network.documentation > docs/questions.md` writes it anew.

A question's docstring is its documentation everywhere: the question, what is to be known about its answer, and an
example, which the tests run on the sample.
"""

from __future__ import annotations

import inspect
import re
import sys
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, NamedTuple

from graph.docstrings import docstring
from graph.network.questions import QUESTIONS
from graph.network.scope import SUBJECTS

ABOUT_QUESTIONS = """\
# Questions

What can be asked of a network by name, in Python (`graph.questions`) and in a shell (`evidence-graph ask`), written
from the questions themselves by `python -m graph.network.documentation`. A claim is *sourced* where a reference
supports or qualifies it; all states of a claim are in [the files](format.md#words). The tests run the examples on the
sample.

What is asked about is called by its id, key or name, in any case; of a cause the last part of its name will do. What
is not found, is of another kind, or is the name of more than one thing raises `LookupError` with a proposal, which is
one line in a shell. Answers are ids of nodes, or plain rows: `dataclasses.asdict` takes a row, `pandas.DataFrame` any
answer. A network that is a part of another one, or was changed, is answered for as it is now.

In a shell, `--format` is `text` (or `table`, the same: columns that fit the terminal), `json` (all that nodes have),
`csv` (in which no cell is a formula) or `markdown`. Names are completed where
`eval "$(_EVIDENCE_GRAPH_COMPLETE=bash_source evidence-graph)"` stands in `~/.bashrc`, the same with `zsh_source` in
`~/.zshrc`, or `_EVIDENCE_GRAPH_COMPLETE=fish_source evidence-graph | source` in `~/.config/fish/config.fish`.
"""

WITH_NETWORKX = """\
## With NetworkX itself

The network is a `networkx.MultiDiGraph` in which evidence flows along the edges, from references to claims, causes and
wider causes. What follows a direction works as it is:

```python
>>> import networkx as nx
>>> len(nx.ancestors(network, "cause:Pregnancy"))  # all claims of a cause, sourced or not, and what they cite
11
>>> nx.has_path(network, "reference:gupta2015", "cause:Hormonal changes")
True
```

`ancestors` and `descendants` follow every edge, though: a reference that disputes or only mentions a claim is an
ancestor, too, and what has a second source is a descendant, but does not fall. `rests_on` and `falls_with` know.

What asks how nodes hang together wants a network without direction, and much of it one without parallel edges:

```python
>>> nx.has_path(network, "cause:Pregnancy", "cause:Iron deficiency")
False
>>> plain = nx.Graph(network)  # parallel edges become one
>>> nx.shortest_path(plain, "cause:Pregnancy", "cause:Iron deficiency")
['cause:Pregnancy', 'claim:pregnancy-07', 'cause:Iron deficiency']
>>> nx.number_connected_components(plain)
19
```

- As they are: `ancestors`, `descendants`, `topological_sort`, `weakly_connected_components`.
- `shortest_path` between two causes or two references finds none along the edges; it wants `nx.Graph(network)`, or
  `network.to_undirected(as_view=True)`, which keeps parallel edges. `between` adds what the two share.
- `pagerank` (needs SciPy) ranks causes, as all flows into them. On `network.reverse(copy=False)` those references come
  first on which most rests; `weakest` says how much.
- `betweenness_centrality` counts ways along the edges only; of what is between causes `nx.Graph(network)` tells.
- `clustering`, `katz_centrality` and `eigenvector_centrality` refuse parallel edges: `nx.Graph(network)`. No two
  references and no two claims have an edge, so there are hardly any triangles, and clustering says little.
- `connected_components` and `louvain_communities` want `nx.Graph(network)`.
- `bipartite.sets` is ambiguous where there is more than one component; take the attribute `kind`.
"""

ASKED = re.compile(r'\(network((?:, "[^"]+")+)\)')


class Asked(NamedTuple):
    """What a question asks about: its parameter, the kinds of nodes that it may be, and whether it must be given."""

    name: str
    kinds: tuple[str, ...]
    needed: bool

    @property
    def word(self) -> str:
        """What stands for it in the shell: CAUSE, CAUSE|CLAIM, and in brackets where it may be left out."""
        word = "|".join(self.kinds).upper()
        return word if self.needed else f"[{word}]"


@dataclass(frozen=True, slots=True)
class Documented:
    """A question, what is to be known about its answer, its example, and what it asks about."""

    name: str
    title: str
    more: str
    example: str
    subjects: tuple[Asked, ...]

    @property
    def examples(self) -> list[str]:
        """What its example asks about, as one writes it in a shell."""
        asked = ASKED.search(self.example.split("\n")[0])
        return re.findall(r'"([^"]+)"', asked[1]) if asked else []


def documented(name: str, question: Callable[..., Any]) -> Documented:
    """What a question says of itself."""
    title, _, rest = docstring(question).partition("\n\n")
    more, mark, example = rest.partition(">>> ")
    _, *parameters = inspect.signature(question).parameters.values()
    subjects = (Asked(each.name, SUBJECTS[each.name], each.default is each.empty) for each in parameters)
    return Documented(name, title, more.strip(), f"{mark}{example}".strip(), tuple(subjects))


def questions_document(questions: Mapping[str, Callable[..., Any]] = QUESTIONS) -> str:
    """All questions as Markdown: a table, then each with an example."""
    known = [documented(name, question) for name, question in questions.items()]
    table = ["| question | in Python | in a shell |", "|---|---|---|", *map(question_row, known)]
    sections = (part for each in known for part in question_section(each))
    return "\n\n".join([ABOUT_QUESTIONS.strip(), "\n".join(table), *sections, WITH_NETWORKX.strip()]) + "\n"


def question_row(known: Documented) -> str:
    """A line of the table."""
    python = known.name.replace("-", "_")
    words = " ".join([known.name, *(subject.word.replace("|", "\\|") for subject in known.subjects)])
    return f"| {known.title} | [`{python}`](#{known.name}) | `ask {words}` |"


def question_section(known: Documented) -> Iterator[str]:
    """One question."""
    yield f"## {known.name}"
    yield known.title
    yield known.more
    yield f"```python\n{known.example}\n```"


if __name__ == "__main__":
    sys.stdout.reconfigure(encoding="utf-8")  # type: ignore[union-attr]
    sys.stdout.write(questions_document())
