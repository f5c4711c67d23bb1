"""Downloads one file: resumes what was broken off, and refuses what does not match its checksum.

Usage: fetch.py URL TARGET ALGORITHM HEXDIGEST
Standard library only: it runs before anything is installed.
"""

import hashlib
import os
import sys
import urllib.error
import urllib.request
from pathlib import Path

BLOCK = 1 << 18


def digest(path: Path, algorithm: str) -> str:
    checksum = hashlib.new(algorithm)
    with path.open("rb") as stream:
        while block := stream.read(BLOCK):
            checksum.update(block)
    return checksum.hexdigest()


def download(url: str, part: Path) -> None:
    """Appends the missing rest of the file to its part; starts again where the server cannot continue."""
    done = part.stat().st_size if part.exists() else 0
    request = urllib.request.Request(url, headers={"User-Agent": "lectern"})
    if done:
        request.add_header("Range", f"bytes={done}-")
    try:
        response = urllib.request.urlopen(request, timeout=60)
    except urllib.error.HTTPError as error:
        if done and error.code == 416:  # nothing is missing: the checksum will tell whether it is right
            return
        raise
    with response, part.open("ab" if response.status == 206 else "wb") as out:
        if done and response.status == 206:
            print(f"  continuing after {done / 1e6:.0f} MB", flush=True)
        total = int(response.headers.get("Content-Length") or 0)
        got = shown = 0
        while block := response.read(BLOCK):
            out.write(block)
            got += len(block)
            if total and got * 10 // total > shown:
                shown = got * 10 // total
                print(f"  {shown * 10} %", flush=True)
    if total and got < total:
        raise OSError(f"the connection broke after {got} of {total} bytes; run the command again to continue")


def fetch(url: str, target: Path, algorithm: str, expected: str) -> None:
    if not expected:
        raise ValueError("no checksum given: an archive nobody vouches for is not installed")
    if target.exists() and digest(target, algorithm) == expected:
        return
    target.parent.mkdir(parents=True, exist_ok=True)
    part = target.with_name(target.name + ".part")
    download(url, part)
    actual = digest(part, algorithm)
    if actual != expected:
        part.unlink()
        raise ValueError(f"checksum of {url} is {actual}, expected {expected}; the download was thrown away")
    os.replace(part, target)


if __name__ == "__main__":
    try:
        fetch(sys.argv[1], Path(sys.argv[2]), sys.argv[3], sys.argv[4].lower())
    except (OSError, ValueError) as problem:
        sys.exit(f"  {problem}")
