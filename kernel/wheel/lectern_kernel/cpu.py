"""Settings of the native libraries that follow from the processor."""

from __future__ import annotations

import os
import re
from pathlib import Path

# Plain AVX-512F is not enough: the libraries are built for Skylake-X, which has all four.
AVX512 = {"avx512f", "avx512dq", "avx512bw", "avx512vl"}


def flags(information: Path = Path("/proc/cpuinfo")) -> set[str]:
    try:
        found = re.search(r"^(?:flags|Features)\s*:(.*)$", information.read_text(), re.MULTILINE)
    except OSError:
        return set()
    return set(found.group(1).split()) if found else set()


def count() -> int:
    """Processors that this process may use: affinity, and the quota of the container if there is one."""
    able = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    try:
        quota, period = Path("/sys/fs/cgroup/cpu.max").read_text().split()
        return able if quota == "max" else max(1, min(able, int(quota) // int(period)))
    except (OSError, ValueError):
        return able


def environment() -> dict[str, str]:
    """Variables for the kernel; what the user has set stays. Idle OpenMP threads must sleep, not spin."""
    wanted = {"OMP_WAIT_POLICY": "passive", "OMP_NUM_THREADS": str(count())}
    if flags() >= AVX512:
        wanted["OPENBLAS_CORETYPE"] = "SkylakeX"
    return {name: os.environ.get(name, value) for name, value in wanted.items()}
