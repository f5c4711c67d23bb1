#!/usr/bin/env python3
"""Lectern against PyTorch, JAX, HIPS autograd and NumPy: all in one go, taking turns, medians of several rounds.

    run.py --java "java -cp ... lectern.bench.Main" [--rounds 5] [--seconds 0.4] [--only step] [--sizes] [--out FOLDER]

Every contestant is one process that answers lines "row seconds" with the wall-clock and processor time of a run. In each round all contestants of a
row measure one after another, the first one rotating, so that a slow minute of the machine hits all alike. The result is
table.json and table.md in the folder given.
"""
import argparse
import json
import math
import os
import platform
import shlex
import statistics
import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent

# row, what it is, the peers, the bar (largest ratio Lectern / peer, one for each peer)
ROWS = [
    ("step:f64:1:1000:100", "gradient-loss step, float64", {"torch": 0.5, "jax": 0.9}),
    ("step:f32:1:1000:100", "gradient-loss step, float32", {"torch": 0.5, "jax": 0.9}),
    ("step:f64:2:1000:100", "second-derivative loss, float64", {"torch": 0.5, "jax": 0.9}),
    ("step:f32:2:1000:100", "second-derivative loss, float32", {"torch": 0.5, "jax": 0.9}),
    ("eager:f64:1:1000:100", "gradient-loss step, not compiled", {"torch": 1.0}),
    ("dense", "dense net 784-100-30-10, batch 100", {"torch": 1.0}),
    ("cnn", "small CNN 32c3-p2-64c3-p2-100-10, batch 100", {"torch": 1.0}),
    ("scalar:program", "derivative of a scalar program", {"numpy": 1 / 50}),
    ("scalar:net", "gradient of a net 1-10-1 at a point", {"numpy": 1 / 50}),
    ("array:tanh:1000000", "tanh of 10^6", {"numpy": 1.0}),
    ("array:exp:1000000", "exp of 10^6", {"numpy": 1.0}),
    ("array:sin:1000000", "sin of 10^6", {"numpy": 1.0}),
    ("array:add:1000000", "sum of two arrays of 10^6", {"numpy": 1.0}),
    ("array:row:1000000", "(1000, 1000) plus a row", {"numpy": 1.0}),
    ("array:sum:1000000", "sum over 10^6", {"numpy": 1.0}),
    ("array:sum0:1000000", "sum of (1000, 1000) over axis 0", {"numpy": 1.0}),
    ("array:sum1:1000000", "sum of (1000, 1000) over axis 1", {"numpy": 1.0}),
    ("linalg:matmul", "matmul of 500 x 500", {"numpy": 1.2}),
    ("linalg:solve", "solve of 500 x 500", {"numpy": 1.2}),
    ("linalg:eigh", "eigh of 500 x 500", {"numpy": 1.2}),
    ("linalg:svd", "svd of 500 x 500", {"numpy": 1.2}),
]
SIZES = (
    [(f"step:f32:1:{n}:100", f"points {n}", {"torch": 0.5, "jax": 0.9}) for n in (100, 1000, 10000, 100000)]
    + [(f"step:f32:1:1000:{w}", f"width {w}", {"torch": 0.5, "jax": 0.9}) for w in (10, 30, 100, 300, 1000)]
    + [(f"step:f64:{k}:1000:100", f"derivative order {k}", {"torch": 0.5, "jax": 0.9}) for k in (0, 1, 2, 3)]
)
NAMES = {"lectern": "Lectern", "torch": "PyTorch", "jax": "JAX", "numpy": "NumPy / autograd"}


class Contestant:
    def __init__(self, command, env):
        self.process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, env=env)

    def measure(self, row, seconds):
        self.process.stdin.write(f"{row} {seconds}\n")
        self.process.stdin.flush()
        answer = self.process.stdout.readline()
        if not answer:
            raise SystemExit(f"a contestant ended while measuring {row}")
        return tuple(map(float, answer.split()))

    def close(self):
        self.process.stdin.close()
        self.process.wait(timeout=30)


def number(ms):
    return "-" if math.isnan(ms) else f"{ms * 1000:.1f} µs" if ms < 1 else f"{ms:.2f} ms"


def row_text(entry):
    cells = [entry["what"], f'{number(entry["ms"]["lectern"])} ({number(entry["cpu_ms"]["lectern"])})']
    for peer in ("torch", "jax", "numpy"):
        ms = entry["ms"].get(peer)
        if ms is None:
            cells.append("")
            continue
        ratio, bar = entry["ratio"][peer], entry["bar"][peer]
        verdict = "" if ratio <= bar else " **over**"
        cpu = entry["cpu_ms"][peer]
        cells.append(f"{number(ms)} ({number(cpu)}): × {ratio:.3g} (× {entry['cpu_ratio'][peer]:.3g}), bar {bar:.2g}{verdict}")
    return "| " + " | ".join(cells) + " |"


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--java", required=True)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--seconds", type=float, default=0.4)
    parser.add_argument("--only", default="")
    parser.add_argument("--sizes", action="store_true", help="also cost against size")
    parser.add_argument("--out", default=str(HERE))
    options = parser.parse_args()
    env = dict(os.environ)
    threads = env.setdefault("LECTERN_BENCH_THREADS", "2")
    for name in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"):
        env[name] = threads
    rows = [r for r in ROWS + (SIZES if options.sizes else []) if options.only in r[0] or options.only in r[1]]
    used = {peer for _, _, bars in rows for peer in bars}
    contestants = {"lectern": Contestant(shlex.split(options.java), env)}
    for peer in sorted(used):
        contestants[peer] = Contestant([sys.executable, str(HERE / "peers" / f"peer_{peer}.py")], env)
    # The first look at a row pays for tracing and just-in-time compilation of all of them; it is not counted.
    results = []
    for row, what, bars in rows:
        names = ["lectern", *bars]
        warm = 20 if row.startswith(("step", "eager", "dense", "cnn")) else 1
        for name in names:
            contestants[name].measure(row, options.seconds * (warm if name == "lectern" else 1))
        times = {name: [] for name in names}
        for turn in range(options.rounds):
            for name in names[turn % len(names):] + names[:turn % len(names)]:
                times[name].append(contestants[name].measure(row, options.seconds))
        ms = {name: statistics.median(wall for wall, _ in values) for name, values in times.items()}
        busy = {name: statistics.median(cpu for _, cpu in values) for name, values in times.items()}
        entry = {"row": row, "what": what, "ms": ms, "cpu_ms": busy, "bar": bars, "rounds": times,
                 "ratio": {peer: ms["lectern"] / ms[peer] for peer in bars},
                 "cpu_ratio": {peer: busy["lectern"] / busy[peer] for peer in bars}}
        results.append(entry)
        print(row_text(entry), flush=True)
    for contestant in contestants.values():
        contestant.close()
    out = Path(options.out)
    out.mkdir(parents=True, exist_ok=True)
    load = os.getloadavg()
    about = {"threads": int(threads), "cores": os.cpu_count(), "machine": platform.machine(), "load": load,
             "rounds": options.rounds, "seconds": options.seconds, "results": results}
    (out / "table.json").write_text(json.dumps(about, indent=1) + "\n")
    head = ["| what | " + " | ".join(NAMES.values()) + " |", "|---|---|---|---|---|"]
    text = [f"Medians of {options.rounds} rounds in turn, {threads} threads, load {load[0]:.1f} on {os.cpu_count()} cores; "
            "× is Lectern's time over the peer's; in brackets processor time, which a busy machine disturbs less.", "", *head, *map(row_text, results), ""]
    (out / "table.md").write_text("\n".join(text))


if __name__ == "__main__":
    main()
