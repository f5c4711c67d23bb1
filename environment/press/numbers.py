"""Numbers of figures and tables, and the links that refer to them.

An output says ``{"lectern": {"caption": "…", "label": "fig-runge"}}`` in its metadata, or its cell says so for the
first thing that it shows. Captions are Markdown; a label begins with ``fig-`` or ``tab-``. Numbers are given by
chapter. A link to a label whose words are no more than the kind gets the number: ``[Figure](#fig-runge)``.
"""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path

import nbformat

from . import collect, prose

KINDS = {"fig-": "Figure", "tab-": "Table"}
PICTURES = {"image/svg+xml", "image/png", "image/jpeg", "application/pdf"}
# Words of a link that ask for a number.
ASKING = {"figure", "table", "figures", "tables", "fig."}


@dataclass(frozen=True)
class Caption:
    """A numbered figure or table."""

    kind: str
    number: str
    anchor: str
    text: str

    @property
    def name(self) -> str:
        return f"{self.kind} {self.number}"


class Numbers:
    """All that has a number in these lectures."""

    def __init__(self, lectures: list[collect.Lecture]):
        self.labels: dict[tuple[Path, str], Caption] = {}
        self.claims = {(normal(each.source), name) for each in lectures for name in claims(each)}
        for chapter, lecture in enumerate(lectures, 1):
            self._count(chapter, lecture)

    def _count(self, chapter: int, lecture: collect.Lecture) -> None:
        counts = dict.fromkeys(KINDS.values(), 0)
        for output, wish in captioned(lecture.notebook):
            label = wish.get("label", "")
            kind = next((kind for prefix, kind in KINDS.items() if label.startswith(prefix)), None)
            if label and kind is None:
                raise SystemExit(f"  {lecture.source}: the label {label} begins with none of {', '.join(KINDS)}")
            kind = kind or ("Figure" if PICTURES & set(output.data) else "Table")
            counts[kind] += 1
            number = f"{chapter}.{counts[kind]}"
            anchor = lecture.prefix + (label or f"{kind.lower()}-{number}")
            caption = Caption(kind, number, anchor, wish.get("caption", ""))
            output.metadata["lectern_caption"] = caption
            key = (normal(lecture.source), label)
            if key in self.labels:
                raise SystemExit(f"  {lecture.source}: the label {label} is given twice")
            if label:
                self.labels[key] = caption

    def target(self, url: str, lecture: collect.Lecture) -> tuple[Path, Caption] | None:
        """Where a link to a label leads; a label that nothing has stops the printing."""
        if url.startswith("#"):
            place = normal(lecture.source), url[1:]
        elif not (place := prose.notebook_target(url, lecture.source.parent)):
            return None
        if place[1].startswith(collect.CLAIM) and place not in self.claims:
            raise SystemExit(f"  {lecture.source} refers to {url}, and no cell there claims that")
        if not place[1].startswith(tuple(KINDS)):
            return None
        if place not in self.labels:
            raise SystemExit(f"  {lecture.source} refers to {url}, and nothing there has this label")
        return place[0], self.labels[place]


def normal(path: Path) -> Path:
    return Path(os.path.normpath(path))


def claims(lecture: collect.Lecture):
    """The claims of a lecture, as links name them."""
    for cell in lecture.notebook.cells:
        for anchor in cell.metadata.get("lectern_claims", ()):
            yield anchor.removeprefix(lecture.prefix)


def captioned(notebook: nbformat.NotebookNode):
    """The outputs with a caption or a label, each with what it says."""
    for cell in notebook.cells:
        shown = [
            output
            for output in cell.get("outputs", ())
            if "data" in output and "claim" not in output.metadata.get("lectern", {})
        ]
        of_cell = cell.metadata.get("lectern", {})
        for place, output in enumerate(shown):
            wish = output.metadata.get("lectern") or (of_cell if place == 0 else {})
            if wish.get("caption") or wish.get("label"):
                yield output, wish


def asks(inlines: list[dict]) -> bool:
    """Are the words of a link only the kind of what it leads to?"""
    return prose.plain(inlines).strip().lower() in ASKING


def numbered(inlines: list[dict], caption: Caption) -> list[dict]:
    """The words of a link, with the number where they ask for it."""
    return [*inlines, {"t": "Str", "c": "\u00a0" + caption.number}] if asks(inlines) else inlines
