"""What one kernel needs of a machine: memory, threads, open files, and what a student's home takes of a disk.

Usage: python needs.py
"""

from __future__ import annotations

import os
import tempfile
import time
from pathlib import Path

import psutil
from jupyter_client.manager import start_new_kernel

PATIENCE = 300
STEPS = [
    ("a kernel that has run `1 + 1`", ["1 + 1"]),
    (
        "after the first figures",
        [
            "var x = linspace(0, 6.3, 200);",
            'plot(x, x.sin(), "$\\\\sin x$").legend()',
            "figure(1, 2).at(0).plot(x, x).at(1).hist(x)",
        ],
    ),
    (
        "after training a small net",
        [
            "seed(1);\nvar net = mlp(1, 50, 1);\nvar t = linspace(-1, 1, 200).reshape(-1, 1);",
            "minimize(n -> n.apply(t).minus(t.square()).square().mean(), net, adam(0.01), 2000).value()",
        ],
    ),
    (
        "after products of matrices of 1000 × 1000",
        ["var m = rand(1000, 1000);", "for (int i = 0; i < 20; i++) m = m.matmul(m).times(0.001);\nm.sum().item()"],
    ),
]


def row(what: str, kernel: psutil.Process) -> str:
    with kernel.oneshot():
        memory, threads, files = kernel.memory_full_info(), kernel.num_threads(), kernel.num_fds()
    return f"| {what} | {memory.rss / 1e6:.0f} | {memory.uss / 1e6:.0f} | {threads} | {files} |"


def disk(folder: Path) -> float:
    """Megabytes of the files below a folder."""
    return sum(file.stat().st_size for file in folder.rglob("*") if file.is_file()) / 1e6


def main() -> None:
    print("| one kernel | resident, MB | of that its own, MB | threads | open files |")
    print("|---|---:|---:|---:|---:|")
    with tempfile.TemporaryDirectory() as home:
        around = {**os.environ, "HOME": home, "LECTERN_DATA_DIR": "", "XDG_CACHE_HOME": "", "XDG_DATA_HOME": ""}
        manager, client = start_new_kernel(kernel_name="lectern", startup_timeout=PATIENCE, env=around)
        try:
            kernel = psutil.Process(manager.provisioner.process.pid)
            for what, cells in STEPS:
                for cell in cells:
                    reply = client.execute_interactive(cell, timeout=PATIENCE, output_hook=lambda message: None)
                    assert reply["content"]["status"] == "ok", (cell, reply["content"].get("evalue"))
                time.sleep(2)
                print(row(what, kernel))
        finally:
            client.stop_channels()
            manager.shutdown_kernel(now=True)
        print(f"| files of these kernels in the student's home: {disk(Path(home)):.0f} MB on disk | | | | |")


if __name__ == "__main__":
    main()
