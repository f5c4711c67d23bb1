"""One row measured by several contestants in turn, and what follows from it."""

from __future__ import annotations

import os
import statistics
import sys
from dataclasses import dataclass, field
from pathlib import Path

from contestants import Contestant, Silent, environment, turns

HERE = Path(__file__).resolve().parent
NAMES = {
    "lectern": "Lectern",
    "torch": "PyTorch",
    "jax": "JAX",
    "numpy": "NumPy / autograd",
    "matplotlib": "matplotlib",
}
SCRIPTS = {"matplotlib": "plot_matplotlib.py"}


@dataclass
class Result:
    """Medians over the rounds, by contestant; who was silent is missing."""

    wall: dict[str, float] = field(default_factory=dict)
    cpu: dict[str, float] = field(default_factory=dict)
    more: dict[str, list[tuple[float, ...]]] = field(default_factory=dict)

    def ratio(self, peer: str) -> float | None:
        return self.wall["lectern"] / self.wall[peer] if {"lectern", peer} <= self.wall.keys() else None

    def cpu_ratio(self, peer: str) -> float | None:
        return self.cpu["lectern"] / self.cpu[peer] if {"lectern", peer} <= self.cpu.keys() else None


class Table:
    """The contestants of a program, one process each, started when first asked."""

    def __init__(self, options, threads: int):
        self.env = environment(threads)
        self.own = dict(self.env, **kernel_settings())
        self.limit = options.limit
        self.java = [*options.java, f"-Dlectern.threads={threads}"]
        self.all = {}

    def contestant(self, name: str) -> Contestant:
        if name not in self.all:
            script = HERE / "peers" / SCRIPTS.get(name, f"peer_{name}.py")
            own = name == "lectern"
            command = [*self.java, "lectern.bench.Main"] if own else [sys.executable, str(script)]
            self.all[name] = Contestant(name, command, self.own if own else self.env)
        return self.all[name]

    def duel(self, row: str, names: list[str], rounds: int, seconds: float, warm: float = 1) -> Result:
        """Rounds of a row. The first look pays for tracing, compiling, just-in-time compilation; it is not counted."""
        answers = {name: [] for name in names}
        present = [name for name in names if self.ask(name, row, seconds * (warm if name == "lectern" else 1))]
        for order in turns(present, rounds):
            for name in order:
                answer = self.ask(name, row, seconds)
                if answer:
                    answers[name].append(answer)
        result = Result()
        for name, values in answers.items():
            if values:
                result.wall[name] = statistics.median(value[0] for value in values)
                result.cpu[name] = statistics.median(value[1] for value in values)
                result.more[name] = [value[2:] for value in values]
        return result

    def ask(self, name: str, row: str, seconds: float) -> tuple[float, ...] | None:
        try:
            return self.contestant(name).measure(row, seconds, self.limit + 4 * seconds)
        except Silent as silent:
            print(f"  no answer: {silent}", flush=True)
            return None

    def close(self) -> None:
        for each in self.all.values():
            each.close()

    def __enter__(self) -> Table:
        return self

    def __exit__(self, *_) -> None:
        self.close()


def kernel_settings() -> dict[str, str]:
    """What the kernel's own environment says about the processor, as bench.sh passes it on; Lectern's alone."""
    words = os.environ.get("LECTERN_BENCH_KERNEL_ENV", "").split()
    return dict(word.split("=", 1) for word in words if not word.startswith("OMP_NUM_THREADS="))


def plural(threads: int) -> str:
    return "1 thread" if threads == 1 else f"{threads} threads"
