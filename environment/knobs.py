"""Turn every number at the top of a notebook up and down and see that no cell turns red.

Usage: knobs.py [NOTEBOOK...]   (all notebooks when none is named)

Knobs are the variables of cells with the tag ``parameters`` that are set to numbers; where no cell has it, those of
the first cell with any. Each is doubled and halved, unless the cell says otherwise in its metadata:

    {"lectern": {"knobs": {"width": {"times": 4}, "rate": ["0.003", "0.1"], "draws": false}}}
"""

from __future__ import annotations

import copy
import re
import sys
from dataclasses import dataclass
from pathlib import Path

import nbformat
import trials

from notebooks import NOTEBOOKS, in_order

TAG = "parameters"
DECLARATION = re.compile(r"(?:^|(?<=[;{}\n]))[ \t]*(?:final\s+)?(int|long|float|double)\s+(?=\w+\s*=)")
NAME = re.compile(r"\s*(\w+)\s*=(?!=)")
# What a number may be made of; another name in it makes it a consequence of others.
NUMBER = re.compile(r"(?:[\d_]+\.?[\d_]*(?:e[-+]?\d+)?[LlFfDd]?|\.\d+|PI|quick\(\)|[-+*/?:()\s])+", re.IGNORECASE)


@dataclass(frozen=True)
class Knob:
    """A number that one may turn: its cell, its type, its name, and where its value stands."""

    cell: int
    type: str
    name: str
    start: int
    end: int

    def turned(self, notebook: nbformat.NotebookNode, value: str) -> nbformat.NotebookNode:
        """A copy of the notebook with another value; ``{}`` in it stands for the present one."""
        book = copy.deepcopy(notebook)
        source = book.cells[self.cell].source
        new = value.replace("{}", f"({source[self.start : self.end].strip()})")
        book.cells[self.cell].source = source[: self.start] + " " + new + source[self.end :]
        return book


def knobs(notebook: nbformat.NotebookNode) -> list[Knob]:
    """All numbers that the notebook offers for turning."""
    code = [number for number, cell in enumerate(notebook.cells) if cell.cell_type == "code"]
    tagged = [number for number in code if TAG in notebook.cells[number].metadata.get("tags", ())]
    if tagged:
        return [knob for number in tagged for knob in knobs_of(notebook, number)]
    return next((found for number in code if (found := knobs_of(notebook, number))), [])


def knobs_of(notebook: nbformat.NotebookNode, cell: int) -> list[Knob]:
    code = notebook.cells[cell].source
    quiet, found = trials.quieted(code), []
    for declaration in DECLARATION.finditer(quiet):
        end = trials.statement_end(code, declaration.end()) - 1
        for start, stop in pieces(quiet, declaration.end(), end):
            name = NAME.match(quiet, start, stop)
            if name and NUMBER.fullmatch(quiet[name.end() : stop]):
                found.append(Knob(cell, declaration[1], name[1], name.end(), stop))
    return found


def pieces(code: str, start: int, end: int):
    """The declarators of a declaration: what stands between commas outside of all brackets."""
    depth, begun = 0, start
    for place in range(start, end):
        depth += (code[place] in trials.OPEN) - (code[place] in trials.CLOSE)
        if depth == 0 and code[place] == ",":
            yield begun, place
            begun = place + 1
    yield begun, end


def values(knob: Knob, notebook: nbformat.NotebookNode) -> list[str]:
    """What a knob is turned to; nothing where its cell says so."""
    wish = notebook.cells[knob.cell].metadata.get("lectern", {}).get("knobs", {}).get(knob.name, {})
    if wish is False:
        return []
    if isinstance(wish, list):
        return [str(value) for value in wish]
    times = wish.get("times", 2)
    if knob.type in ("int", "long"):
        return [f"({knob.type}) ({{}} * {times})", f"({knob.type}) Math.max(1, {{}} / {times})"]
    return [f"({knob.type}) ({{}} * {times})", f"({knob.type}) ({{}} / {times})"]


def test(path: Path, only: int | None = None) -> tuple[int, list[str]]:
    """How many turns were tried, and which of them turned a cell red; ``only`` takes so many of the turns."""
    notebook = nbformat.read(path, as_version=4)
    turns = [(knob, value) for knob in knobs(notebook) for value in values(knob, notebook)][:only]
    red = []
    for knob, value in turns:
        if trouble := trials.run(knob.turned(notebook, value), path.parent, strict=False):
            red.append(f"{knob.name} = {value.replace('{}', knob.name)}: cell {trouble.cell}: {trouble.brief}")
    return len(turns), red


def main() -> int:
    failed = 0
    for path in [Path(name) for name in sys.argv[1:]] or in_order(NOTEBOOKS):
        turns, red = test(path)
        failed += len(red)
        print(f"{path.name}: {turns} turns of a knob, {len(red)} of them red", flush=True)
        for line in red:
            print(f"  ✗ {line}", flush=True)
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
