"""One PDF of all lectures: merged, written by nbconvert's LaTeX exporter with our template, set by XeLaTeX.

Usage: python -m press.script [--target dist/lectern.pdf] [--notebooks FOLDER] [--executed FOLDER] [NOTEBOOK...]
"""

from __future__ import annotations

import argparse
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

import nbformat
from nbconvert.exporters import LatexExporter
from traitlets.config import Config

from . import collect, makeup, prose, tex

TEMPLATES = Path(__file__).resolve().parents[1] / "latex"
PASSES = 5
RERUN = re.compile(
    r"Rerun to get|Rerun LaTeX|There were undefined references|Table widths have changed|rerunfilecheck Warning"
)


class ScriptExporter(LatexExporter):
    """nbconvert's LaTeX exporter with our template, our code lines and markdown that was read beforehand."""

    @property
    def default_config(self) -> Config:
        wanted = Config(
            {
                "NbConvertBase": {
                    "display_data_priority": [
                        "application/pdf",
                        "text/latex",
                        "image/png",
                        "image/jpeg",
                        "text/markdown",
                        "text/plain",
                    ]
                },
                "SVG2PDFPreprocessor": {"enabled": False},
                "TagRemovePreprocessor": {
                    "enabled": True,
                    "remove_cell_tags": {"remove-cell"},
                    "remove_input_tags": {"remove-input", "hide-input"},
                    "remove_all_outputs_tags": {"remove-output", "hide-output"},
                },
            }
        )
        merged = super().default_config.copy()
        merged.merge(wanted)
        return merged

    def _template_name_default(self) -> str:
        return "script"

    def default_filters(self):
        yield from super().default_filters()
        yield "tex_code", tex.code
        yield "tex_terminal", tex.terminal
        yield "tex_escape", tex.escape
        yield "tex_latex", latex_output
        yield "tex_markdown", markdown_output


def latex_output(text: str) -> str:
    """What a value says of itself in LaTeX; tables that are too wide are made to fit."""
    return re.sub(
        r"\\begin\{tabular\}(?:(?!\\begin\{tabular\}).)*?\\end\{tabular\}",
        lambda table: rf"\begin{{fitted}}{table.group()}\end{{fitted}}",
        text.strip(),
        flags=re.DOTALL,
    )


def unnumbered(inlines: list[dict]) -> list[dict]:
    """A heading without the number that its author gave it: in print sections are numbered within their chapter."""
    if len(inlines) > 2 and inlines[0]["t"] == "Str" and re.fullmatch(r"\d+(\.\d+)*[.)]?", inlines[0]["c"]):
        return inlines[2:]
    return inlines


def tex_tree(tree: dict, lecture: collect.Lecture, known: dict[Path, collect.Lecture]) -> dict:
    """The tree with code, rare characters, links and pictures in their printed form."""
    folder = lecture.source.parent

    def raw(text: str, kind: str = "RawInline") -> list[dict]:
        return [{"t": kind, "c": ["latex", text]}]

    def change(node: dict) -> list[dict] | None:
        kind, content = node["t"], node.get("c")
        if kind == "CodeBlock":
            (_, classes, _), text = content
            lines = tex.code(text, classes[0] if classes else "text")
            return raw(f"\\begin{{quotedcode}}\n{lines}\n\\end{{quotedcode}}", "RawBlock")
        if kind == "Code":
            return raw(rf"\inlinecode{{{tex.code_text(content[1])}}}")
        if kind == "Str" and any(map(tex.is_rare, content)):
            return raw(tex.escape(content))
        if kind == "Header" and content[0] > 1:
            return [{"t": "Header", "c": [content[0], content[1], prose.walk(unnumbered(content[2]), change)]}]
        if kind == "Link":
            return [linked(node, folder, known)]
        if kind == "Image" and (file := prose.local_file(content[2][0], folder)):
            return [{"t": "Image", "c": [content[0], prose.walk(content[1], change), [str(file), ""]]}]
        if kind == "Image" and content[2][0].startswith("http"):
            return raw(rf"\href{{{content[2][0]}}}{{\emph{{{tex.escape(prose.plain(content[1]) or 'picture')}}}}}")
        return None

    def linked(node: dict, folder: Path, known: dict[Path, collect.Lecture]) -> dict:
        attributes, inlines, (url, title) = node["c"]
        inlines = prose.walk(inlines, change)
        target = prose.notebook_target(url, folder)
        if target and target[0] in known:
            url = "#" + known[target[0]].prefix + "top"
        elif url.startswith("#"):
            url = "#" + lecture.prefix + url[1:].lower()
        return {"t": "Link", "c": [attributes, inlines, [url, title]]}

    return prose.walk(tree, change)


def prepare(lecture: collect.Lecture, known: dict[Path, collect.Lecture]) -> list[nbformat.NotebookNode]:
    """The cells of a lecture, its markdown already LaTeX, with what the template needs in their metadata."""
    cells = lecture.notebook.cells
    language = collect.language(lecture.notebook)
    markdown = [cell for cell in cells if cell.cell_type == "markdown"]
    tree = prose.read([cell.source for cell in markdown], lecture.prefix)
    titles = headings(tree)
    tree = tex_tree(tree, lecture, known)
    separator = "%lectern-cell-boundary"
    tree["blocks"] = [
        {"t": "RawBlock", "c": ["latex", separator]} if prose.is_separator(block) else block for block in tree["blocks"]
    ]
    written = prose.pandoc(
        json.dumps(tree), "-f", "json", "-t", "latex", "--top-level-division=chapter", "--wrap=preserve"
    ).split(separator)
    for cell, text in zip(markdown, written, strict=True):
        cell.metadata["lectern_tex"] = makeup.tables_together(resolved(bookmarks(text.strip(), titles)))
    for cell in cells:
        cell.metadata["lectern_language"] = language
    label = rf"\phantomsection\label{{{lecture.prefix}top}}"
    first = markdown[0].metadata
    first["lectern_tex"] = re.sub(
        r"(\\chapter\{.*?\}\\label\{[^}]*\})", lambda m: m.group(1) + label, first["lectern_tex"], count=1
    )
    if label not in first["lectern_tex"]:
        first["lectern_tex"] = label + "\n" + first["lectern_tex"]
    makeup.keep_together(cells)
    if lecture.part:
        first["lectern_tex"] = rf"\part{{{tex.escape(lecture.part)}}}" + "\n" + first["lectern_tex"]
    return cells


def closing(text: str, start: int) -> int:
    """Where the group ends that begins with the brace at ``start``."""
    depth, position = 0, start
    while position < len(text):
        if text[position] == "\\":
            position += 2
            continue
        depth += (text[position] == "{") - (text[position] == "}")
        if depth == 0:
            return position
        position += 1
    raise ValueError(f"no closing brace after {text[start : start + 60]}")


def bookmarks(text: str, titles: dict[str, str]) -> str:
    """Headings whose plain form pandoc has written get the one we know: pandoc leaves out code and rare characters."""
    command = r"\texorpdfstring"
    parts = text.split(command)
    result = parts[0]
    for part in parts[1:]:
        first = closing(part, 0)
        second = closing(part, first + 1)
        label = re.match(r"\}\\label\{([^}]*)\}", part[second + 1 :])
        plain = part[first + 2 : second]
        if label and label.group(1) in titles:
            plain = titles[label.group(1)]
        result += f"{command}{part[: first + 1]}{{{plain}}}{part[second + 1 :]}"
    return result


def headings(tree: dict) -> dict[str, str]:
    """Plain text of every heading by its identifier."""
    return {
        block["c"][1][0]: "".join(
            tex.SPECIAL.get(character, character) for character in prose.plain(unnumbered(block["c"][2]))
        )
        for block in tree["blocks"]
        if block["t"] == "Header"
    }


def resolved(text: str) -> str:
    """Pictures are scaled by our own command, whatever pandoc wraps around them."""
    return re.sub(r"\\includegraphics(\[[^\]]*\])?\{", r"\\prosepicture{", text)


def markdown_output(text: str) -> str:
    """Markdown that a cell has displayed."""
    tree = json.loads(prose.pandoc(text, "-f", prose.READER, "-t", "json"))
    nowhere = collect.Lecture(Path("/nowhere/output.ipynb"), "output", "", nbformat.v4.new_notebook())
    tree = tex_tree(tree, nowhere, {})
    return resolved(prose.pandoc(json.dumps(tree), "-f", "json", "-t", "latex", "--wrap=preserve"))


def merge(lectures: list[collect.Lecture]) -> nbformat.NotebookNode:
    known = {Path(os.path.normpath(lecture.source)): lecture for lecture in lectures}
    merged = nbformat.v4.new_notebook()
    for lecture in lectures:
        merged.cells.extend(prepare(lecture, known))
    seen: set[str] = set()
    for number, cell in enumerate(merged.cells):
        if cell.get("id") in seen:  # copies of one notebook share identifiers
            cell["id"] = f"cell-{number}"
        seen.add(cell.get("id"))
    merged.metadata = lectures[0].notebook.metadata
    return merged


def export(notebook: nbformat.NotebookNode, folder: Path, short: bool = False) -> Path:
    """Writes script.tex and its pictures into a folder; what comes of a short run says so on every page."""
    settings = {key: tex.escape(value) for key, value in collect.settings().items()} | {"short": short}
    exporter = ScriptExporter(extra_template_basedirs=[str(TEMPLATES)])
    body, resources = exporter.from_notebook_node(
        notebook, {"unique_key": "script", "output_files_dir": "pictures", "script": settings}
    )
    for name, content in resources["outputs"].items():
        file = folder / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content)
    source = folder / "script.tex"
    source.write_text(body, encoding="utf-8")
    return source


def complaints(log: str) -> str:
    """The errors of a TeX log, with the lines that follow them."""
    lines = log.splitlines()
    found = [number for number, line in enumerate(lines) if line.startswith("!")]
    return "\n".join("  " + line for number in found[:3] for line in lines[number : number + 8])


def typeset(source: Path) -> tuple[Path, str]:
    """Runs XeLaTeX until the references stand; returns the PDF and the last log."""
    command = ["xelatex", "-interaction=nonstopmode", "-halt-on-error", "-no-shell-escape", source.name]
    for _ in range(PASSES):
        result = subprocess.run(command, cwd=source.parent, capture_output=True, check=False)
        log = source.with_suffix(".log").read_text(encoding="utf-8", errors="replace")
        if result.returncode:
            raise SystemExit(f"  XeLaTeX stopped; {source} is kept:\n{complaints(log)}")
        if not RERUN.search(log):
            break
    return source.with_suffix(".pdf"), log


def remarks(log: str) -> list[str]:
    """What a careful reader of the log would point out."""
    result = [f"a character is in no font: {m}" for m in sorted(set(re.findall(r"Missing character: .*", log)))]
    result += sorted(set(re.findall(r"Label [`'][^\n]* multiply defined", log)))
    result += sorted(set(re.findall(r"(?:Reference|Hyper reference) [`']?[^\n]* undefined", log)))
    wide = [float(m) for m in re.findall(r"Overfull \\hbox \(([\d.]+)pt too wide\)", log)]
    if wide and max(wide) > 12:
        result.append(f"{sum(w > 12 for w in wide)} lines reach into the margin, the widest by {max(wide):.0f} pt")
    return result


def unprintable(notebook: nbformat.NotebookNode) -> int:
    """How many figures come in a form for the browser only."""
    printable = {"application/pdf", "image/png", "image/jpeg", "text/latex"}
    bundles = [set(output.get("data", ())) for cell in notebook.cells for output in cell.get("outputs", ())]
    return sum("image/svg+xml" in bundle and not bundle & printable for bundle in bundles)


def print_script(base: Path, executed: Path, target: Path | None, only: list[Path] | None = None) -> Path:
    lectures = collect.lectures(base, executed, only)
    short = collect.is_short(lectures)
    target = target or collect.target(f"{only[0].stem if only and len(only) == 1 else 'lectern'}.pdf", short)
    folder = Path(tempfile.mkdtemp(prefix="lectern-script-"))
    merged = merge(lectures)
    pdf, log = typeset(export(merged, folder, short))
    words = remarks(log)
    if count := unprintable(merged):
        words.append(f"{count} figures come without PDF or PNG and are printed as text; LECTERN_PDF=1 makes the PDF")
    for remark in words:
        print(f"  ! {remark}", file=sys.stderr)
    target.parent.mkdir(parents=True, exist_ok=True)
    shutil.move(pdf, target)
    shutil.rmtree(folder)
    pages = re.search(r"Output written on .*? \((\d+) pages?", log.replace("\n", ""))
    print(f"{target}: {pages.group(1) if pages else '?'} pages, {len(lectures)} lectures", flush=True)
    return target


def main() -> None:
    given = collect.arguments(argparse.ArgumentParser(description=__doc__.splitlines()[0]))
    print_script(given.notebooks, given.executed, given.target, given.only)


if __name__ == "__main__":
    main()
