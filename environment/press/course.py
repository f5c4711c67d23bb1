"""All lectures together: what a page of one must know of the others."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import nbformat

from . import collect
from .numbers import Numbers, normal
from .sources import Sources


class Course:
    """The lectures that are printed, where each lies, what is numbered in them, and what they cite."""

    def __init__(self, lectures: list[collect.Lecture]):
        self.lectures = lectures
        self.known: dict[Path, collect.Lecture] = {normal(lecture.source): lecture for lecture in lectures}
        self.numbers = Numbers(lectures)
        self.sources = Sources()


def caption_cells(notebook: nbformat.NotebookNode, write: Callable[[str], str]) -> None:
    """Puts beside every numbered output what its template needs; ``write`` makes the words of its caption."""
    for cell in notebook.cells:
        for output in cell.get("outputs", ()):
            if caption := output.metadata.get("lectern_caption") if "data" in output else None:
                output.metadata["lectern_caption"] = {
                    "kind": caption.kind.lower(),
                    "name": caption.name,
                    "anchor": caption.anchor,
                    "words": write(caption.text),
                }
