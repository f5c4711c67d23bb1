#!/usr/bin/env python3
"""Whole notebooks in our kernel against Python programs that compute the same, taking turns.

    whole_notebooks.py --python PYTHON [--full] [--rounds 1] [--only NAME] [--threads 2] [--patience SECONDS] [--dry]

Run it with the project's own Python, which has nbclient and the kernel; --python is the one with PyTorch. Every
notebook is taken in its quick size, and those of IN_FULL in full size too; --full takes all in full. The notebook
is executed as it stands, figures included, cell by cell as JupyterLab would; the peer runs twice, without figures and
with the same figures drawn by matplotlib, both times as a bare script, which is in its favour. All count from the
launch of the process: the start of the kernel here, Python's imports there. Where the peer draws more or less than the
notebook, a row of its own says so.
"""

import argparse
import json
import os
import signal
import statistics
import sys
import time
from pathlib import Path

import nbformat
import pictures
import psutil
import tables
from contestants import Silent, environment, turns, whole
from jupyter_client import AsyncKernelManager
from nbclient import NotebookClient
from nbclient.exceptions import CellExecutionError, CellTimeoutError, DeadKernelError

HERE = Path(__file__).resolve().parent
NOTEBOOKS = HERE.parent.parent / "notebooks"
PEERS = {
    "start/first-lecture": "first_lecture_py.py",
    "lectures/automatic-differentiation": "automatic_differentiation_py.py",
    "lectures/gradient-methods": "gradient_methods_py.py",
    "lectures/first-networks": "first_networks_py.py",
    "studies/learning-a-derivative": "learning_a_derivative_py.py",
    "studies/gradient-enhanced": "gradient_enhanced_py.py",
    "studies/active-learning": "active_learning_py.py",
    "studies/learned-kink": "learned_kink_py.py",
}
# Short enough to be measured in full every time.
IN_FULL = (
    "start/first-lecture",
    "lectures/automatic-differentiation",
    "lectures/gradient-methods",
    "lectures/first-networks",
)
BAR = 0.5


def busy(process):
    """Processor seconds of a process and its children."""
    return sum(sum(each.cpu_times()[:2]) for each in [process, *process.children(recursive=True)])


def lectern(name, env, patience, cells=None):
    """Executes a notebook; seconds from the launch of the kernel to the end of the last cell, those until it was ready,
    processor seconds of the kernel and its children, figures and frames of animations."""
    path = NOTEBOOKS / f"{name}.ipynb"
    notebook = nbformat.read(path, as_version=4)
    manager = AsyncKernelManager(kernel_name="lectern")
    spec = manager.kernel_spec
    spec.env.update({key: env[key] for key in ("OMP_NUM_THREADS", "LECTERN_QUICK")})
    spec.argv.insert(-2, f"-Dlectern.threads={env['LECTERN_BENCH_THREADS']}")
    client = NotebookClient(
        notebook, km=manager, timeout=patience, startup_timeout=120, resources={"metadata": {"path": str(path.parent)}}
    )
    began = time.monotonic()
    index = -1
    try:
        with client.setup_kernel(env=env):
            ready = time.monotonic() - began
            family = psutil.Process(manager.provisioner.process.pid)
            try:
                for index, cell in enumerate(notebook.cells):
                    client.timeout = max(1, int(began + patience - time.monotonic()))
                    before = busy(family) if cells is not None else 0
                    client.execute_cell(cell, index)
                    if cells is not None and cell.cell_type == "code":
                        cells.append((busy(family) - before, index, cell.source))
                seconds = time.monotonic() - began
                effort = busy(family)
            finally:
                left = [family, *family.children(recursive=True)] if family.is_running() else []
    except CellTimeoutError:
        raise Silent(f"not done after {patience} s, at cell {index}") from None
    except CellExecutionError as error:
        raise Silent(f"cell {index} failed: {error.ename}") from None
    except (DeadKernelError, RuntimeError) as error:
        raise Silent(f"the kernel died at cell {index}: {error}") from None
    finally:
        for each in locals().get("left", []):
            if each.is_running():
                each.kill()
    return seconds, ready, effort, *pictures.drawn(notebook)


def peer(name, env, patience, python, *options):
    """Runs the peer; seconds from its launch to its end, those of start and imports, processor seconds, figures and
    frames of animations."""
    printed, seconds, effort = whole([python, str(HERE / "peers" / PEERS[name]), *options], env, patience)
    said = json.loads(printed.splitlines()[-1])
    return seconds, seconds - said["seconds"], effort, said["figures"], said["frames"]


def pair(name, quick, options):
    """Rounds of a notebook and its peer without and with figures in turn, the first one rotating; medians."""
    env = environment(options.threads)
    env["LECTERN_QUICK"] = "1" if quick else "0"
    run = {
        "lectern": lambda: lectern(name, env, options.patience),
        "computing": lambda: peer(name, env, options.patience, options.python),
        "drawing": lambda: peer(name, env, options.patience, options.python, "--figures"),
    }
    times = {who: [] for who in run}
    for order in turns(list(run), options.rounds):
        for who in order:
            times[who].append(run[who]())
    return {who: [statistics.median(column) for column in zip(*values, strict=True)] for who, values in times.items()}


def verdict(ratio):
    return f"× {ratio:.2f}" + ("" if ratio <= BAR else " **over**")


def row(name, quick, options):
    """A line of the table, and the ratios of time to the peer that only computes and to the one that draws."""
    head = f"| {name} | {'quick' if quick else 'full'} |"
    try:
        times = pair(name, quick, options)
    except Silent as silent:
        return f"{head} {silent} | | | | | |", None
    own, start, effort, *drawn = times["lectern"]
    cells, ratios, efforts = [f"{own:.1f} s ({start:.1f} s)"], [], []
    for who in ("computing", "drawing"):
        other, imports, theirs, *_ = times[who]
        ratios.append(own / other)
        cells += [f"{other:.1f} s ({imports:.1f} s)", verdict(own / other)]
        efforts.append(f"{theirs:.1f} s: × {effort / theirs:.2f}")
    line = f"{head} {' | '.join(cells)} | {effort:.1f} s against {', with figures '.join(efforts)} |"
    theirs = times["drawing"][3:]
    if drawn != theirs:
        line += (
            f"\n{head} **not alike**: the notebook draws {drawn[0]:g} figures with {drawn[1]:g} frames, "
            f"the peer {theirs[0]:g} with {theirs[1]:g} | | | | | |"
        )
    return line, ratios


def show_cells(name, quick, options):
    """The ten cells of a notebook that cost most."""
    env = environment(options.threads) | {"LECTERN_QUICK": "1" if quick else "0"}
    cells = []
    seconds, ready, effort, *_ = lectern(name, env, options.patience, cells)
    print(f"{name}: {seconds:.1f} s, kernel ready after {ready:.1f} s, {effort:.1f} s of processor time", flush=True)
    for cost, index, source in sorted(cells, reverse=True)[:10]:
        print(f"  {cost:6.2f} s  cell {index}: {source.strip().splitlines()[0]}", flush=True)


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--rounds", type=int, default=1)
    parser.add_argument("--only", default="", help="notebooks whose name contains this")
    parser.add_argument("--python", default=sys.executable, help="the Python of the peers")
    parser.add_argument("--full", action="store_true", help="all notebooks in full size")
    parser.add_argument("--quick", action="store_true", help="all notebooks in quick size and nothing else")
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--patience", type=int, default=0, help="seconds a run may take; 300 unless told, in full 1800")
    parser.add_argument(
        "--cells", action="store_true", help="only where the notebooks spend processor time, cell by cell"
    )
    parser.add_argument("--dry", action="store_true", help="leave README.md as it is")
    options = parser.parse_args()
    options.patience = options.patience or (1800 if options.full else 300)
    os.environ["JUPYTER_PREFER_ENV_PATH"] = "1"
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))  # so that kernel and peer end too
    load = os.getloadavg()[0]
    chosen = [name for name in PEERS if options.only in name]
    runs = [(name, False) for name in chosen] if options.full else [(name, True) for name in chosen]
    if not options.full and not options.quick:
        runs += [(name, False) for name in chosen if name in IN_FULL]
    if options.cells:
        for name, quick in runs:
            show_cells(name, quick, options)
        return
    lines = [
        "| notebook | size | Lectern (kernel ready) | Python, computing only (imports) | × "
        "| Python with the same figures (imports) | × | processor time |",
        "|---|---|---|---|---|---|---|---|",
    ]
    ratios = []
    for name, quick in runs:
        line, both = row(name, quick, options)
        lines.append(line)
        ratios += [both] if both else []
        print(line, flush=True)
    note = (
        f"{tables.circumstances(load)} {options.threads} threads, {options.rounds} rounds in turn. The notebook "
        "runs as it "
        "stands in our kernel, figures included, from the launch of the kernel to the end of the last cell; "
        "the Python program runs from launch to exit, once computing the same without figures and once "
        f"drawing the same figures too. Bar {BAR} × the time of either."
    )
    if ratios:
        computing, drawing = zip(*ratios, strict=True)
        note += (
            f" Computing only: median × {statistics.median(computing):.2f}, worst × {max(computing):.2f}; with the "
            f"same figures: median × {statistics.median(drawing):.2f}, worst × {max(drawing):.2f}."
        )
    if not options.dry and not options.only:
        tables.write("notebooks-full" if options.full else "notebooks", "\n".join([note, "", *lines]))


if __name__ == "__main__":
    main()
