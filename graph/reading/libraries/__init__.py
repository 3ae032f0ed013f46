"""Libraries as programs write them, but for BibTeX and CSL JSON: a module for each, and `signs` to tell them by."""
