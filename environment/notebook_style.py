"""Check that the notebooks keep the machine-checkable rules of notebooks/STYLE.md.

Usage: notebook_style.py [--fix] [--claims]
  --fix     writes the files as Jupyter would save them before it checks
  --claims  lists the sentences that compare without a claim
"""

import json
import re
import sys
from pathlib import Path

import claims
import nbformat

ROOT = Path(__file__).resolve().parent.parent
WIDTH = 78
LINES, UNDIVIDED = 20, 45  # of a cell, and of one that is a single class or method
INCHES = 9.5  # what fits beside the margins of a laptop's window, and stays legible in print
SIZE = re.compile(r"(?:\.size\(|\bfigure\()(\d+(?:\.\d+)?), *\d")
HEADINGS = ("## Summary", "## Exercises", "## Solutions")
WITH_MORE = ("lectures", "studies")
# What our kernel says of itself. A notebook that holds anything else counts as changed as soon as it is opened.
KERNELSPEC = {"display_name": "Java (Lectern)", "language": "java", "name": "lectern"}
LANGUAGE_INFO = {
    "codemirror_mode": "java",
    "file_extension": ".java",
    "mimetype": "text/x-java",
    "name": "java",
    "nbconvert_exporter": "script",
    "pygments_lexer": "java",
    "version": "25",
}


def saved(text):
    """The text of a notebook as Jupyter saves it once our kernel has introduced itself."""
    book = nbformat.reads(text, as_version=4)
    book.metadata.update(kernelspec=KERNELSPEC, language_info=LANGUAGE_INFO)
    return nbformat.writes(book) + "\n"


def too_long(source):
    """Has a cell more lines than can be taken in at once? What is one declaration cannot be divided."""
    lines = source.splitlines()
    whole = lines and lines[0].rstrip().endswith(("{", ",")) and lines[-1] == "}"
    single = whole and all(line[:1] in ("", " ", "}") for line in lines[1:]) and lines.count("}") == 1
    return len(lines) > (UNDIVIDED if single else LINES)


def faults(path):
    """Every breach in one notebook, as sentences."""
    text = path.read_text(encoding="utf-8")
    book = json.loads(text)
    if (book.get("nbformat"), book.get("nbformat_minor")) < (4, 5):
        yield "is not in notebook format 4.5"
    if text != saved(text):
        yield "would be changed by opening and saving it; notebook_style.py --fix writes it as Jupyter does"
    cells = book["cells"]
    if not cells or cells[0]["cell_type"] != "markdown" or not "".join(cells[0]["source"]).startswith("# "):
        yield "does not start with a title"
    if "What you will learn" not in "".join("".join(c["source"]) for c in cells[:2]):
        yield "does not say what you will learn"
    prose = "\n".join("".join(c["source"]) for c in cells if c["cell_type"] == "markdown")
    for heading in HEADINGS:
        if not any(line.strip() == heading for line in prose.splitlines()):
            yield f"has no section '{heading}'"
    if path.parent.name in WITH_MORE and not re.search(r"^## \d+ Beyond: ", prose, re.MULTILINE):
        yield "has no section '## n Beyond: …'"
    seen = set()
    for number, cell in enumerate(cells):
        name = cell.get("id")
        if not name or name in seen:
            yield f"cell {number} has no id of its own"
        seen.add(name)
        if cell["cell_type"] != "code":
            continue
        if cell.get("outputs") or cell.get("execution_count") is not None:
            yield f"cell {number} is saved with outputs"
        source = "".join(cell["source"])
        if too_long(source):
            yield f"cell {number} has {len(source.splitlines())} lines; {LINES} can be taken in at once"
        for line in source.splitlines():
            if len(line) > WIDTH:
                yield f"cell {number} has a line of {len(line)} columns: {line.strip()[:40]}…"
            for inches in SIZE.findall(line):
                if float(inches) > INCHES:
                    yield f"cell {number} draws a figure {inches} inches wide; {INCHES} fit"
    yield from claims.faults(book)


def tell_of_claims(path, sentences):
    """How many sentences of a notebook compare without a claim, and which ones where asked."""
    book = json.loads(path.read_text(encoding="utf-8"))
    open_ones = claims.unclaimed(book)
    count = len(claims.made(book))
    print(f"  {path.relative_to(ROOT)}: {count} claims, {len(open_ones)} sentences compare without one")
    for number, sentence in open_ones if sentences else ():
        print(f"    cell {number}: {sentence}")


def main():
    problems = 0
    books = [p for p in sorted((ROOT / "notebooks").rglob("*.ipynb")) if ".ipynb_checkpoints" not in p.parts]
    for path in books:
        if "--fix" in sys.argv:
            path.write_text(saved(path.read_text(encoding="utf-8")), encoding="utf-8")
        for fault in faults(path):
            print(f"{path.relative_to(ROOT)} {fault}")
            problems += 1
        tell_of_claims(path, "--claims" in sys.argv)
    print(f"{len(books)} notebooks, {problems} breaches of style")
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())
