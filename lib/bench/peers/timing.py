"""What the peers of the notebooks share: quick or full, with figures or without, and the line they print."""

import importlib
import json
import os
import sys
import time

QUICK = os.environ.get("LECTERN_QUICK", "") not in ("", "0")
THREADS = int(os.environ.get("LECTERN_BENCH_THREADS", "2"))

drawn = {"figures": 0, "frames": 0}  # by drawing.py


class Blank:
    """Stands in for a module of figures when none are asked for: whatever is to be drawn, nothing happens."""

    def __getattr__(self, name):
        return lambda *_, **__: None


def figures(module):
    """The module that draws a notebook's figures if the command line says --figures; only then is matplotlib loaded."""
    return importlib.import_module(module) if "--figures" in sys.argv[1:] else Blank()


def report(name, computation):
    """Runs the computation and prints its wall-clock seconds, those since the process began (imports included), and
    how much was drawn."""
    started = time.monotonic()
    results = computation()
    seconds = time.monotonic() - started
    with open("/proc/self/stat") as stat:
        began = int(stat.read().rsplit(")", 1)[1].split()[19]) / os.sysconf("SC_CLK_TCK")
    total = time.clock_gettime(time.CLOCK_BOOTTIME) - began
    print(
        json.dumps(
            {
                "notebook": name,
                "quick": QUICK,
                "seconds": round(seconds, 3),
                "total": round(total, 3),
                **drawn,
                "results": results,
            },
            default=float,
        )
    )
    sys.stdout.flush()
