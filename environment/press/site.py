"""A web site of all lectures: one page each and an index, through nbconvert's HTML exporter with our template.

The pages need nothing from elsewhere: formulas are MathML, figures and styles are inside, nothing is loaded.

Usage: python -m press.site [--target dist/site] [--notebooks FOLDER] [--executed FOLDER] [--api FOLDER] [NOTEBOOK...]
"""

from __future__ import annotations

import argparse
import html
import io
import json
import posixpath
import re
import shutil
from pathlib import Path

from jinja2 import Environment, FileSystemLoader
from nbconvert.exporters import HTMLExporter
from pygments.formatters import HtmlFormatter
from traitlets.config import Config

from . import ansi, api, collect, numbers, prose, search, tex
from .course import Course, caption_cells

TEMPLATES = Path(__file__).resolve().parents[1] / "html"
WIDE = 520  # in the unit of the figure: points, or pixels


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
        yield "html_terminal", terminal
        yield "html_markdown", markdown_output
        yield "html_latex", latex_output
        yield "html_table", table_output
        yield "is_wide", is_wide


def highlighted(pieces: list) -> str:
    written = io.StringIO()
    HtmlFormatter(nowrap=True, classprefix="t-").format(pieces, written)
    return written.getvalue().rstrip("\n")


def code(source: str, language: str) -> str:
    return highlighted(tex.tokens(source, language))


def table_output(text: str) -> str:
    """HTML that a value has shown; a corner without a word is no heading."""
    return re.sub(r"<th\b[^>]*>\s*</th>", "<td></td>", text)


def is_wide(svg: str) -> bool:
    """Has a figure so many panels side by side that a phone cannot show them all?"""
    found = re.search(r'<svg[^>]*?\swidth=["\']([\d.]+)', svg)
    return bool(found) and float(found[1]) > WIDE


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
    written = prose.pandoc(json.dumps(tree), "-f", "json", "-t", "html", "--mathml", "--wrap=preserve")
    return scrolling(table_output(written))


def scrolling(markup: str) -> str:
    """Tables in boxes that scroll, where a page is too narrow for them."""
    return re.sub(
        r"<table\b.*?</table>", lambda table: f'<div class="scroll">{table[0]}</div>', markup, flags=re.DOTALL
    )


def markdown_output(text: str) -> str:
    return to_html(html_tree(json.loads(prose.pandoc(text, "-f", prose.READER, "-t", "json")), None, None, None))


def latex_output(text: str) -> str:
    """Formulas become MathML, tables become tables."""
    return scrolling(prose.pandoc(text, "-f", "latex", "-t", "html", "--mathml"))


def html_tree(tree: dict, lecture: collect.Lecture | None, course: Course | None, assets: Path | None) -> dict:
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
            if key := course.sources.target(url, lecture.source.parent):
                url = posixpath.relpath("bibliography.html", here or ".") + "#ref-" + key
            elif found := course.numbers.target(url, lecture):
                inlines = numbers.numbered(inlines, found[1])
                page = course.known[found[0]].name + ".html"
                url = "" if found[0] == numbers.normal(lecture.source) else posixpath.relpath(page, here or ".")
                url += "#" + found[1].anchor
            elif target and target[0] in course.known:
                other = course.known[target[0]]
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


def caption(text: str, lecture: collect.Lecture, course: Course) -> str:
    """The words below a figure: a paragraph without its frame."""
    tree = html_tree(json.loads(prose.pandoc(text, "-f", prose.READER, "-t", "json")), lecture, course, None)
    return to_html(tree).strip().removeprefix("<p>").removesuffix("</p>")


def bibliography(course: Course) -> str:
    """The page of the sources that are cited; empty when none is."""
    items = [
        f'<li id="ref-{key}">{to_html({"pandoc-api-version": prose.api(), "meta": {}, "blocks": blocks})}</li>'
        for key, blocks in course.sources.bibliography()
    ]
    return (
        "\n".join(['<h1 id="bibliography">Bibliography</h1>', '<ul class="sources">', *items, "</ul>"]) if items else ""
    )


def page(
    lecture: collect.Lecture, course: Course, target: Path, verbs: dict[str, list[api.Verb]]
) -> tuple[str, list[tuple[str, str]]]:
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
    tree = html_tree(tree, lecture, course, target / "assets")
    caption_cells(lecture.notebook, lambda text: caption(text, lecture, course))
    tree["blocks"] = [
        {"t": "RawBlock", "c": ["html", boundary]} if prose.is_separator(block) else block for block in tree["blocks"]
    ]
    for cell, text in zip(markdown, to_html(tree).split(boundary), strict=True):
        cell.metadata["lectern_html"] = text.strip()
    linker = api.Linker(verbs, lecture.notebook, language, lecture.name)
    for cell in lecture.notebook.cells:
        if cell.cell_type == "code":
            pieces, called = linker.mark(cell.source)
            cell.metadata["lectern_html"] = linker.link(highlighted(pieces), called)
    body, _ = SiteExporter(extra_template_basedirs=[str(TEMPLATES)]).from_notebook_node(lecture.notebook)
    return body, sections


def write_site(
    base: Path, executed: Path, target: Path | None, only: list[Path] | None = None, pages: Path | None = None
) -> int:
    """The lectures, and beside them the API pages where their folder is given."""
    lectures = collect.lectures(base, executed, only)
    short = collect.is_short(lectures)
    target = target or collect.target("site", short)
    course = Course(lectures)
    shutil.rmtree(target, ignore_errors=True)
    target.mkdir(parents=True)
    environment = Environment(loader=FileSystemLoader(TEMPLATES), autoescape=True)
    verbs = {}
    if pages:
        shutil.copytree(pages, target / "api")
        verbs = api.verbs(pages)
    shared = {"settings": collect.settings(), "short": short, "api": bool(verbs)}
    entries, bodies, texts = [], [], []
    for number, lecture in enumerate(lectures, 1):
        body, sections = page(lecture, course, target, verbs)
        entry = {
            "title": plain_title(lecture.title),
            "number": number,
            "part": lecture.part,
            "sections": sections,
            "url": lecture.name + ".html",
        }
        entries.append(entry)
        bodies.append(body)
        texts += search.sections(body, entry["url"], entry["title"])
    shared["bibliography"] = words = bibliography(course)
    if words:
        texts += search.sections(words, "bibliography.html", "Bibliography")
        page_of = environment.get_template("bibliography.html.j2").render(**shared, body=words, root=".")
        (target / "bibliography.html").write_text(page_of, encoding="utf-8")
    layout = environment.get_template("page.html.j2")
    for entry, previous, following, lecture, body in zip(
        entries, [None, *entries[:-1]], [*entries[1:], None], lectures, bodies, strict=True
    ):
        file = target / entry["url"]
        file.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(lecture.source, file.with_suffix(".ipynb"))
        words = layout.render(
            **shared,
            **entry,
            entries=entries,
            body=body,
            root=posixpath.relpath(".", posixpath.dirname(lecture.name) or "."),
            download=posixpath.basename(lecture.name) + ".ipynb",
            previous=previous,
            next=following,
        )
        file.write_text(words, encoding="utf-8")
    index = environment.get_template("index.html.j2").render(**shared, entries=entries, root=".")
    (target / "index.html").write_text(index, encoding="utf-8")
    search.write(target, texts)
    for name in ("site.css", "site.js"):
        shutil.copy(TEMPLATES / name, target)
    print(f"{target / 'index.html'}: {len(lectures)} lectures", flush=True)
    return len(lectures)


def plain_title(markdown: str) -> str:
    """A heading without its markup."""
    return re.sub(r"[`*$]", "", markdown)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--api", type=Path, help="folder of the API pages that lectures lead to")
    given = collect.arguments(parser)
    write_site(given.notebooks, given.executed, given.target, given.only, given.api)


if __name__ == "__main__":
    main()
