"""What the peers of the notebooks share: quick or full, and the line they print."""

import json
import os
import sys
import time

QUICK = os.environ.get("LECTERN_QUICK", "") not in ("", "0")
THREADS = int(os.environ.get("LECTERN_BENCH_THREADS", "2"))


def report(name, computation):
    """Runs the computation and prints its wall-clock seconds, and those since the process began (imports included)."""
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
                "results": results,
            },
            default=float,
        )
    )
    sys.stdout.flush()
