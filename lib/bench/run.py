#!/usr/bin/env python3
"""Lectern against PyTorch, JAX, HIPS autograd, NumPy, pandas and matplotlib: all in one go, taking turns, medians of
several rounds.

    run.py numbers|figures|runge|sizes|loops|frames --java "java ... -cp ..." [--rounds 5] [--only step]
             [--threads 2,1] [--dry]

Every contestant is one process that answers lines "row seconds" with the wall-clock and processor time of a run. In
each round all contestants of a row measure one after another, the first one rotating, so that a slow minute of the
machine hits all alike. The table goes between its marks in README.md (--dry: only to standard output).
"""

import argparse
import os
import shlex
import signal
import sys

import figures
import frames
import loops
import numbers_table
import runge
import sizes
import tables

PROGRAMS = {
    "numbers": numbers_table,
    "figures": figures,
    "runge": runge,
    "sizes": sizes,
    "loops": loops,
    "frames": frames,
}


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("program", choices=PROGRAMS)
    parser.add_argument("--java", required=True, help="the Java command with its class path, without a main class")
    parser.add_argument("--rounds", type=int, default=0, help="rounds instead of each program's own number")
    parser.add_argument("--seconds", type=float, default=0.4, help="how long a contestant measures in a round")
    parser.add_argument("--only", default="", help="rows that contain this")
    parser.add_argument(
        "--threads", default="2,1", help="of all contestants; numbers makes a table of each, others take the first"
    )
    parser.add_argument("--limit", type=int, default=120, help="seconds that one answer may take")
    parser.add_argument("--patience", type=int, default=330, help="seconds that sizes may take in all")
    parser.add_argument("--dry", action="store_true", help="leave README.md as it is")
    options = parser.parse_args()
    options.java = shlex.split(options.java)
    options.threads = [int(word) for word in options.threads.split(",")]
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))  # so that the contestants end too
    load = os.getloadavg()[0]
    for name, text in PROGRAMS[options.program].measure(options):
        text = f"{tables.circumstances(load)} {text}"
        print(f"\n{text}\n", flush=True)
        if not options.dry and not options.only:
            tables.write(name, text)


if __name__ == "__main__":
    main()
