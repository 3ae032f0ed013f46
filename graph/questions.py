"""Questions with names, asked of a network; answers are node ids and plain rows.

A claim is *sourced* when a reference supports or qualifies it; `graph.support` decides, of the network as it is now.
Node ids are as in `graph.build_network`: "claim:preg-02", "cause:Pregnancy", "reference:gupta2015". What is asked about
may also be called by its key, name or label, in any case. What cannot be found, or is the name of more than one thing,
raises LookupError with a proposal; evidence in place of its network raises TypeError. `pandas.DataFrame` and
`polars.DataFrame` take every answer that is rows, a row each.

>>> import graph
>>> network = graph.build_network(graph.read("data/references.bib", "data/claims.csv"))
>>> graph.questions.rests_on(network, "pregnancy")
['reference:gupta2015']
"""

from graph.network.questions import *  # noqa: F403 - `__all__` says which they are
from graph.network.questions import __all__  # noqa: F401 - so that the door has no other names
