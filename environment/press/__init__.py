"""Prints executed notebooks: one PDF script through nbconvert and XeLaTeX, or a web site.

``prose`` reads markdown, ``tex`` knows how text becomes LaTeX, ``makeup`` what stays together on a page, ``ansi`` reads
coloured terminal text, ``collect`` finds notebooks and their titles, ``search`` writes what the site is searched by,
``script`` and ``site`` put it together.
"""
