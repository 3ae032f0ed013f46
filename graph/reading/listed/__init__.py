"""Lists of sources in plain text, numbered or not: `lists` parts them into entries, `entry` reads one of these."""
