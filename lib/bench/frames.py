"""A file of 100 MB read, and a million rows grouped, joined, sorted and filtered, against pandas."""

import os
import random
import statistics
import sys
import tempfile
from pathlib import Path

from contestants import Contestant, Silent, duration, environment, turns
from duel import HERE, kernel_settings

ROWS = 1_000_000
QUESTIONS = {
    "read": "read a CSV of {size:.0f} MB (pandas: C engine)",
    "group": "mean and deviation of 10^6 rows by two keys",
    "join": "left join of 10^6 rows with 10^5 keys",
    "sort": "sort 10^6 rows by text and falling numbers",
    "where": "rows by a condition on three columns",
}
CITIES = ["Rome", "Bonn", "Wien", "Oslo", "Bergamo", "San Marino", "Zürich"]


def write(path):
    """The same file for both: whole numbers, decimals with all their digits, text."""
    rng = random.Random(1)
    with open(path, "w", encoding="utf-8", newline="\n") as out:
        out.write("id,city,kind,x,y,z,w,n\n")
        for i in range(ROWS):
            out.write(
                f"{rng.randrange(100_000)},{CITIES[rng.randrange(7)]},{rng.randrange(12)},{rng.gauss(0, 1)!r},"
                f"{rng.random()!r},{rng.gauss(0, 1e4):.6f},{rng.random() * 1e-5!r},{i * 1_000_003}\n"
            )


def measure(options):
    rounds = options.rounds or 3
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "bench.csv"
        write(path)
        env = dict(environment(options.threads[0]), **kernel_settings())
        contestants = {
            "lectern": Contestant("lectern", [*options.java, "lectern.bench.TableBench", str(path)], env),
            "pandas": Contestant("pandas", [sys.executable, str(HERE / "peers" / "frames_pandas.py"), str(path)], env),
        }
        lines = ["| table | Lectern | pandas | time | processor time |", "|---|---:|---:|---|---|"]
        try:
            for row, what in QUESTIONS.items():
                if options.only in row:
                    lines.append(line(contestants, row, what.format(size=os.path.getsize(path) / 1e6), rounds, options))
                    print(lines[-1], flush=True)
        finally:
            for contestant in contestants.values():
                contestant.close()
    yield "frames", "\n".join(["medians of the shortest run in each round, after one that warms up", "", *lines])


def line(contestants, row, what, rounds, options):
    times = {name: [] for name in contestants}
    try:
        for order in turns(list(contestants), rounds):
            for name in order:
                times[name].append(contestants[name].measure(row, options.seconds, options.limit))
    except Silent as silent:
        return f"| {what} | no answer: {silent} | | | |"
    results = {answers[0][2] for answers in times.values()}
    if len(results) > 1:
        return f"| {what} | **different results** {sorted(results)} | | | |"
    own, peer = (
        [statistics.median(column) for column in zip(*times[name], strict=True)] for name in ("lectern", "pandas")
    )
    ratio = own[0] / peer[0]
    verdict = f"× {ratio:.2f}" + ("" if ratio <= 1 else " **over**")
    return f"| {what} | {duration(own[0])} | {duration(peer[0])} | {verdict} | × {own[1] / peer[1]:.2f} |"
