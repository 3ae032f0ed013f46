"""What each question of an archive is in SQL: standard functions, no recursion, nothing quoted, and a total order.

A join in which SQLite must begin with the first table, as that has few rows, is a `CROSS JOIN` with its conditions
below: SQLite keeps to the order of one, and to all others it is a join like any other. What a row shows of two articles
is looked up for both at once (`shown`), as DuckDB reads all texts of a table each time.
"""

from __future__ import annotations

from graph.references.designs import IN_A_BOOK
from graph.rules.retractions import COCHRANE_DOI

IN_BOOKS = ", ".join(f"'{kind}'" for kind in sorted(IN_A_BOOK))

RETRACTED = f"""
WITH told AS (
    SELECT w.work, n.state, n.date, n.reason, ROW_NUMBER() OVER (
        PARTITION BY w.work
        ORDER BY CASE n.state WHEN 'retraction' THEN 0 WHEN 'concern' THEN 1 ELSE 2 END, n.date DESC, n.reason
    ) AS place
    FROM retractions n CROSS JOIN identities i CROSS JOIN works w
    WHERE n.state <> 'reinstatement' AND i.identity = n.identity
        AND w.article = i.article AND w.reference = i.reference
),
cited AS (
    SELECT a.name AS article, r.reference, r.key, r.citation, t.state, t.date, t.reason, r.cited_by, r.falls, r.file,
        r.line,
        CASE
            WHEN SUBSTR(a.date, 1, 1) NOT IN ('1', '2') OR t.date NOT LIKE '____-__-__' THEN ''
            WHEN SUBSTR(a.date, 1, LENGTH(t.date)) > SUBSTR(t.date, 1, LENGTH(a.date)) THEN 'after its notice'
            WHEN SUBSTR(a.date, 1, LENGTH(t.date)) < SUBSTR(t.date, 1, LENGTH(a.date)) THEN 'before its notice'
            ELSE ''
        END AS since,
        CASE WHEN t.state = 'retraction'
            AND (r.doi LIKE '{COCHRANE_DOI}%' OR LOWER(r.journal) LIKE 'cochrane database%')
            AND (LOWER(t.reason) LIKE '%out of date%' OR LOWER(t.reason) LIKE '%out-of-date%'
                OR LOWER(t.reason) LIKE '%updat%' OR LOWER(t.reason) LIKE '%replace%'
                OR LOWER(t.reason) LIKE '%supersed%')
            THEN 1 ELSE 0 END AS renewed
    FROM told t CROSS JOIN works w CROSS JOIN article_references r CROSS JOIN articles a
    WHERE t.place = 1 AND w.work = t.work AND r.article = w.article AND r.reference = w.reference
        AND a.article = w.article
)
SELECT
    CASE WHEN renewed = 1 THEN 'info'
        WHEN state = 'retraction' AND since <> 'before its notice' THEN 'error'
        ELSE 'warning' END AS severity,
    article, key, citation, state, date AS noticed, since, reason, cited_by, falls, file, line
FROM cited
ORDER BY
    CASE WHEN renewed = 1 THEN 2 WHEN state = 'retraction' AND since <> 'before its notice' THEN 0 ELSE 1 END,
    CASE since WHEN 'after its notice' THEN 0 ELSE 1 END, article, reference
"""  # noqa: S608 - our own words

FALLS_WITH = """
SELECT citation, title, falls, claims, articles, doi
FROM weights WHERE falls > 0
ORDER BY falls DESC, claims DESC, citation, title, work
"""

FALLS_WITH_WORK = """
SELECT a.name AS article, c.claim_id, u.name AS cause, c.text AS says, c.file, c.line
FROM rests s
JOIN articles a ON a.article = s.article
JOIN claims c ON c.article = s.article AND c.claim = s.claim
LEFT JOIN causes u ON u.article = c.article AND u.cause = c.cause
WHERE s.work = {work} AND s.alone = 1
ORDER BY a.name, c.claim
"""

CONTRADICTIONS = """
WITH apart_ones AS (
    SELECT cause, compared, MIN(high) AS lowest_high, MAX(low) AS highest_low
    FROM claims WHERE compared IS NOT NULL
    GROUP BY cause, compared HAVING MIN(high) < MAX(low)
),
farthest AS (
    SELECT 'a' AS side, c.cause, c.compared, c.article, c.claim, c.high, c.low,
        ROW_NUMBER() OVER (PARTITION BY c.cause, c.compared ORDER BY c.article, c.claim) AS nth
    FROM apart_ones o CROSS JOIN claims c
    WHERE c.cause = o.cause AND c.compared = o.compared AND c.high = o.lowest_high
    UNION ALL
    SELECT 'z', c.cause, c.compared, c.article, c.claim, c.high, c.low,
        ROW_NUMBER() OVER (PARTITION BY c.cause, c.compared ORDER BY c.article, c.claim)
    FROM apart_ones o CROSS JOIN claims c
    WHERE c.cause = o.cause AND c.compared = o.compared AND c.low = o.highest_low
),
ends AS (
    SELECT cause, compared,
        MAX(CASE side WHEN 'a' THEN article END) AS a, MAX(CASE side WHEN 'a' THEN claim END) AS a_claim,
        MAX(CASE side WHEN 'a' THEN high END) AS a_high,
        MAX(CASE side WHEN 'z' THEN article END) AS z, MAX(CASE side WHEN 'z' THEN claim END) AS z_claim,
        MAX(CASE side WHEN 'z' THEN low END) AS z_low
    FROM farthest WHERE nth = 1
    GROUP BY cause, compared
),
others AS (
    SELECT c.cause, c.compared, c.article, c.claim, c.high, c.low,
        ROW_NUMBER() OVER (PARTITION BY c.cause, c.compared ORDER BY c.high, c.article, c.claim) AS nth_high,
        ROW_NUMBER() OVER (PARTITION BY c.cause, c.compared ORDER BY c.low DESC, c.article, c.claim) AS nth_low
    FROM ends e CROSS JOIN claims c
    WHERE e.a = e.z AND c.cause = e.cause AND c.compared = e.compared AND c.article <> e.a
),
nearer AS (
    SELECT e.cause, e.a, e.a_claim, e.a_high, e.z, e.z_claim, e.z_low, b.article AS b, b.claim AS b_claim,
        b.high AS b_high, y.article AS y, y.claim AS y_claim, y.low AS y_low
    FROM ends e
    JOIN others b ON b.cause = e.cause AND b.compared = e.compared
    JOIN others y ON y.cause = e.cause AND y.compared = e.compared
    WHERE b.nth_high = 1 AND y.nth_low = 1
),
pairs AS (
    SELECT 'intervals' AS kind, cause, a AS article, a_claim AS claim, z AS other_article, z_claim AS other_claim
    FROM ends WHERE a <> z
    UNION ALL
    SELECT 'intervals', cause, a, a_claim, y, y_claim
    FROM nearer WHERE a_high < y_low AND y_low - a_high >= z_low - b_high
    UNION ALL
    SELECT 'intervals', cause, b, b_claim, z, z_claim
    FROM nearer WHERE b_high < z_low AND y_low - a_high < z_low - b_high
    UNION ALL
    SELECT 'refuted', cause, article, claim, other_article, other_claim
    FROM (
        SELECT c.cause, c.article, c.claim, d.article AS other_article, d.claim AS other_claim,
            ROW_NUMBER() OVER (PARTITION BY c.article, c.claim ORDER BY d.article, d.claim) AS place
        FROM articles a CROSS JOIN claims c CROSS JOIN claims d
        WHERE a.refuted > 0 AND c.article = a.article AND c.state = 'refuted'
            AND d.wording = c.wording AND d.sourced = 1 AND d.article <> c.article
    ) said
    WHERE place = 1
),
named AS (
    SELECT article, claim FROM pairs
    UNION
    SELECT other_article, other_claim FROM pairs
),
shown AS (
    SELECT c.article, c.claim, c.claim_id, c.text, c.measure, c.population, c.unit, c.low, c.high, c.file, c.line
    FROM named n CROSS JOIN claims c
    WHERE c.article = n.article AND c.claim = n.claim
)
SELECT p.kind, u.name AS cause, a.name AS article, c.claim_id, c.text AS says, c.low, c.high, b.name AS other_article,
    d.claim_id AS other_claim, d.text AS other_says, d.low AS other_low, d.high AS other_high, c.measure, c.population,
    c.unit, c.file, c.line, d.file AS other_file, d.line AS other_line
FROM pairs p
JOIN shown c ON c.article = p.article AND c.claim = p.claim
JOIN shown d ON d.article = p.other_article AND d.claim = p.other_claim
JOIN articles a ON a.article = p.article
JOIN articles b ON b.article = p.other_article
LEFT JOIN causes u ON u.article = p.article AND u.cause = p.cause
ORDER BY p.kind, u.name, a.name, c.claim, b.name, d.claim
"""

SAME_WORK = """
SELECT citation, title, articles, claims, falls, doi
FROM weights WHERE articles > 1
ORDER BY articles DESC, claims DESC, citation, title, work
"""

CARRIERS = """
SELECT citation, title, claims, falls, articles, doi
FROM weights WHERE claims > 0
ORDER BY claims DESC, falls DESC, citation, title, work
"""

BARE_CAUSES = """
SELECT MIN(u.name) AS cause, f.articles, f.claims, f.refuted, MIN(a.name) AS first_article
FROM (
    SELECT u.cause, SUM(CASE WHEN u.claims > 0 THEN 1 ELSE 0 END) AS articles, SUM(u.claims) AS claims,
        SUM(u.refuted) AS refuted, SUM(u.sourced) AS sourced, SUM(u.part) AS parts
    FROM causes u
    GROUP BY u.cause
) f
JOIN causes u ON u.cause = f.cause AND u.claims > 0
JOIN articles a ON a.article = u.article
WHERE f.sourced = 0 AND f.claims > 0 AND f.parts = 0
GROUP BY f.cause, f.articles, f.claims, f.refuted
ORDER BY f.articles DESC, f.claims DESC, MIN(u.name), f.cause
"""

REPEATED = """
WITH shared AS (
    SELECT wording FROM claims GROUP BY wording HAVING MIN(article) <> MAX(article)
),
repeats AS (
    SELECT c.wording
    FROM shared s CROSS JOIN claims c
    WHERE c.wording = s.wording AND LENGTH(c.text) >= 20
    GROUP BY c.wording HAVING MIN(c.article) <> MAX(c.article)
),
mine AS (
    SELECT c.wording, c.article, c.claim, c.claim_id, c.text, c.state, c.file, c.line
    FROM repeats r CROSS JOIN claims c
    WHERE c.wording = r.wording
),
totals AS (SELECT wording, COUNT(DISTINCT article) AS articles FROM mine GROUP BY wording),
carried AS (
    SELECT m.wording, s.work, COUNT(DISTINCT m.article) AS articles
    FROM mine m JOIN rests s ON s.article = m.article AND s.claim = m.claim
    GROUP BY m.wording, s.work
),
differing AS (
    SELECT t.wording, MAX(t.articles) AS articles, COUNT(*) AS works
    FROM totals t JOIN carried d ON d.wording = t.wording
    GROUP BY t.wording HAVING MIN(d.articles) < MAX(t.articles)
)
SELECT m.text AS says, a.name AS article, m.claim_id, m.state, d.articles, d.works, m.file, m.line
FROM differing d
JOIN mine m ON m.wording = d.wording
JOIN articles a ON a.article = m.article
ORDER BY d.articles DESC, d.works DESC, m.wording, a.name, m.claim
"""

COVERAGE = """
SELECT name AS article, title, claims, sourced, refuted, claims - sourced - refuted AS without_source,
    CASE WHEN claims > 0 THEN CAST(sourced AS DOUBLE) / claims END AS share
FROM articles WHERE failure IS NULL
ORDER BY name
"""

COVERAGE_BY_CAUSE = """
SELECT f.name AS cause, f.articles, f.claims, f.sourced, f.refuted, f.claims - f.sourced - f.refuted AS without_source,
    CASE WHEN f.claims > 0 THEN CAST(f.sourced AS DOUBLE) / f.claims END AS share
FROM (
    SELECT u.cause, MIN(u.name) AS name, SUM(CASE WHEN u.claims > 0 THEN 1 ELSE 0 END) AS articles,
        SUM(u.claims) AS claims, SUM(u.sourced) AS sourced, SUM(u.refuted) AS refuted
    FROM causes u
    GROUP BY u.cause
) f
ORDER BY f.claims DESC, f.name, f.cause
"""

COVERAGE_BY_DESK = """
SELECT COALESCE(d.desk, '') AS desk, COUNT(*) AS articles, SUM(a.claims) AS claims, SUM(a.sourced) AS sourced,
    SUM(a.refuted) AS refuted, SUM(a.claims) - SUM(a.sourced) - SUM(a.refuted) AS without_source,
    CASE WHEN SUM(a.claims) > 0 THEN CAST(SUM(a.sourced) AS DOUBLE) / SUM(a.claims) END AS share
FROM articles a LEFT JOIN desks d ON d.article = a.article
WHERE a.failure IS NULL
GROUP BY COALESCE(d.desk, '')
ORDER BY COALESCE(d.desk, '')
"""

WORST_SQL = """
SELECT a.name AS article, a.title, a.errors, a.warnings, a.infos, a.claims, a.claims - a.sourced AS not_sourced,
    a.left_out, COALESCE(a.failure, '') AS failure
FROM articles a
ORDER BY CASE WHEN a.failure IS NULL THEN 1 ELSE 0 END, a.errors DESC, a.warnings DESC,
    a.claims - a.sourced DESC, a.name
"""

OLDEST = """
WITH ages AS (
    SELECT s.article, s.claim, MAX(w.year) AS newest, MIN(w.year) AS oldest
    FROM rests s JOIN weights w ON w.work = s.work
    GROUP BY s.article, s.claim HAVING MAX(w.year) IS NOT NULL
)
SELECT a.name AS article, m.claims, m.oldest, m.typical, m.newest
FROM (
    SELECT article, COUNT(*) AS claims, MIN(oldest) AS oldest,
        CAST((SUM(newest) - SUM(newest) % COUNT(*)) / COUNT(*) AS BIGINT) AS typical, MAX(newest) AS newest
    FROM ages GROUP BY article
) m
JOIN articles a ON a.article = m.article
ORDER BY m.typical, m.newest, a.name
"""

LISTED_JOURNALS = """
SELECT a.name AS article, r.key, r.citation, CASE WHEN r.journal <> '' THEN r.journal ELSE r.issn END AS appeared_in,
    r.cited_by, r.falls, r.file, r.line
FROM listed_journals j
JOIN article_references r ON r.journal = j.journal AND r.issn = j.issn
JOIN articles a ON a.article = r.article
ORDER BY a.name, r.reference
"""

DOI_CLASH = f"""
WITH shared AS (SELECT DISTINCT identity FROM apart WHERE kind <> 'pages'),
believed AS (
    SELECT i.identity, i.article, MIN(i.reference) AS reference
    FROM shared s CROSS JOIN identities i
    LEFT JOIN apart q ON q.article = i.article AND q.reference = i.reference AND q.identity = i.identity
    WHERE i.identity = s.identity AND q.own IS NULL
    GROUP BY i.identity, i.article
),
firsts AS (
    SELECT v.identity, v.article, v.reference,
        ROW_NUMBER() OVER (PARTITION BY v.identity ORDER BY b.name, v.article) AS nth
    FROM believed v JOIN articles b ON b.article = v.article
),
clashing AS (
    SELECT p.article, p.reference, p.kind, f.article AS other_article, f.reference AS other_reference,
        ROW_NUMBER() OVER (PARTITION BY p.article, p.reference, p.identity ORDER BY f.nth) AS place
    FROM apart p JOIN firsts f ON f.identity = p.identity
    WHERE p.kind <> 'pages' AND f.nth <= 2 AND f.article <> p.article
),
named AS (
    SELECT article, reference FROM clashing WHERE place = 1
    UNION
    SELECT other_article, other_reference FROM clashing WHERE place = 1
),
shown AS (
    SELECT r.article, r.reference, r.key, r.citation, r.title, r.doi, r.pmid, r.file, r.line
    FROM named n CROSS JOIN article_references r
    WHERE r.article = n.article AND r.reference = n.reference AND r.type NOT IN ({IN_BOOKS})
)
SELECT UPPER(p.kind) AS kind, CASE p.kind WHEN 'doi' THEN r.doi WHEN 'pmid' THEN r.pmid ELSE '' END AS identifier,
    a.name AS article, r.key, r.citation, r.title, b.name AS other_article, s.key AS other_key,
    s.citation AS other_citation, s.title AS other_title, r.file, r.line, s.file AS other_file, s.line AS other_line
FROM clashing p CROSS JOIN shown r CROSS JOIN articles a CROSS JOIN shown s CROSS JOIN articles b
WHERE p.place = 1 AND r.article = p.article AND r.reference = p.reference AND a.article = p.article
    AND s.article = p.other_article AND s.reference = p.other_reference AND b.article = p.other_article
ORDER BY a.name, r.reference, p.kind
"""  # noqa: S608 - our own words
