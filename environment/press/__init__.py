"""Prints executed notebooks: one PDF script through nbconvert and XeLaTeX, or a web site.

``prose`` reads markdown, ``tex`` knows how text becomes LaTeX, ``ansi`` reads coloured terminal text, ``collect`` finds
notebooks and their titles, ``script`` and ``site`` put it together.
"""
