"""Coloured terminal text: escape sequences become spans of text with a style."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

NAMES = ("black", "red", "green", "yellow", "blue", "magenta", "cyan", "white")
SEQUENCE = re.compile(r"\x1b\[([0-9;]*)([A-Za-z])|\x1b\][^\x07\x1b]*(?:\x07|\x1b\\)|\x1b[()][A-Z0-9]|\x1b.")


@dataclass(frozen=True)
class Style:
    """How a stretch of text looks; ``colour`` is a name of NAMES, a hexadecimal triple, or empty."""

    colour: str = ""
    bold: bool = False
    italic: bool = False
    underline: bool = False


def from_palette(number: int) -> str:
    """Colour of the 256-colour palette: 16 named ones, a cube of 6×6×6, 24 greys."""
    if number < 16:
        return NAMES[number % 8]
    if number < 232:
        number -= 16
        channels = (number // 36, number // 6 % 6, number % 6)
        return "".join(f"{55 + 40 * channel if channel else 0:02x}" for channel in channels)
    return f"{8 + 10 * (number - 232):02x}" * 3


def changed(style: Style, codes: list[int]) -> Style:
    """The style after one escape sequence with these numbers."""
    rest = iter(codes)
    for code in rest:
        if code == 0:
            style = Style()
        elif code in (1, 22):
            style = replace(style, bold=code == 1)
        elif code in (3, 23):
            style = replace(style, italic=code == 3)
        elif code in (4, 24):
            style = replace(style, underline=code == 4)
        elif 30 <= code <= 37 or 90 <= code <= 97:
            style = replace(style, colour=NAMES[code % 10])
        elif code == 39:
            style = replace(style, colour="")
        elif code in (38, 48):
            kind = next(rest, 0)
            if kind == 5:
                colour = from_palette(next(rest, 0))
            else:
                colour = "".join(f"{min(next(rest, 0), 255):02x}" for _ in range(3))
            if code == 38:
                style = replace(style, colour=colour)
    return style


def overwritten(line: str) -> str:
    """What remains visible of a line that carriage returns have written over (progress bars)."""
    parts = [part for part in line.rstrip("\r").split("\r") if part]
    return parts[-1] if parts else ""


def lines(text: str) -> list[list[tuple[Style, str]]]:
    """Lines of spans. Colours run on over line ends; other control sequences are dropped."""
    style = Style()
    result = []
    for line in text.replace("\r\n", "\n").split("\n"):
        spans = []
        position = 0
        line = overwritten(line)
        for match in SEQUENCE.finditer(line):
            if match.start() > position:
                spans.append((style, line[position : match.start()]))
            position = match.end()
            if match.group(2) == "m":
                style = changed(style, [int(code or 0) for code in match.group(1).split(";")])
        if position < len(line):
            spans.append((style, line[position:]))
        result.append(spans)
    return result
