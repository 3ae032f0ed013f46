"""See which claims rest on which references, and which rest on nothing.

>>> import graph
>>> evidence = graph.read("data/references.bib", "data/claims.csv")
>>> network = graph.build_network(evidence)
>>> report = graph.audit(evidence)
>>> graph.write_page(evidence, "evidence.html")
"""
