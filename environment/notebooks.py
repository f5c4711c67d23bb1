"""Executes notebooks and says how each went. The sources are never changed: executed copies go to a folder elsewhere.

The order is that of notebooks/order.txt (one path a line), then whatever is not listed there, by name. A line such as
"= Studies" there begins a part of the course.
"""

import argparse
import asyncio
import os
import re
import resource
import sys
import time
from pathlib import Path

import nbformat
from nbclient import NotebookClient
from nbclient.exceptions import CellExecutionError, CellTimeoutError, DeadKernelError

ROOT = Path(__file__).resolve().parent.parent
NOTEBOOKS = Path(os.environ.get("LECTERN_NOTEBOOKS", ROOT / "notebooks"))
ANSI = re.compile(r"\x1b\[[0-9;]*[A-Za-z]")


def in_order(folder: Path) -> list[Path]:
    """Every notebook of a folder, those of order.txt first and in its order."""
    listed = []
    order = folder / "order.txt"
    if order.exists():
        lines = (line.split("#")[0].strip() for line in order.read_text().splitlines())
        listed = [folder / line for line in lines if line and not line.startswith("=")]
        missing = [str(path.relative_to(folder)) for path in listed if not path.exists()]
        if missing:
            raise SystemExit(f"  {order} names notebooks that do not exist: {', '.join(missing)}")
    found = sorted(path for path in folder.rglob("*.ipynb") if ".ipynb_checkpoints" not in path.parts)
    return listed + [path for path in found if path not in listed]


def run_mode() -> dict[str, str]:
    """How notebooks are executed now. It is kept in the copies: what was run otherwise is never taken for this."""
    return {
        "size": "quick" if os.environ.get("LECTERN_QUICK") == "1" else "full",
        "figures": "print" if os.environ.get("LECTERN_PDF") == "1" else "screen",
    }


def mode_of(notebook: nbformat.NotebookNode) -> dict[str, str]:
    """How a copy was executed; empty for one that we have not made."""
    return dict(notebook.metadata.get("lectern", {}).get("run", {}))


def execute(source: Path, target: Path, kernel: str, patience: int) -> str | None:
    """Runs one notebook; returns what went wrong, or None. The executed copy is written in either case."""
    notebook = nbformat.read(source, as_version=4)
    client = NotebookClient(
        notebook,
        timeout=patience,
        startup_timeout=120,
        kernel_name=kernel,
        resources={"metadata": {"path": str(source.parent)}},
        record_timing=False,
        coalesce_streams=True,  # what a cell prints is one block, however many messages it came in
    )
    problem = None
    try:
        # What a sentence claims must hold of what we print and test; a reader would get a note.
        client.execute(env={"LECTERN_STRICT": "1", **os.environ})
    except CellExecutionError as error:
        problem = ANSI.sub("", str(error)).strip()
    except CellTimeoutError:
        problem = f"a cell ran longer than {patience} s"
    except (DeadKernelError, RuntimeError, asyncio.TimeoutError) as error:
        problem = f"the kernel died: {error}"
    notebook.metadata.setdefault("lectern", {})["run"] = run_mode()
    target.parent.mkdir(parents=True, exist_ok=True)
    nbformat.write(notebook, target)
    return problem


def is_fresh(source: Path, target: Path, depends: list[Path]) -> bool:
    """Was the executed copy made in this mode, after the last change of the notebook and of what it runs on?"""
    if not target.exists():
        return False
    made = target.stat().st_mtime
    if not all(path.stat().st_mtime < made for path in [source, *depends] if path.exists()):
        return False
    return mode_of(nbformat.read(target, as_version=4)) == run_mode()


def processor_seconds() -> float:
    """Processor time of all kernels that have ended; unlike the clock, it means the same on a busy machine."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def indented(text: str) -> str:
    return "\n".join("      " + line for line in text.splitlines()[-40:])


def run(paths: list[Path], base: Path, out: Path, kernel: str, patience: int, depends: list[Path] | None) -> int:
    """Executes all; returns how many failed."""
    failed = 0
    for source in paths:
        relative = source.resolve().relative_to(base) if source.resolve().is_relative_to(base) else Path(source.name)
        target = out / relative
        if depends is not None and is_fresh(source, target, depends):
            print(f"  = {relative} (executed before, unchanged)", flush=True)
            continue
        started, worked = time.monotonic(), processor_seconds()
        problem = execute(source, target, kernel, patience)
        seconds, work = time.monotonic() - started, processor_seconds() - worked
        mark = "✗" if problem else "✓"
        print(f"  {mark} {relative} {seconds:.1f} s ({work:.1f} s of processor time)", flush=True)
        if problem:
            failed += 1
            print(indented(problem), flush=True)
            os.utime(target, (0, 0))  # a failed copy never counts as fresh
    print(f"{len(paths) - failed} passed, {failed} failed", flush=True)
    return failed


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("notebooks", nargs="*", type=Path, help="these only (all when none is named)")
    parser.add_argument("--out", type=Path, required=True, help="folder for the executed copies")
    parser.add_argument("--kernel", default="lectern")
    parser.add_argument("--patience", type=int, default=900, help="seconds a cell may run")
    parser.add_argument("--reuse", nargs="*", type=Path, help="keep copies newer than the notebook and these files")
    given = parser.parse_args()
    paths = given.notebooks or in_order(NOTEBOOKS)
    if not paths:
        print(f"  {NOTEBOOKS} holds no notebook")
    sys.exit(1 if run(paths, NOTEBOOKS.resolve(), given.out, given.kernel, given.patience, given.reuse) else 0)


if __name__ == "__main__":
    main()
