"""Small evidence for tests, written as a user writes it."""

from __future__ import annotations

from graph.model import Evidence
from graph.reading import parse

REFERENCES = """\
@article{drake2013, title = {Caffeine effects on sleep}, author = {Drake, C}, year = {2013}, doi = {10.5664/jcsm.3170}}
@article{clark2017, title = {Coffee and sleep}, author = {Clark, I}, year = {2017}, doi = {10.1016/j.smrv.2016.01.006}}
@article{roth2011, title = {Prevalence of insomnia}, author = {Roth, T}, year = {2011}, url = {https://example.org}}
"""

CLAIMS = """\
claim_id,cause,claim,supports,disputes,qualifies,mentions,basis,kind,measure,low,high,unit,involves
c1,Drinks > Coffee,Coffee after noon shortens sleep.,drake2013 (p. 3),clark2017,,,cited,association,,,,,
c2,Drinks > Coffee,Between 10 % and 20.8 % sleep badly.,,,roth2011,,cited,frequency,prevalence,10,20.8,%,
c3,Drinks > Tea,Tea is milder.,,,,drake2013,inferred,background,,,,,Drinks > Coffee
c4,Noise,Noise wakes people.,,,,,,association,,,,,
"""


def sample() -> Evidence:
    """References, claims and causes with a bit of everything and nothing wrong in the files."""
    return parse(REFERENCES, CLAIMS)
