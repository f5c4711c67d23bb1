"""What the peers share: the data of the training steps, the clock, and the conversation with run.py."""

import sys
import time
from itertools import pairwise

import numpy as np


def data(points, width, order, dtype):
    """Points, targets sin(3x) with derivatives up to an order, and the parameters of a net 1-width-width-1."""
    x = np.linspace(-1, 1, points).reshape(points, 1)
    targets = []
    for k in range(order + 1):
        wave = np.sin(3 * x) if k % 2 == 0 else np.cos(3 * x)
        targets.append(wave * (3.0**k) * (1 if k % 4 < 2 else -1))
    rng = np.random.default_rng(7)
    sizes = [1, width, width, 1]
    params = []
    for m, n in pairwise(sizes):
        params += [rng.standard_normal((m, n)) / np.sqrt(m), np.zeros(n)]
    cast = lambda a: a.astype(dtype)
    return cast(x), [cast(t) for t in targets], [cast(p) for p in params]


def parse(row):
    """step:f64:1:1000:100 -> dtype, order, points, width."""
    _, dtype, order, points, width = row.split(":")
    return {"f64": "float64", "f32": "float32"}[dtype], int(order), int(points), int(width)


def measure(run, seconds):
    """Median wall-clock time and mean processor time of a run in milliseconds, after runs of half that time to warm up;
    and what the last run returned."""
    end = time.perf_counter() + seconds / 2
    run()
    while time.perf_counter() < end:
        run()
    times = []
    busy = time.process_time()
    end = time.perf_counter() + seconds
    while time.perf_counter() < end or len(times) < 3:
        start = time.perf_counter()
        result = run()
        times.append(time.perf_counter() - start)
    return 1e3 * float(np.median(times)), 1e3 * (time.process_time() - busy) / len(times), result


def batched(run, count):
    """A tiny run repeated, since the clock costs as much as one of it."""

    def many():
        for _ in range(count):
            run()

    return many


def serve(make, once=lambda row: None):
    """Answers lines "row seconds" with milliseconds, or nan for what this peer does not do.

    make(row) gives a run, or a run and how often it is repeated between two looks at the clock; a figure's run
    returns its bytes, which are answered too. once(row) answers rows that are measured by themselves, in a single
    run, with a list.
    """
    made = {}
    for line in sys.stdin:
        row, seconds = line.split()
        numbers = once(row)
        if numbers is not None:
            print(*numbers, flush=True)
            continue
        if row not in made:
            made[row] = make(row)
        entry = made[row]
        if entry is None:
            print("nan nan", flush=True)
            continue
        run, count = entry if isinstance(entry, tuple) else (entry, 1)
        wall, busy, result = measure(batched(run, count) if count > 1 else run, float(seconds))
        print(wall / count, busy / count, *([result] if row.startswith("figure:") else []), flush=True)
