"""Plant faults in the results of notebooks and see whether their claims notice.

Usage: faults.py [NOTEBOOK...]   (all notebooks with a list of faults when none is named)

The faults of gradient-methods.ipynb stand beside it in gradient-methods.faults.toml:

    [[fault]]
    name = "the two methods exchanged"
    after = "double heavyMedian"            # strikes after the statement with this text, or after the cell with this id
    swap = ["plainMedian", "heavyMedian"]

    [[fault]]
    after = "double heavyMedian"
    scale = "heavyMedian"                   # a number, a tensor, an array or a list of numbers
    by = 10

    [[fault]]
    name = "a model that says the same of all"
    replace = "net.apply(x)"                # other text in the source itself
    with = "zeros(x.dim(0), 1)"

    [[fault]]
    after = "var losses"
    run = "Collections.reverse(losses);"    # anything else
"""

from __future__ import annotations

import copy
import sys
from dataclasses import dataclass, field
from pathlib import Path

import nbformat
import tomllib
import trials

from notebooks import NOTEBOOKS, in_order

SHARE = 0.9  # so many of all faults must be noticed
# How things are scaled; overloads find out what a name stands for.
SCALING = """
double faultScaled(double x, double by) { return x * by; }
int faultScaled(int x, double by) { return (int) (x * by); }
Tensor faultScaled(Tensor x, double by) { return x.times(by); }
double[] faultScaled(double[] x, double by) { return Arrays.stream(x).map(v -> v * by).toArray(); }
List<Double> faultScaled(List<Double> x, double by) { return new ArrayList<>(x.stream().map(v -> v * by).toList()); }
"""
KINDS = ("swap", "scale", "replace", "run")


class WrongFault(ValueError):
    """A fault that cannot be planted."""


@dataclass
class Outcome:
    """What became of the faults of one notebook."""

    noticed: list[str] = field(default_factory=list)
    survived: list[str] = field(default_factory=list)
    broken: list[str] = field(default_factory=list)


def list_of(path: Path) -> Path:
    return path.with_suffix(".faults.toml")


def read(path: Path) -> list[dict]:
    """The faults listed beside a notebook."""
    faults = tomllib.loads(list_of(path).read_text(encoding="utf-8")).get("fault", [])
    for fault in faults:
        if sum(kind in fault for kind in KINDS) != 1:
            raise WrongFault(f"{name_of(fault)}: a fault is one of {', '.join(KINDS)}")
        if "replace" not in fault and "after" not in fault:
            raise WrongFault(f"{name_of(fault)}: says not after which statement or cell it strikes")
    return faults


def name_of(fault: dict) -> str:
    what = next((f"{kind} {fault[kind]}" for kind in KINDS if kind in fault), "nothing")
    return fault.get("name", what)


def code_of(fault: dict) -> str:
    """What is run to plant it."""
    if "swap" in fault:
        one, other = fault["swap"]
        return f"{{ var faultHeld = {one}; {one} = {other}; {other} = faultHeld; }}"
    if "scale" in fault:
        return f"{fault['scale']} = faultScaled({fault['scale']}, {float(fault.get('by', 10))});"
    return fault["run"]


def planted(notebook: nbformat.NotebookNode, fault: dict) -> nbformat.NotebookNode:
    """A copy of the notebook with the fault in it."""
    book = copy.deepcopy(notebook)
    text = fault.get("replace", fault.get("after"))
    cells = [c for c in book.cells if c.cell_type == "code" and (c.get("id") == text or text in c.source)]
    if not cells:
        raise WrongFault(f"{name_of(fault)}: no cell has the id or the text {text!r}")
    cell = cells[0]
    if "replace" in fault:
        cell.source = cell.source.replace(text, fault["with"])
    elif cell.get("id") == text:
        book.cells.insert(book.cells.index(cell) + 1, nbformat.v4.new_code_cell(code_of(fault)))
    else:
        end = trials.statement_end(cell.source, cell.source.index(text))
        cell.source = f"{cell.source[:end]} {code_of(fault)} {cell.source[end:]}"
    if "scale" in fault:
        book.cells.insert(0, nbformat.v4.new_code_cell(SCALING))
    return book


def test(path: Path) -> Outcome:
    """Plants every fault of a notebook, one at a time."""
    notebook = nbformat.read(path, as_version=4)
    outcome = Outcome()
    if trouble := trials.run(notebook, path.parent, strict=True):
        outcome.broken.append(f"the notebook fails without any fault: {trouble.brief}")
        return outcome
    for fault in read(path):
        try:
            trouble = trials.run(planted(notebook, fault), path.parent, strict=True)
        except WrongFault as wrong:
            outcome.broken.append(str(wrong))
            continue
        if trouble is None:
            outcome.survived.append(name_of(fault))
        elif trouble.claim or trouble.check:
            by = f"claim {trouble.claim}" if trouble.claim else f"check {trouble.check}"
            outcome.noticed.append(f"{name_of(fault)} (by {by})")
        else:
            outcome.broken.append(f"{name_of(fault)}: the notebook ends for another reason: {trouble.brief}")
    return outcome


def main() -> int:
    paths = [Path(name) for name in sys.argv[1:]] or [path for path in in_order(NOTEBOOKS) if list_of(path).exists()]
    noticed = missed = 0
    for path in paths:
        outcome = test(path)
        print(f"{path.name}: {len(outcome.noticed)} faults noticed, {len(outcome.survived)} not", flush=True)
        for mark, lines in (("✓", outcome.noticed), ("✗", outcome.survived), ("!", outcome.broken)):
            for line in lines:
                print(f"  {mark} {line}", flush=True)
        noticed += len(outcome.noticed)
        missed += len(outcome.survived) + len(outcome.broken)
    print(f"{noticed} faults noticed, {missed} not")
    return 0 if noticed >= SHARE * (noticed + missed) else 1


if __name__ == "__main__":
    sys.exit(main())
