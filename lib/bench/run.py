#!/usr/bin/env python3
"""Lectern against PyTorch, JAX, HIPS autograd, NumPy and matplotlib: all in one go, taking turns, medians of several rounds.

    run.py numbers|figures|runge|sizes|loops --java "java ... -cp ..." [--rounds 5] [--only step] [--threads 2,1] [--dry]

Every contestant is one process that answers lines "row seconds" with the wall-clock and processor time of a run. In each round
all contestants of a row measure one after another, the first one rotating, so that a slow minute of the machine hits all alike.
The table goes between its marks in README.md (--dry: only to standard output).
"""
import argparse
import json
import os
import shlex
import statistics
import sys
from pathlib import Path

import figures
import loops
import numbers_table
import runge
import sizes
import tables

HERE = Path(__file__).resolve().parent
PROGRAMS = {"numbers": numbers_table, "figures": figures, "runge": runge, "sizes": sizes, "loops": loops}


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("program", choices=PROGRAMS)
    parser.add_argument("--java", required=True, help="the Java command with its class path, without a main class")
    parser.add_argument("--rounds", type=int, default=0, help="rounds instead of each program's own number")
    parser.add_argument("--seconds", type=float, default=0.4, help="how long a contestant measures in a round")
    parser.add_argument("--only", default="", help="rows that contain this")
    parser.add_argument("--threads", default="2,1", help="of all contestants; a table for each number (numbers only)")
    parser.add_argument("--dry", action="store_true", help="leave README.md as it is")
    options = parser.parse_args()
    options.java = shlex.split(options.java)
    load = os.getloadavg()[0]
    for name, text in PROGRAMS[options.program].measure(options):
        text = f"{tables.circumstances(load)} {text}"
        print(f"\n{text}\n", flush=True)
        if not options.dry and not options.only:
            tables.write(name, text)


if __name__ == "__main__":
    main()
