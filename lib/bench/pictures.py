"""How much a notebook has drawn: its pictures, and the frames of those that move."""

from __future__ import annotations

import base64
import re

GIF = re.compile(r"src=\"data:image/gif;base64,([^\"]+)\"")


def frames(gif: bytes) -> int:
    """The number of pictures in a GIF, by walking its blocks."""

    def table(flags: int) -> int:
        return 3 << (flags & 7) + 1 if flags & 0x80 else 0

    at, count = 13 + table(gif[10]), 0
    while gif[at] != 0x3B:
        if gif[at] == 0x2C:  # a picture: place, size and colours, then the length of its codes
            count += 1
            at += 11 + table(gif[at + 9])
        else:  # an extension and its kind
            at += 2
        while gif[at]:
            at += 1 + gif[at]
        at += 1
    return count


def drawn(notebook) -> tuple[int, int]:
    """Pictures in the outputs of an executed notebook, animations among them, and the frames of the animations."""
    figures = moving = 0
    for cell in notebook.cells:
        for output in cell.get("outputs", []):
            data = output.get("data", {})
            player = GIF.search("".join(data.get("text/html", "")))
            figures += any(kind.startswith("image/") for kind in data) or player is not None
            if player:
                moving += frames(base64.b64decode(player[1]))
    return figures, moving
