"""A web site of all lectures: one page each and an index, through nbconvert's HTML exporter with our template.

The pages need nothing from elsewhere: formulas are MathML, figures and styles are inside, nothing is loaded.

Usage: python -m press.site [--target dist/site] [--notebooks FOLDER] [--executed FOLDER] [NOTEBOOK...]
"""

from __future__ import annotations

import argparse
import html
import json
import os
import posixpath
import re
import shutil
from pathlib import Path

from jinja2 import Environment, FileSystemLoader
from nbconvert.exporters import HTMLExporter
from pygments import highlight
from pygments.formatters import HtmlFormatter
from traitlets.config import Config

from . import ansi, collect, prose, tex

TEMPLATES = Path(__file__).resolve().parents[1] / "html"


class SiteExporter(HTMLExporter):
    """nbconvert's HTML exporter with our template."""

    @property
    def default_config(self) -> Config:
        wanted = Config(
            {
                "NbConvertBase": {
                    "display_data_priority": [
                        "image/svg+xml",
                        "text/html",
                        "text/markdown",
                        "image/png",
                        "image/jpeg",
                        "text/latex",
                        "text/plain",
                    ]
                },
                "TagRemovePreprocessor": {
                    "enabled": True,
                    "remove_cell_tags": {"remove-cell"},
                    "remove_input_tags": {"remove-input"},
                    "remove_all_outputs_tags": {"remove-output"},
                },
                "HighlightMagicsPreprocessor": {"enabled": False},
            }
        )
        merged = super().default_config.copy()
        merged.merge(wanted)
        return merged

    def _template_name_default(self) -> str:
        return "site"

    def default_filters(self):
        yield from super().default_filters()
        yield "html_code", code
        yield "html_terminal", terminal
        yield "html_markdown", markdown_output
        yield "html_latex", latex_output


def code(source: str, language: str) -> str:
    if source.startswith("%%"):
        language = "text"
    return highlight(source.strip("\n"), tex.lexer_of(language), HtmlFormatter(nowrap=True, classprefix="t-"))


def terminal(text: str) -> str:
    """Terminal output with its colours as classes."""
    lines = []
    for spans in ansi.lines(text.rstrip("\n")):
        line = ""
        for style, piece in spans:
            classes = ["ansi-" + style.colour] if style.colour in ansi.NAMES else []
            classes += [name for name in ("bold", "italic", "underline") if getattr(style, name)]
            colour = f' style="color:#{style.colour}"' if style.colour and style.colour not in ansi.NAMES else ""
            words = html.escape(piece, quote=False)
            line += f'<span class="{" ".join(classes)}"{colour}>{words}</span>' if classes or colour else words
        lines.append(line)
    return "\n".join(lines)


def to_html(tree: dict) -> str:
    return prose.pandoc(json.dumps(tree), "-f", "json", "-t", "html", "--mathml", "--wrap=preserve")


def markdown_output(text: str) -> str:
    return to_html(html_tree(json.loads(prose.pandoc(text, "-f", prose.READER, "-t", "json")), None, {}, None))


def latex_output(text: str) -> str:
    """Formulas become MathML, tables become tables."""
    return prose.pandoc(text, "-f", "latex", "-t", "html", "--mathml")


def html_tree(tree: dict, lecture: collect.Lecture | None, known: dict, assets: Path | None) -> dict:
    """The tree with highlighted code, and links and pictures that lead somewhere on the site."""
    here = posixpath.dirname(lecture.name) if lecture else ""

    def change(node: dict) -> list[dict] | None:
        kind, content = node["t"], node.get("c")
        if kind == "CodeBlock":
            (_, classes, _), text = content
            words = code(text, classes[0] if classes else "text")
            return [{"t": "RawBlock", "c": ["html", f'<pre class="quoted"><code>{words}</code></pre>']}]
        if kind == "Link" and lecture:
            attributes, inlines, (url, title) = content
            target = prose.notebook_target(url, lecture.source.parent)
            if target and target[0] in known:
                other = known[target[0]]
                url = posixpath.relpath(other.name + ".html", here or ".")
                url += f"#{other.prefix}{target[1].lower()}" if target[1] else ""
            elif url.startswith("#"):
                url = "#" + lecture.prefix + url[1:].lower()
            return [{"t": "Link", "c": [attributes, prose.walk(inlines, change), [url, title]]}]
        if kind == "Image" and lecture and assets and (file := prose.local_file(content[2][0], lecture.source.parent)):
            copy = assets / lecture.name / file.name
            copy.parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(file, copy)
            url = posixpath.relpath(f"assets/{lecture.name}/{file.name}", here or ".")
            return [{"t": "Image", "c": [content[0], prose.walk(content[1], change), [url, content[2][1]]]}]
        return None

    return prose.walk(tree, change)


def page(lecture: collect.Lecture, known: dict, target: Path) -> tuple[str, list[tuple[str, str]]]:
    """The body of a lecture's page and its sections as (identifier, title)."""
    language = collect.language(lecture.notebook)
    markdown = [cell for cell in lecture.notebook.cells if cell.cell_type == "markdown"]
    tree = prose.read([cell.source for cell in markdown], lecture.prefix)
    sections = [
        (block["c"][1][0], prose.plain(block["c"][2]))
        for block in tree["blocks"]
        if block["t"] == "Header" and block["c"][0] == 2
    ]
    boundary = "<!--lectern-cell-boundary-->"
    tree = html_tree(tree, lecture, known, target / "assets")
    tree["blocks"] = [
        {"t": "RawBlock", "c": ["html", boundary]} if prose.is_separator(block) else block for block in tree["blocks"]
    ]
    for cell, text in zip(markdown, to_html(tree).split(boundary), strict=True):
        cell.metadata["lectern_html"] = text.strip()
    for cell in lecture.notebook.cells:
        cell.metadata["lectern_language"] = language
    body, _ = SiteExporter(extra_template_basedirs=[str(TEMPLATES)]).from_notebook_node(lecture.notebook)
    return body, sections


def write_site(base: Path, executed: Path, target: Path | None, only: list[Path] | None = None) -> int:
    lectures = collect.lectures(base, executed, only)
    short = collect.is_short(lectures)
    target = target or collect.target("site", short)
    known = {Path(os.path.normpath(lecture.source)): lecture for lecture in lectures}
    shutil.rmtree(target, ignore_errors=True)
    target.mkdir(parents=True)
    environment = Environment(loader=FileSystemLoader(TEMPLATES), autoescape=True)
    layout = environment.get_template("page.html.j2")
    settings = collect.settings()
    entries = []
    for number, lecture in enumerate(lectures):
        body, sections = page(lecture, known, target)
        entries.append({"lecture": lecture, "sections": sections, "url": lecture.name + ".html"})
        neighbours = [
            {
                "title": other.title,
                "url": posixpath.relpath(other.name + ".html", posixpath.dirname(lecture.name) or "."),
            }
            if other
            else None
            for other in (
                lectures[number - 1] if number else None,
                lectures[number + 1] if number + 1 < len(lectures) else None,
            )
        ]
        file = target / f"{lecture.name}.html"
        file.parent.mkdir(parents=True, exist_ok=True)
        root = posixpath.relpath(".", posixpath.dirname(lecture.name) or ".")
        file.write_text(
            layout.render(
                settings=settings,
                short=short,
                title=plain_title(lecture.title),
                body=body,
                sections=sections,
                root=root,
                previous=neighbours[0],
                next=neighbours[1],
            ),
            encoding="utf-8",
        )
    for entry in entries:
        entry["title"] = plain_title(entry["lecture"].title)
    index = environment.get_template("index.html.j2").render(settings=settings, short=short, entries=entries, root=".")
    (target / "index.html").write_text(index, encoding="utf-8")
    for name in ("site.css", "site.js"):
        shutil.copy(TEMPLATES / name, target)
    print(f"{target / 'index.html'}: {len(lectures)} lectures", flush=True)
    return len(lectures)


def plain_title(markdown: str) -> str:
    """A heading without its markup."""
    return re.sub(r"[`*$]", "", markdown)


def main() -> None:
    given = collect.arguments(argparse.ArgumentParser(description=__doc__.splitlines()[0]))
    write_site(given.notebooks, given.executed, given.target, given.only)


if __name__ == "__main__":
    main()
