#!/usr/bin/env python3
"""Whole notebooks in our kernel against Python programs that compute the same, taking turns.

    notebooks.py --python PYTHON [--full] [--rounds 1] [--only NAME] [--threads 2] [--patience SECONDS] [--dry]

Run it with the project's own Python, which has nbclient and the kernel; --python is the one with PyTorch. Every
notebook is taken in its quick size, and those of IN_FULL in full size too; --full takes all in full. The notebook
is executed as it stands, figures included, cell by cell as JupyterLab would; the peer computes without figures,
which is in its favour. Both sides count from the launch of the process: the start of the kernel here, Python's
imports there.
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
import psutil
import tables
from contestants import Silent, environment, whole
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
    and processor seconds of the kernel and its children."""
    path = NOTEBOOKS / f"{name}.ipynb"
    notebook = nbformat.read(path, as_version=4)
    manager = AsyncKernelManager(kernel_name="lectern")
    spec = manager.kernel_spec
    spec.env.update({key: env[key] for key in ("OMP_NUM_THREADS", "LECTERN_QUICK")})
    spec.argv.insert(1, f"-Dlectern.threads={env['LECTERN_BENCH_THREADS']}")
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
    return seconds, ready, effort


def peer(name, env, patience, python):
    """Runs the peer; seconds from its launch to its end, those of start and imports, processor seconds."""
    printed, seconds, effort = whole([python, str(HERE / "peers" / PEERS[name])], env, patience)
    return seconds, seconds - json.loads(printed.splitlines()[-1])["seconds"], effort


def pair(name, quick, options):
    """Rounds of a notebook and its peer in turn; medians."""
    env = environment(options.threads)
    env["LECTERN_QUICK"] = "1" if quick else "0"
    run = {
        "lectern": lambda: lectern(name, env, options.patience),
        "peer": lambda: peer(name, env, options.patience, options.python),
    }
    times = {who: [] for who in run}
    for turn in range(options.rounds):
        for who in list(run) if (turn + quick) % 2 else list(run)[::-1]:
            times[who].append(run[who]())
    return {who: [statistics.median(column) for column in zip(*values, strict=True)] for who, values in times.items()}


def row(name, quick, options):
    head = f"| {name} | {'quick' if quick else 'full'} |"
    try:
        times = pair(name, quick, options)
    except Silent as silent:
        return f"{head} {silent} | | | |", None
    (own, start, effort), (other, imports, theirs) = times["lectern"], times["peer"]
    verdict = "" if own / other <= BAR else " **over**"
    return (
        f"{head} {own:.1f} s ({start:.1f} s) | {other:.1f} s ({imports:.1f} s) | × {own / other:.2f}{verdict} | "
        f"{effort:.1f} s against {theirs:.1f} s: × {effort / theirs:.2f} |"
    ), own / other


def show_cells(name, quick, options):
    """The ten cells of a notebook that cost most."""
    env = environment(options.threads) | {"LECTERN_QUICK": "1" if quick else "0"}
    cells = []
    seconds, ready, effort = lectern(name, env, options.patience, cells)
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
        "| notebook | size | Lectern (kernel ready) | Python (imports) | time | processor time |",
        "|---|---|---|---|---|---|",
    ]
    ratios = []
    for name, quick in runs:
        line, ratio = row(name, quick, options)
        lines.append(line)
        ratios += [ratio] if ratio else []
        print(line, flush=True)
    note = (
        f"{tables.circumstances(load)} {options.threads} threads, {options.rounds} rounds in turn. The notebook "
        "runs as it "
        "stands in our kernel, figures included, from the launch of the kernel to the end of the last cell; "
        "the Python program "
        f"computes the same without figures, from launch to exit. Bar {BAR} × the time."
    )
    if ratios:
        note += f" Median × {statistics.median(ratios):.2f}, worst × {max(ratios):.2f}."
    if not options.dry and not options.only:
        tables.write("notebooks-full" if options.full else "notebooks", "\n".join([note, "", *lines]))


if __name__ == "__main__":
    main()
