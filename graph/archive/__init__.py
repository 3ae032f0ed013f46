"""Many articles at once: each is read and audited by itself, and what lies across them is asked of tables.

    ROOT -> articles -> article_rows (one article each, here, in a pool or on a cluster) -> tables -> questions, pages

`graph.archive.rows` says what one article is as rows, `graph.archive.tables` which tables there are.
"""
