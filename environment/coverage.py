"""Say which ids of the course's inventories the notebooks cover.

Prints one line an id, then totals per inventory and over all. An id named in a notebook that the list does not know is
an error, and so is, with --require PREFIX, an id of that prefix which no notebook covers.
"""

import argparse
import json
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent


def read_ids(path):
    """The ids by inventory, in the order of the list."""
    inventories, current = {}, None
    for line in path.read_text(encoding="utf-8").splitlines():
        line = line.strip()
        if not line or line.startswith("#"):
            continue
        if line.startswith("["):
            current = inventories.setdefault(line.strip("[]"), [])
        else:
            current.extend(line.split())
    return inventories


def read_notebooks(folder):
    """The notebooks that name an id, by id."""
    covered = {}
    for path in sorted(folder.rglob("*.ipynb")):
        if ".ipynb_checkpoints" in path.parts:
            continue
        for cell in json.loads(path.read_text(encoding="utf-8"))["cells"]:
            for name in cell.get("metadata", {}).get("lectern", {}).get("covers", []):
                where = covered.setdefault(name, [])
                if path not in where:
                    where.append(path)
    return covered


def main(argv=None):
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--notebooks", type=Path, default=ROOT / "notebooks")
    parser.add_argument("--require", action="append", default=[], metavar="PREFIX")
    options = parser.parse_args(argv)

    inventories = read_ids(options.notebooks / "ids.txt")
    covered = read_notebooks(options.notebooks)
    known = {name for names in inventories.values() for name in names}
    problems = [f"{name}: named in {paths[0]}, not in ids.txt" for name, paths in covered.items() if name not in known]

    totals = []
    for inventory, names in inventories.items():
        for name in names:
            paths = covered.get(name)
            where = ", ".join(str(p.relative_to(options.notebooks.parent)) for p in paths) if paths else None
            print(f"{name} covered {where}" if where else f"{name} missing")
            if not where and name.split("-")[0] in options.require:
                problems.append(f"{name}: required, but no notebook covers it")
        totals.append((inventory, sum(name in covered for name in names), len(names)))
    for inventory, count, size in totals:
        print(f"{inventory}: {count} of {size} covered")
    print(f"all: {sum(t[1] for t in totals)} of {sum(t[2] for t in totals)} covered")
    for problem in problems:
        print(problem, file=sys.stderr)
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())
