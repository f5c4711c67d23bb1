"""Notebooks run with something changed: what goes wrong, and where."""

from __future__ import annotations

import copy
import os
import re
from dataclasses import dataclass
from pathlib import Path

import nbformat
from nbclient import NotebookClient
from nbclient.exceptions import CellExecutionError, CellTimeoutError, DeadKernelError

from notebooks import ANSI

BY_CLAIM = re.compile(r"This sentence does not hold: .*\n\s*claim: ([\w-]+)")
BY_CHECK = re.compile(r"This does not hold: (.*)")
OPEN, CLOSE = "([{", ")]}"
# Strings, comments and characters, in which brackets and semicolons mean nothing.
QUIET = re.compile(r'"""(?:.|\n)*?"""|"(?:\\.|[^"\\\n])*"|\'(?:\\.|[^\'\\\n])\'|//[^\n]*|/\*(?:.|\n)*?\*/')

# What may follow a closing brace in the midst of a statement.
GOES_ON = re.compile(r"\s*(?:[^\w\s@]|(?:else|catch|finally|while)\b)")


@dataclass(frozen=True)
class Trouble:
    """The first cell that failed, and what it said."""

    cell: int
    error: str

    @property
    def claim(self) -> str | None:
        """The claim that noticed, where one did."""
        found = BY_CLAIM.search(self.error)
        return found[1] if found else None

    @property
    def check(self) -> str | None:
        """The condition of the check that noticed, where one did."""
        found = BY_CHECK.search(self.error)
        return found[1] if found else None

    @property
    def brief(self) -> str:
        return self.error.strip().splitlines()[0][:160]


def run(notebook: nbformat.NotebookNode, folder: Path, strict: bool, patience: int = 900) -> Trouble | None:
    """Runs a copy of a notebook up to the first error; with ``strict`` a claim that does not hold is one."""
    book = copy.deepcopy(notebook)
    client = NotebookClient(
        book,
        timeout=patience,
        startup_timeout=120,
        kernel_name="lectern",
        resources={"metadata": {"path": str(folder)}},
        record_timing=False,
    )
    try:
        client.execute(env={**os.environ, "LECTERN_STRICT": "1" if strict else "0"})
    except (CellExecutionError, CellTimeoutError, DeadKernelError, AssertionError, RuntimeError) as error:
        for number, cell in enumerate(book.cells):
            wanted = "raises-exception" in cell.metadata.get("tags", ())
            for output in () if wanted else cell.get("outputs", ()):
                if output.output_type == "error":
                    return Trouble(number, f"{output.ename}: {ANSI.sub('', output.evalue)}")
        return Trouble(-1, f"the kernel did not end the notebook: {error!r}")
    return None


def quieted(code: str) -> str:
    """The code with blanks in place of strings and comments."""
    return QUIET.sub(lambda found: re.sub(r"[^\n]", " ", found[0]), code)


def statement_end(code: str, at: int) -> int:
    """Where the statement of the cell ends that a place is in: a loop that it stands in is left first."""
    quiet, depth = quieted(code), 0
    for place in range(len(quiet)):
        depth += (quiet[place] in OPEN) - (quiet[place] in CLOSE)
        block = quiet[place] == "}" and not GOES_ON.match(quiet, place + 1)
        if place >= at and depth == 0 and (quiet[place] == ";" or block):
            return place + 1
    return len(code)
