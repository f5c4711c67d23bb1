"""One process for each contestant, asked row by row, with a limit to every wait."""

from __future__ import annotations

import math
import os
import select
import signal
import subprocess
import time
from contextlib import suppress


class Silent(Exception):
    """A contestant that ended or did not answer in time."""


class Contestant:
    """A process that answers lines "row seconds" with numbers: wall-clock and processor milliseconds, then more."""

    def __init__(self, name: str, command: list[str], env: dict[str, str]):
        self.name, self.command, self.env = name, command, env
        self.process = None

    def start(self) -> None:
        self.process = subprocess.Popen(
            self.command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, env=self.env, start_new_session=True
        )
        self.pending = b""

    def measure(self, row: str, seconds: float, limit: float) -> tuple[float, ...]:
        """The answer to a row. One who is silent for longer than the limit (seconds) is ended, and begins anew."""
        if self.process is None:
            self.start()
        try:
            self.process.stdin.write(f"{row} {seconds}\n".encode())
            self.process.stdin.flush()
            return tuple(map(float, self.line(limit).split()))
        except (OSError, ValueError, Silent) as error:
            self.close()
            raise Silent(f"{self.name} at {row}: {error or type(error).__name__}") from None

    def line(self, limit: float) -> str:
        end = time.monotonic() + limit
        out = self.process.stdout
        while b"\n" not in self.pending:
            ready, _, _ = select.select([out], [], [], max(0, end - time.monotonic()))
            if not ready:
                raise Silent(f"no answer in {limit:.0f} s")
            more = os.read(out.fileno(), 65536)
            if not more:
                raise Silent("ended")
            self.pending += more
        line, self.pending = self.pending.split(b"\n", 1)
        return line.decode()

    def close(self) -> None:
        if self.process is not None:
            end_group(self.process)
            self.process = None


def end_group(process: subprocess.Popen) -> None:
    """Ends a process that began a session of its own, and all it started."""
    for stream in (process.stdin, process.stdout):
        if stream is not None:
            with suppress(OSError):  # it may have ended before us, with something still unread
                stream.close()
    with suppress(subprocess.TimeoutExpired):
        process.wait(timeout=2)
    with suppress(ProcessLookupError, PermissionError):  # when nothing is left of it
        os.killpg(process.pid, signal.SIGKILL)
    process.wait()


def turns(names: list[str], rounds: int):
    """Who measures when: in every round all, the first one rotating."""
    for turn in range(rounds):
        first = turn % len(names)
        yield names[first:] + names[:first]


def whole(command: list[str], env: dict[str, str], limit: float) -> tuple[str, float, float]:
    """Runs a program to its end; what it printed, wall-clock and processor seconds of it and its children."""
    began = time.monotonic()
    process = subprocess.Popen(command, stdout=subprocess.PIPE, env=env, start_new_session=True)
    reader = Contestant(command[0], command, env)
    reader.process, reader.pending = process, b""
    lines = []
    try:
        while True:
            try:
                lines.append(reader.line(began + limit - time.monotonic()))
            except Silent as silent:
                if str(silent) != "ended":
                    raise Silent(f"{command[-1]} ran longer than {limit:.0f} s") from None
                break
        _, status, usage = os.wait4(process.pid, 0)
        seconds = time.monotonic() - began
        process.returncode = os.waitstatus_to_exitcode(status)
    finally:
        if process.returncode is None:
            end_group(process)
    if process.returncode != 0:
        raise Silent(f"{command[-1]} ended with {process.returncode}")
    return "\n".join([*lines, reader.pending.decode()]).strip(), seconds, usage.ru_utime + usage.ru_stime


def environment(threads: int) -> dict[str, str]:
    """The environment of all contestants: so many threads."""
    env = dict(os.environ, LECTERN_BENCH_THREADS=str(threads))
    for name in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"):
        env[name] = str(threads)
    return env


def duration(ms: float) -> str:
    if math.isnan(ms):
        return "–"
    if ms < 1:
        return f"{ms * 1000:.1f} µs"
    return f"{ms:.2f} ms" if ms < 1000 else f"{ms / 1000:.2f} s"
