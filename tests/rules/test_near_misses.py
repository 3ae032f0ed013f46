"""Near misses, at which a rule must stay silent."""

from __future__ import annotations

import pytest

from graph.rules import RULES
from tests.examples import REFERENCES
from tests.rules.running import HEADER, found

QUOTED = (
    "claim_id,cause,claim,supports\nc1,Coffee,Coffee shortens sleep.,a\n\n@article{a, title = {Sleep}}\n\n"
    "--- evidence.csv\nclaim_id,reference,source_quote\nc1,a,"
)


NEAR_MISSES = [
    ("read-from-text", f"{REFERENCES}--- library.ris\nTY  - JOUR\nTI  - A title\nER  -"),
    (
        "repeated-work",
        f"{REFERENCES}--- library.ris\nTY  - JOUR\nTI  - Prevalence of insomnia\nAU  - Roth, T\nPY  - 2012",
    ),
    ("uncited-claim", f"{HEADER}\nc1,X,Y,,drake2013,,,,,\n\n{REFERENCES}"),
    ("unknown-reference", f"{HEADER}\nc1,X,Y,,,drake2013,,,,\n\n{REFERENCES}"),
    ("overclaim-wording", f"{HEADER}\nc1,X,It is proven.,,drake2013,,,,,\n\n{REFERENCES}"),
    ("single-reference", f"{HEADER}\nc1,X,Y,treatment,,drake2013,,,,\n\n{REFERENCES}"),
    ("background-only", f"{HEADER}\nc1,X,Y,,a,,,,,\n\n@article{{a, group = {{further}}}}"),
    ("untyped-number", f"{HEADER}\nc1,X,Type 2 diabetes in 25 studies of people over 65.,,,,,,,"),
    (
        "measure-mismatch",
        f"{HEADER}\nc1,X,Y,,a,,incidence,1,,%\n\n@article{{a, title = {{Incidence and prevalence}}}}",
    ),
    ("impossible-value", f"{HEADER}\nc1,X,Y,,,,prevalence,0,100,%"),
    ("impossible-value", f"{HEADER}\nc1,X,Y,,,,change,-12,150,%"),
    ("untyped-number", f"{HEADER},figures\nc1,X,Ten is 10 per cent.,,,,,10,,%,drafted"),
    ("impossible-value", f"{HEADER},figures\nc1,X,Y,,,,prevalence,30,10,%,drafted"),
    ("drafted-figures", f"{HEADER},figures\nc1,X,Y,,,,prevalence,10,30,%,confirmed"),
    ("drafted-figures", f"{HEADER},figures\nc1,X,Y,,,,prevalence,10,30,%,"),
    ("drafted-figures", f"{HEADER},figures\nc1,X,Y,,,,,,,,drafted"),
    ("contradicting-figure", f"{HEADER}\nc1,X,It is in a quarter of men.,,,,prevalence,25.6,,%"),
    ("unstated-figure", f"{HEADER}\nc1,X,It is in one in four men.,,,,prevalence,25,,%"),
    ("unknown-measure", f"{HEADER}\nc1,X,Y,,,,Adjusted odds-ratios,2,,times"),
    ("more-studies-than-people", "claim_id,cause,claim,n,n_studies\nc1,X,Two cases were reported.,2,2"),
    ("effect-not-shown", f"{HEADER}\nc1,X,It may raise the risk.,,,,odds-ratio,0.8,1.5,times"),
    ("repeated-claim", "claim_id,cause,claim\nc1,X,It is in 26 % of women.\nc2,X,It is in 26 % of men."),
    ("opposite-claims", "claim_id,cause,claim\nc1,X,It is harmful.\nc2,X,It is not harmless."),
    (
        "unknown-section",
        "claim_id,cause,claim,section\nc1,X,Y,COFFEE\n\n--- article.md\n# Coffee\n\nIt is.\n\n# Tea\n\nIt is.",
    ),
    (
        "uncovered-figure",
        "claim_id,cause,claim\nc1,X,5 % do.\n\n--- article.md\nOf 20 people 5 % do, a third does not.",
    ),
    ("cut-claim", "claim_id,cause,claim\nc1,X,mRNA is what it is good at"),
    ("unreviewed-claim", "claim_id,cause,claim,reviewed_by,reviewed_on\nc1,X,Y,,2026-01-31\nc2,X,Z,,"),
    ("stale-review", "claim_id,cause,claim,reviewed_by,reviewed_as\nc1,X,Y,Eva,"),
    ("disagreeing-figures", f"{HEADER}\nc1,X,Men: 10 %,,,,rate,10,,%\nc2,X,Women: 20 %,,,,rate,20,,%"),
    ("duplicate-key", "@article{drake2013, title={A}}\n@article{drake2013a, title={B}}"),
    ("missing-title", "@article{a, title = {?}}"),
    ("missing-author", "@book{a, editor = {Ekbom, K}}"),
    ("missing-author", "@legislation{a, title = {Sleep Act}}"),
    ("missing-author", "@standard{a, title = {Sleep}, publisher = {ISO}}"),
    ("missing-year", "@article{a, pubstate = {inpress}}"),
    ("missing-year", "@online{a, date = {2020}}"),
    ("missing-year", "@online{a, urldate = {2020-01-01}}"),
    ("no-identifier", "@online{a, url = {https://example.org}}"),
    ("no-identifier", "@article{a, journal = {arXiv preprint arXiv:1701.02434}}"),
    ("no-identifier", "@jurisdiction{a, title = {Lee v. Kim}}"),
    ("no-identifier", "@standard{a, title = {Sleep}, number = {690}}"),
    ("malformed-doi", "@article{a, doi = {10.1016/j.sleep.2018.05.039}}"),
    ("duplicate-doi", "@article{a, doi = {10.1000/a}}\n@article{b, doi = {10.1000/ab}}"),
    ("unparsed-entry", "% a comment with an e-mail: me@example.org\n@article{a, title = {A}}"),
    ("encoding", f"{HEADER}\nc1,Sjögren,Y,,,,,,,"),
    ("unused-reference", f"{HEADER}\nc1,X,Y,,,drake2013,,,,\n\n@article{{drake2013}}"),
    ("unused-reference", f"{HEADER}\nc1,X,Y,,a,,,,,\n\n@incollection{{a, xref = {{b}}}}\n@book{{b}}"),
    ("unused-reference", f"{HEADER}\nc1,X,Y,,a,,,,,\n\n@article{{a, related = {{b,c}}}}\n@article{{b}}\n@book{{c}}"),
    ("cause-without-evidence", f"{HEADER}\nc1,X > Z,Y,,drake2013,,,,,\n\n{REFERENCES}"),
    ("cause-on-one-reference", f"{HEADER}\nc1,X,Y,,,,,,,\n\n{REFERENCES}"),
    (
        "no-intext-citations",
        "claim_id,cause,claim,supports,basis\nc1,X,Y,a,inferred\nc2,X,Y,a,cited\n\n@article{a}",
    ),
    ("malformed-table", 'claim_id;cause;claim\nc1;X;"Y; and\nmore"'),
    ("unknown-word", f"{HEADER}\nc1,X,Y,Risk-Factor,,,,,,"),
    ("two-stances", f"{HEADER}\nc1,X,Y,,drake2013,clark2017,,,,\n\n{REFERENCES}"),
    ("weak-tier-only", "claim_id,cause,claim,supports\nc1,X,Y,a\n\n@online{a, title = {Diet}, design = {guideline}}"),
    ("weak-tier-only", "claim_id,cause,claim,supports\nc1,X,Y,a\n\n@misc{a, title = {Diet}, doi = {10.1101/2020.1}}"),
    ("stale-evidence", "claim_id,cause,claim,supports\nc1,X,Y,a\n\n@article{a, year = {2021}}"),
    ("stale-evidence", "claim_id,cause,claim,supports,kind\nc1,X,Y,a,background\n\n@article{a, year = {1921}}"),
    (
        "treatment-below-level",
        (
            "claim_id,cause,claim,supports,kind\nc1,X,Y,a; b,treatment\n\n@article{a, design = {Cohort}}"
            "\n@article{b, design = {Randomized trial}}"
        ),
    ),
    ("treatment-below-level", "claim_id,cause,claim,supports,kind\nc1,X,Y,a,treatment\n\n@article{a, title = {T}}"),
    ("contested-claim", "claim_id,cause,claim,supports,disputes\nc1,X,Y,a,nobody\n\n@article{a, title = {T}}"),
    ("contested-claim", "claim_id,cause,claim,disputes\nc1,X,Y,a\n\n@article{a, title = {T}}"),
    ("refuted-claim", "claim_id,cause,claim,qualifies,disputes\nc1,X,Y,a,b\n\n@article{a}\n@article{b}"),
    ("refuted-claim", "claim_id,cause,claim,disputes\nc1,X,Y,nobody\n\n@article{a, title = {T}}"),
    ("uncited-claim", "claim_id,cause,claim,disputes\nc1,X,Y,a\n\n@article{a, title = {T}}"),
    ("single-reference", "claim_id,cause,claim,kind,disputes\nc1,X,Y,harm,a\n\n@article{a, title = {T}}"),
    ("single-reference", "claim_id,cause,claim,kind,supports,disputes\nc1,X,Y,harm,a,b\n\n@article{a}\n@article{b}"),
    ("single-reference", "claim_id,cause,claim,kind,supports\nc1,X,Y,association,a\n\n@article{a}"),
    (
        "misfiled-evidence",
        "claim_id,cause,claim,supports\nc1,Diabetes,Y,a\nc2,Pregnancy,Z,\n\n@book{a, title = {Diabetics in pregnancy}}",
    ),
    (
        "misfiled-evidence",
        (
            "claim_id,cause,claim,supports\nc1,Kidney disease,Iron is low in dialysis.,a\nc2,Iron deficiency,Z,"
            "\n\n@article{a, title = {Iron for patients on dialysis}}"
        ),
    ),
    (
        "weasel-plural",
        "claim_id,cause,claim,supports\nc1,X,A review of 25 studies found that Y.,a\n\n@article{a, title = {T}}",
    ),
    ("weasel-plural", "claim_id,cause,claim\nc1,X,How the two go together has been the subject of much research."),
    (
        "value-mismatch",
        (
            "claim_id,cause,claim,supports,low,unit\nc1,X,Y,a,10,%\n\n@article{a}\n\n--- evidence.csv\n"
            "claim_id,reference,low,high,unit\nc1,a,10.0,10,per cent"
        ),
    ),
    (
        "near-duplicate",
        (
            "@article{a, author = {Lin, X}, year = {2019}, title = {Restless legs in men on kidney dialysis}}\n"
            "@article{b, author = {Lin, X}, year = {2019}, title = {Restless legs in women on kidney dialysis}}"
        ),
    ),
    ("impossible-year", "@article{a, year = {1996--97}}\n@article{b, date = {2019-05}}\n@article{c, year = {1450}}"),
    ("future-year", "@article{a, year = {2027}}"),
    ("retracted-by-title", "@article{a, title = {Retracted articles and why they are cited}}"),
    (
        "counted-up-doi",
        "@misc{a, doi = {10.1000/x.1}}\n@misc{b, doi = {10.1000/x.2}}\n@misc{c, doi = {10.1000/x.3}}",
    ),
    ("joined-authors", "@article{a, author = {Drake, Jr, Christopher and Roth, Thomas and others}}"),
    ("reversed-pages", "@article{a, pages = {320--29}}"),
    ("wrong-check-digit", "@book{a, isbn = {0-8044-2957-X}, issn = {none}}"),
    ("uncitable-key", "Coffee\n===\n\nIt is so [@{drake (2013)}].\n\n@article{drake(2013), title = {A title}}"),
    ("garbled-text", "@article{a, title = {Sjögren & Müller: who knows?}, url = {http://example.org/a?b&amp;c}}"),
    ("glued-import", "@article{a, title = {How caffeine changes sleep}, journal = {Sleep}}"),
    ("glued-import", "@article{a, title = {The role of microRNA and AlphaFold}}"),
    ("unsafe-url", "@online{a, url = {example.org:80/x}}\n@online{b, url = {HTTPS://example.org/javascript:}}"),
    (
        "retracted",
        (
            "@article{a, doi = {10.1000/x}}\n\n--- retractions.csv\nOriginalPaperDOI,RetractionNature\n"
            "10.1000/x.1,Retraction\nunavailable,Retraction"
        ),
    ),
    ("listed-journal", "@article{a, journal = {Sleep Medicine}}\n\n--- journals.txt\nSleep\nMedicine"),
    ("unknown-design", "claim_id,cause,claim,kind,supports\nc1,X,Y,harm,a\n\n@online{a, url = {https://example.org}}"),
    ("web-source-undated", "@misc{a, title = {Personal communication}}\n@article{b, title = {Printed}}"),
    ("vocabulary-mismatch", "claim_id,cause,claim\nc1,X > Other,Y\nc2,Z > Other,Y\nc3,Other,Y"),
    (
        "quote-not-found",
        'claim_id,cause,claim,quote\nc1,X,Y,so\u00ad called \u201cfacts\u201d\n\n--- article.txt\nso called "facts"',
    ),
    (
        "uncovered-sentence",
        "claim_id,cause,claim\nc1,X,Tea is mild.\n\n--- article.md\nTea is mild [@a].\n\n: It cites [@b].",
    ),
    (
        "several-claims",
        "claim_id,cause,claim,supports,quote\nc1,X,It is and it was.,a,It is [1] and it was [1].\n\n@article{a}",
    ),
    ("source-quote-not-found", f"{QUOTED}Nobody has the text.\n\n--- b.txt\nOf another one."),
    ("figure-not-in-quote", f"{QUOTED}There are no figures in the claim, and 12 % here."),
    ("off-topic-quote", f"{QUOTED}It was so among all of them."),
    ("quote-of-others", f"{QUOTED}Sleep was short (SD 12) [mean of 4 nights]."),
    ("spreadsheet-damage", "claim_id,cause,claim,note\nc1,X,Y,10-30"),
    ("formula-cell", "claim_id,cause,claim,low,unit\nc1,X,Y,-30,minutes"),
    ("unread-part", "<!DOCTYPE article><article><body><p>It is so &mdash; <b>really</b>.</p></body></article>"),
    ("unread-citation", f"Coffee\n===\n\nIt is so [@drake2013, p. 1-3].\n\n{REFERENCES}"),
    ("unread-part", f"\\section{{Coffee}}\nIt is so. % \\input{{gone}}\n\n{REFERENCES}"),
    ("unused-suppression", "claim_id,cause,claim,noqa\nc1,X,Y,CLM011: a rule that is not run"),
    ("suppression-without-reason", "claim_id,cause,claim,noqa\nc1,X,Y,CLM001:why"),
    ("unknown-suppression", "claim_id,cause,claim,noqa\nc1,X,Y,clm001: codes are read in any case"),
    (
        "stale-baseline",
        "claim_id,cause,claim\nc1,X,Y\n\n--- baseline.json\n[]",
    ),
]


@pytest.mark.parametrize(("name", "example"), NEAR_MISSES)
def test_near_misses_are_silent(name: str, example: str) -> None:
    assert found(name, example) == []


def test_every_rule_that_is_run_by_default_has_a_near_miss() -> None:
    assert {rule.name for rule in RULES if not rule.preview and not rule.profile} <= {name for name, _ in NEAR_MISSES}
