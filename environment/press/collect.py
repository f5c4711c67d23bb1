"""The notebooks that are printed: in which order, under which title."""

from __future__ import annotations

import argparse
import json
import os
import re
from dataclasses import dataclass
from pathlib import Path

import nbformat

from notebooks import NOTEBOOKS, in_order, mode_of

ROOT = Path(__file__).resolve().parents[2]
SETTINGS = Path(__file__).resolve().parents[1] / "latex" / "script.json"
# A link to a claim leads to this and its id.
CLAIM = "claim-"
HEADING = re.compile(r"^#\s+(.+?)\s*#*\s*$", re.MULTILINE)


@dataclass
class Lecture:
    """An executed notebook: where its source lies, what it is called in addresses, its title, the part it begins."""

    source: Path
    name: str
    title: str
    notebook: nbformat.NotebookNode
    part: str | None = None

    @property
    def prefix(self) -> str:
        """Begins every identifier of this lecture, so that two may have a section of the same name."""
        return self.name.replace("/", "-") + "--"


def settings() -> dict:
    return json.loads(SETTINGS.read_text(encoding="utf-8"))


def title_of(notebook: nbformat.NotebookNode, name: str) -> str | None:
    """The first heading of the first level."""
    for cell in notebook.cells:
        if cell.cell_type == "markdown" and (found := HEADING.search(cell.source)):
            return found.group(1)
    return None


def lecture(source: Path, executed: Path, base: Path, part: str | None) -> Lecture:
    notebook = nbformat.read(executed, as_version=4)
    name = source.relative_to(base).with_suffix("").as_posix()
    title = title_of(notebook, name)
    if title is None:
        title = source.stem.replace("-", " ").capitalize()
        notebook.cells.insert(0, nbformat.v4.new_markdown_cell(f"# {title}"))
    made = Lecture(source, name, title, notebook, part)
    take_claims(made)
    return made


def claim_of(output: nbformat.NotebookNode) -> dict | None:
    """What an output records of a sentence that its cell has tested; None for one that shows something."""
    return output.get("metadata", {}).get("lectern", {}).get("claim")


def take_claims(lecture: Lecture) -> None:
    """Claims are no outputs in print: what remains of one is the place that links to it lead to."""
    for cell in lecture.notebook.cells:
        outputs = cell.get("outputs", ())
        if claims := [claim["id"] for output in outputs if (claim := claim_of(output)) and claim["held"]]:
            cell.metadata["lectern_claims"] = [f"{lecture.prefix}{CLAIM}{name}" for name in claims]
            cell.outputs = [o for o in outputs if not ((claim := claim_of(o)) and claim["held"])]


def lectures(base: Path, executed: Path, only: list[Path] | None = None) -> list[Lecture]:
    """All lectures in order, or only some of them, from the folder of executed copies."""
    result, begun = [], parts(base)
    wanted = {path.resolve() for path in only or ()}
    if unknown := wanted - {source.resolve() for source in in_order(base)}:
        raise SystemExit(f"  no notebook of {base}: {', '.join(map(str, sorted(unknown)))}")
    for source in in_order(base):
        if wanted and source.resolve() not in wanted:
            continue
        copy = executed / source.relative_to(base)
        if not copy.exists():
            raise SystemExit(f"  {copy} is missing: this notebook was not executed")
        result.append(lecture(source, copy, base, begun.get(source)))
    if not result:
        raise SystemExit(f"  {base} holds no notebook to print")
    return result


def parts(base: Path) -> dict[Path, str]:
    """The notebooks that begin a part, with its title."""
    order, found, title = base / "order.txt", {}, None
    for line in order.read_text(encoding="utf-8").splitlines() if order.exists() else ():
        line = line.split("#")[0].strip()
        if line.startswith("="):
            title = line.lstrip("=").strip()
        elif line and title:
            found[base / line] = title
            title = None
    return found


def language(notebook: nbformat.NotebookNode) -> str:
    info = notebook.metadata.get("language_info", {})
    return info.get("pygments_lexer") or info.get("name") or "java"


def is_short(lectures: list[Lecture]) -> bool:
    """Was any of them run with small sizes? Then its numbers are not those that the text speaks of."""
    return any(mode_of(lecture.notebook).get("size") == "quick" for lecture in lectures)


def arguments(parser: argparse.ArgumentParser) -> argparse.Namespace:
    """The options that all printers share."""
    parser.add_argument("only", nargs="*", type=Path, help="these notebooks only (all when none is named)")
    parser.add_argument("--target", type=Path, help="where to write (in dist/ when not given)")
    parser.add_argument("--notebooks", type=Path, default=NOTEBOOKS)
    parser.add_argument("--executed", type=Path, help="folder of the executed copies")
    given = parser.parse_args()
    given.notebooks = given.notebooks.resolve()
    quick = "-quick" if os.environ.get("LECTERN_QUICK") == "1" else ""
    state = Path(os.environ.get("LECTERN_STATE", ROOT / ".lectern"))
    given.executed = (given.executed or state / f"executed{quick}").resolve()
    return given


def target(name: str, short: bool) -> Path:
    """Where something is written when nobody says where; a short run never takes the place of a full one."""
    path = ROOT / "dist" / name
    return path.with_name(f"{path.stem}-quick{path.suffix}") if short else path
