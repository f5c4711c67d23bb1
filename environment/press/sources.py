"""Sources: a BibTeX file, links to its entries, and the bibliography of what is cited.

A citation is a plain Markdown link to an entry: ``[Kingma and Ba (2015)](../references.bib#kingma2015)``.
"""

from __future__ import annotations

import json
import re
from functools import cache
from pathlib import Path
from urllib.parse import unquote

from . import prose
from .numbers import normal

ENTRY = re.compile(r"^\s*@(?!comment|string|preamble)\w+\s*\{\s*([^,\s]+)\s*,", re.MULTILINE | re.IGNORECASE)


@cache
def keys(file: Path) -> frozenset[str]:
    if not file.is_file():
        raise SystemExit(f"  {file} is cited from and does not exist")
    return frozenset(ENTRY.findall(file.read_text(encoding="utf-8")))


class Sources:
    """What the lectures cite, in the order of their names."""

    def __init__(self):
        self.cited: dict[str, Path] = {}

    def target(self, url: str, folder: Path) -> str | None:
        """The key of the entry that a link cites, when it cites one."""
        path, _, key = url.partition("#")
        if "://" in path or not path.endswith(".bib") or not key:
            return None
        file = normal(folder / unquote(path))
        if key not in keys(file):
            raise SystemExit(f"  {file} has no entry {key}, which is cited in {folder}")
        if self.cited.setdefault(key, file) != file:
            raise SystemExit(f"  two entries are called {key}: in {self.cited[key]} and in {file}")
        return key

    def bibliography(self) -> list[tuple[str, list[dict]]]:
        """Key and text of every source that is cited, as blocks of a document."""
        if not self.cited:
            return []
        wanted = ", ".join("@" + key for key in sorted(self.cited))
        text = f"---\nnocite: |\n  {wanted}\n---\n"
        files = [f"--bibliography={file}" for file in sorted(set(self.cited.values()))]
        tree = json.loads(prose.pandoc(text, "-f", "markdown", "-t", "json", "--citeproc", *files))
        references = next(block for block in tree["blocks"] if block["t"] == "Div" and block["c"][0][0] == "refs")
        return [(entry["c"][0][0].removeprefix("ref-"), entry["c"][1]) for entry in references["c"][1]]
