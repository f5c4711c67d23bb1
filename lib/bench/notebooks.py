#!/usr/bin/env python3
"""Whole notebooks against their Python peers, taking turns.

    notebooks.py [--rounds 1] [--only NAME] [--python PYTHON]

Run it with the project's own Python (it has nbclient and the kernel); --python is the one with PyTorch. LECTERN_QUICK=1 takes the
small numbers on both sides. The notebook's time is what its cells take in a kernel that has started, figures included; the
peer's is its computation after the imports, without figures. That is in the peer's favour, and said with the table.
"""
import argparse
import json
import os
import statistics
import subprocess
import sys
import time
from pathlib import Path

import nbformat
from nbclient import NotebookClient

HERE = Path(__file__).resolve().parent
NOTEBOOKS = HERE.parent.parent / "notebooks"
ROWS = {
    "studies/learning-a-derivative": "learning_a_derivative_py.py",
    "studies/gradient-enhanced": "gradient_enhanced_py.py",
}


def lectern(name):
    notebook = nbformat.read(NOTEBOOKS / f"{name}.ipynb", as_version=4)
    client = NotebookClient(notebook, timeout=3600, kernel_name="lectern")
    with client.setup_kernel():
        started = time.monotonic()
        for index, cell in enumerate(notebook.cells):
            client.execute_cell(cell, index)
        return time.monotonic() - started


def peer(name, python):
    answer = subprocess.run([python, HERE / "peers" / ROWS[name]], capture_output=True, text=True, check=True)
    return json.loads(answer.stdout.splitlines()[-1])["seconds"]


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--rounds", type=int, default=1)
    parser.add_argument("--only", default="")
    parser.add_argument("--python", default=sys.executable)
    options = parser.parse_args()
    os.environ["JUPYTER_PREFER_ENV_PATH"] = "1"
    print("| notebook | Lectern | PyTorch | ratio |\n|---|---|---|---|", flush=True)
    for name in (row for row in ROWS if options.only in row):
        ours, theirs = [], []
        for turn in range(options.rounds):
            for who in ("lectern", "peer") if turn % 2 == 0 else ("peer", "lectern"):
                if who == "lectern":
                    ours.append(lectern(name))
                else:
                    theirs.append(peer(name, options.python))
        a, b = statistics.median(ours), statistics.median(theirs)
        print(f"| {name} | {a:.1f} s | {b:.1f} s | × {a / b:.2f} |", flush=True)


if __name__ == "__main__":
    main()
