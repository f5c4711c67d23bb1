"""Twelve typical figures as SVG, a line of a million points, and the first figure of a fresh process, against
matplotlib."""

import statistics
import sys

from contestants import Silent, duration, whole
from duel import HERE, Table

FIGURES = {
    "lines": "two lines, legend",
    "losses": "two panels, log axis",
    "scatter": "scatter of 1000",
    "coloured": "scatter of 1000, coloured",
    "histogram": "histogram",
    "bars": "bars with errors",
    "contours": "filled contours, 500 dots",
    "heat": "heat map with numbers",
    "images": "five pictures",
    "panels": "four panels",
    "arrows": "arrows",
    "long_line": "line of 10^5",
    "million_points": "line of 10^6",
}
TIME_BAR, BYTES_BAR, FIRST_BAR = 0.3, 1.0, 0.5


def verdict(ratio, bar):
    return f"× {ratio:.2g}" + ("" if ratio <= bar else " **over**")


def first(options, table, rounds):
    """Processes from their launch to their end: start, imports, one figure."""
    commands = {
        "lectern": ([*table.java, "lectern.bench.PlotBench"], table.own),
        "matplotlib": ([sys.executable, str(HERE / "peers" / "plot_matplotlib.py"), "first"], table.env),
    }
    times = {name: [] for name in commands}
    for turn in range(rounds + 1):
        for name in list(commands) if turn % 2 else reversed(commands):
            command, env = commands[name]
            _, wall, cpu = whole(command, env, options.limit)
            if turn:  # the first look fills the page cache
                times[name].append((wall * 1e3, cpu * 1e3))
    return {
        name: tuple(statistics.median(column) for column in zip(*values, strict=True)) for name, values in times.items()
    }


def measure(options):
    rounds = options.rounds or 3
    lines = [
        "| figure (SVG) | Lectern | matplotlib | time | processor time | bytes | matplotlib's | bytes |",
        "|---|---:|---:|---|---|---:|---:|---|",
    ]
    ratios, sizes = [], []
    with Table(options, options.threads[0]) as table:
        for name, what in FIGURES.items():
            if options.only not in name:
                continue
            result = table.duel(f"figure:{name}", ["lectern", "matplotlib"], rounds, options.seconds, warm=8)
            if result.ratio("matplotlib") is None:
                lines.append(f"| {what} | no answer | | | | | | |")
                continue
            own, peer = (int(result.more[who][-1][0]) for who in ("lectern", "matplotlib"))
            ratios.append(result.ratio("matplotlib"))
            sizes.append(own / peer)
            lines.append(
                f"| {what} | {duration(result.wall['lectern'])} | {duration(result.wall['matplotlib'])} | "
                f"{verdict(ratios[-1], TIME_BAR)} | × {result.cpu_ratio('matplotlib'):.2g} | {own:,} | {peer:,} | "
                f"{verdict(sizes[-1], BYTES_BAR)} |"
            )
            print(lines[-1], flush=True)
        if options.only in "first":
            try:
                both = first(options, table, rounds)
                own, peer = both["lectern"], both["matplotlib"]
                lines.append(
                    f"| first figure of a fresh process | {duration(own[0])} | {duration(peer[0])} | "
                    f"{verdict(own[0] / peer[0], FIRST_BAR)} | × {own[1] / peer[1]:.2f} | | | |"
                )
                print(lines[-1], flush=True)
            except Silent as silent:
                lines.append(f"| first figure of a fresh process | no answer: {silent} | | | | | | |")
    note = (
        f"Medians of {rounds} rounds in turn; bars: {TIME_BAR} × the time, {BYTES_BAR:.0f} × the bytes, "
        f"{FIRST_BAR:g} × for the first figure, which counts the process from launch to end, imports on both sides, "
        "here a plain JVM without the kernel's start-up cache."
    )
    if ratios:
        note += f" Time: median × {statistics.median(ratios):.2f}, worst × {max(ratios):.2f};"
        note += f" bytes: worst × {max(sizes):.2f}."
    yield "figures", "\n".join([note, "", *lines])
