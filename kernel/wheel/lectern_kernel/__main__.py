"""Starts the kernel for a connection file, or does what a person asks for."""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import time

from lectern_kernel import cpu, home, jdk
from lectern_kernel.excuse import Excuse

COMMANDS = ("doctor", "train", "fetch")


def start(connection_file: str) -> int:
    found = jdk.find()
    if found is None:
        print(jdk.advice(), file=sys.stderr)
        Excuse(connection_file, jdk.advice()).run()
        return 0
    place = home.at(found)
    place.train_later()
    return become(place.command(connection_file), {**os.environ, **cpu.environment()})


def become(command: list[str], environment: dict[str, str]) -> int:
    """Java takes the place of this process, so that signals and the end are its own; Windows cannot do that."""
    if os.name == "nt":
        return subprocess.call(command, env=environment)
    os.execve(command[0], command, environment)


def doctor(found: home.Home) -> int:
    print(f"JDK             {found.jdk}")
    print(f"kept in         {found.folder}")
    if found.cache.exists():
        print(f"start-up cache  {found.cache.stat().st_size / 1e6:.0f} MB")
    elif found.log.exists():
        print(f"start-up cache  being made, or it could not be made: see {found.log}; lectern-kernel train tries again")
    else:
        print("start-up cache  made by the first start of a kernel, or by lectern-kernel train")
    return 0


def train(found: home.Home, pause: float) -> int:
    time.sleep(pause)
    if pause and hasattr(os, "nice"):
        os.nice(19)
    started = time.monotonic()
    found.train()
    print(f"start-up cache made in {time.monotonic() - started:.0f} s: {found.cache}")
    return 0


def parser() -> argparse.ArgumentParser:
    top = argparse.ArgumentParser(prog="lectern-kernel", description=__doc__)
    commands = top.add_subparsers(dest="command", required=True)
    commands.add_parser("doctor", help="say what is there, what is missing and how to get it")
    training = commands.add_parser("train", help="make the start-up cache of the kernel now")
    training.add_argument(
        "--after", type=float, default=0, metavar="SECONDS", help="wait, and then work in the background"
    )
    fetching = commands.add_parser("fetch", help="fetch a library now that else comes when a cell first needs it")
    fetching.add_argument("name", nargs="*", help="for instance dl4j; without a name: what there is")
    return top


def main() -> int:
    words = sys.argv[1:]
    if words and words[0] not in COMMANDS and not words[0].startswith("-"):
        return start(words[0])
    given = parser().parse_args(words)
    found = jdk.find()
    if found is None:
        print(jdk.advice(), file=sys.stderr)
        return 1
    place = home.at(found)
    if given.command == "doctor":
        return doctor(place)
    if given.command == "train":
        return train(place, given.after)
    return subprocess.call(place.command("fetch", *given.name))


if __name__ == "__main__":
    sys.exit(main())
