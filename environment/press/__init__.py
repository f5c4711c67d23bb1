"""Prints executed notebooks: one PDF script through nbconvert and XeLaTeX, or a web site.

``prose`` reads markdown, ``tex`` knows how text becomes LaTeX, ``makeup`` what stays together on a page, ``ansi`` reads
coloured terminal text, ``collect`` finds notebooks and their titles, ``numbers`` counts figures and tables, ``sources``
reads what is cited, ``course`` holds what pages must know of one another, ``search`` writes what the site searches,
``script`` and ``site`` put it together.
"""
