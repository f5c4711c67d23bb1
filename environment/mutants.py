"""Say how many changes of a room's code its tests have noticed, and where they noticed none.

Usage: mutants.py REPORT ROOM FLOOR: the XML report of PIT, the package, and the least share in percent. Fails below it.
"""

import sys
import xml.etree.ElementTree as ElementTree
from collections import Counter

NOTICED = {"KILLED", "TIMED_OUT", "MEMORY_ERROR", "RUN_ERROR"}


def mutants(report):
    """Each change: its class without the package, its line, what was changed, and what became of it."""
    for mutant in ElementTree.parse(report).getroot():
        yield (
            mutant.findtext("mutatedClass", "").rpartition(".")[2],
            int(mutant.findtext("lineNumber", "0")),
            mutant.findtext("description", ""),
            mutant.get("status", ""),
        )


def main(report, room, floor):
    found = sorted(mutants(report))
    noticed = Counter(status in NOTICED for *_, status in found)
    by_class = {}
    for name, _, _, status in found:
        by_class.setdefault(name.split("$")[0], Counter())[status in NOTICED] += 1
    for name, line, description, status in found:
        if status not in NOTICED:
            reached = "" if status == "SURVIVED" else " (no test comes here)"
            print(f"  {name}:{line} {description}{reached}")
    for name, counts in sorted(by_class.items()):
        print(f"  {name:32} {counts[True]:4} of {counts.total():4}")
    if not found:
        print(f"✗ {room}: nothing was changed")
        return 1
    share = 100 * noticed[True] / len(found)
    fits = share >= floor
    mark = "✓" if fits else "✗"
    print(f"{mark} {room}: {noticed[True]} of {len(found)} changes noticed ({share:.0f} %, wanted {floor} %)")
    return 0 if fits else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1], sys.argv[2], int(sys.argv[3])))
