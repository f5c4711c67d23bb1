"""Page make-up: a sentence stays with the code it announces, and code with the figure it draws.

Heights are counted in lines of running text. They are estimates; what they decide is only where a page ends.
"""

from __future__ import annotations

import base64
import math
import re

import nbformat

LINE = 13.0  # points from one line of text to the next
CODE_LINE = 12.2
TEXT_WIDTH, TEXT_HEIGHT = 455.0, 691.0  # points
FIGURE_SCALE, FIGURE_HEIGHT, FIGURE_SHRINKS = 0.72, 0.36, 0.7  # as \figurepicture of the preamble has them
CHARACTERS = 88  # in a line of text
SHORT = 14  # lines of code that no page end may part
AT_LEAST = 5  # lines of a longer cell that begin it
FRAME = 2

TABLE = re.compile(
    r"(?P<heading>^\\(?:sub)*section\{[^\n]*\n\s*)?(?:^\{\\def\\LTcaptype[^\n]*\n)?"
    r"(?P<table>\\begin\{longtable\}.*?\\end\{longtable\})",
    re.DOTALL | re.MULTILINE,
)
LONGEST_TABLE = 25  # rows that are not parted
HEADING = re.compile(r"\\(?:chapter|(?:sub)*section)\b")


def tables_together(text: str) -> str:
    """Short tables begin, with the heading right above them, where there is room for all of their rows."""

    def with_room(found: re.Match) -> str:
        rows = found["table"].partition(r"\endlastfoot")[2].count("\\\\\n")
        if rows > LONGEST_TABLE:
            return found.group()
        lines = round(1.3 * rows) + (6 if found["heading"] else 4)
        return rf"\room{{{lines}}}" + "\n" + found.group()

    return TABLE.sub(with_room, text)


SVG_SIZE = re.compile(r'<svg[^>]*?\swidth="([\d.]+)(pt|px)?"[^>]*?\sheight="([\d.]+)')


def picture_size(data: dict) -> tuple[float, float] | None:
    """Width and height in points of the picture that is printed of an output.

    The size of a vector figure is read from its twin for the screen: in PDF it may be compressed.
    """
    if "application/pdf" in data:
        found = SVG_SIZE.search(data.get("image/svg+xml", ""))
        point = 0.75 if found and found[2] != "pt" else 1
        return (float(found[1]) * point, float(found[3]) * point) if found else None
    if png := data.get("image/png"):
        head = base64.b64decode(png)[16:24]
        return int.from_bytes(head[:4], "big"), int.from_bytes(head[4:], "big")
    return None


def figure_lines(cell: nbformat.NotebookNode) -> int:
    """What a figure that comes right after the code takes at the least; 0 where something else comes first."""
    for output in cell.get("outputs", ())[:1]:
        if size := picture_size(output.get("data", {})):
            width, height = (FIGURE_SCALE * side for side in size)
            height *= min(1, TEXT_WIDTH / width)
            return math.ceil(FIGURE_SHRINKS * min(height, FIGURE_HEIGHT * TEXT_HEIGHT) / LINE) + 1
    return 0


def code_lines(cell: nbformat.NotebookNode) -> tuple[int, int]:
    """The room that a code cell needs to begin (all of it, or some lines of a long one), and that with its figure."""
    count = cell.source.strip("\n").count("\n") + 1 if cell.source.strip() else 0
    if count == 0 or "remove-input" in cell.metadata.get("tags", ()):
        return figure_lines(cell), figure_lines(cell)
    lines = math.ceil(min(count, AT_LEAST if count > SHORT else count) * CODE_LINE / LINE) + FRAME
    return lines, lines if count > SHORT else lines + figure_lines(cell)


def announcement(text: str) -> tuple[int, int]:
    """Where the last paragraph of some LaTeX begins, with a heading right above it, and how many lines it takes.

    What ends in a list, a table or a formula announces nothing by a sentence that could be moved.
    """
    start = text.rstrip().rfind("\n\n") + 2 if "\n\n" in text.strip() else 0
    last = text[start:].strip()
    if re.search(r"\\(?:begin|end|item|chapter)\b|\\\]\s*$", last):
        return len(text), 0
    lines = 0 if HEADING.match(last) else math.ceil(len(last) / CHARACTERS) + 1
    above = text[:start].rstrip()
    heading = above.rfind("\n\n") + 2 if "\n\n" in above else 0
    if HEADING.match(last):
        lines += 4
    elif re.match(r"\\(?:sub)*section\b", above[heading:]):
        start, lines = heading, lines + 4
    return start, lines


def keep_together(cells: list[nbformat.NotebookNode]) -> None:
    """Asks for room before every code cell, or before the sentence that announces it."""
    for before, cell in zip([None, *cells[:-1]], cells, strict=True):
        if cell.cell_type != "code" or "remove-cell" in cell.metadata.get("tags", ()):
            continue
        least, all_of_it = code_lines(cell)
        text = before.metadata.get("lectern_tex") if before is not None else None
        start, lines = announcement(text) if text else (0, 0)
        keep = rf"\keep{{{least + lines}}}{{{all_of_it + lines}}}"
        if lines:
            before.metadata["lectern_tex"] = f"{text[:start]}{keep}\n{text[start:]}"
        else:
            cell.metadata["lectern_keep"] = keep
