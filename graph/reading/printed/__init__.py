"""Lists of references as LaTeX prints them: what BibTeX and biber write (`.bbl`), or authors themselves."""
