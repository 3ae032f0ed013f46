"""A reference as people know it."""

from __future__ import annotations

import pytest

from graph.model import Reference
from graph.reading.bibtex import parse_references
from graph.references.citing import full_citation, short_citation


def reference(fields: str) -> Reference:
    return parse_references(f"@misc{{key, {fields}}}")[0]["key"]


@pytest.mark.parametrize(
    ("fields", "called"),
    [
        ("author = {Gupta, Ravi}, year = 2015", "Gupta 2015"),
        ("author = {Ravi Gupta}, year = 2015", "Gupta 2015"),
        ("author = {Gupta, R and Lahan, V}, year = 2015", "Gupta and Lahan 2015"),
        ("author = {Gupta, R and Lahan, V and others}, year = 2015", "Gupta et al. 2015"),
        ("author = {Gupta, R and Lahan, V and Goel, D}, year = 2015", "Gupta et al. 2015"),
        ("author = {Gupta, R and others}", "Gupta et al."),
        ("author = {van der Berg, Jan}, year = 2001", "van der Berg 2001"),
        ("author = {{World Health Organization}}, year = 2001", "World Health Organization 2001"),
        ("author = {{Smith, Jones and Sons}}, year = 2001", "Smith, Jones and Sons 2001"),
        ("journal = {Sleep}, title = {Snoring}, year = 2001", "Sleep 2001"),
        ("title = {Snoring}, year = 2001", "Snoring 2001"),
        ("year = 2001", "key 2001"),
        ("title = {Snoring}", "Snoring"),
    ],
)
def test_what_a_reference_is_called(fields: str, called: str) -> None:
    assert short_citation(reference(fields)) == called


@pytest.mark.parametrize(
    ("fields", "citation"),
    [
        ("author = {Gupta, R}, title = {Snoring}, year = 2015", "Gupta, R (2015). Snoring."),
        ("author = {Gupta, R and Lahan, V}, title = {Why?}, year = 2015", "Gupta, R; Lahan, V (2015). Why?"),
        ("author = {Gupta, R and others}, title = {Why?}, year = 2015", "Gupta, R; et al. (2015). Why?"),
        ("title = {Snoring}", "No author given (no year given). Snoring."),
        ("year = 2001", "No author given (2001). [no title given]"),
        (
            "title = {Snoring}, year = 2001, journal = {Sleep}, volume = 3, number = {1}, pages = {5--9}",
            "No author given (2001). Snoring. Sleep 3(1): 5\N{EN DASH}9.",
        ),
        ("title = {Why?}, year = 2001, pages = {5}", "No author given (2001). Why? 5."),
        ("title = {Why?}, year = 2001, publisher = {Wiley}", "No author given (2001). Why? Wiley."),
        ("title = {Why?}, year = 2001, publisher = {Wiley}, booktitle = {X}", "No author given (2001). Why? X."),
        ("title = {Why?}, year = 2001, publisher = {Wiley}, journal = {J}", "No author given (2001). Why? J."),
    ],
)
def test_a_reference_in_full(fields: str, citation: str) -> None:
    assert full_citation(reference(fields)) == citation
