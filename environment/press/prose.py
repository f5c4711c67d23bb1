"""Markdown cells, read by pandoc: all cells of a notebook in one go, links and pictures put right on the way."""

from __future__ import annotations

import json
import os
import subprocess
from collections.abc import Callable
from functools import cache
from pathlib import Path
from urllib.parse import unquote

# What Jupyter shows, pandoc must read: dollar mathematics, lists without an empty line before, raw TeX environments.
READER = "markdown+lists_without_preceding_blankline+tex_math_double_backslash+autolink_bare_uris-smart"
SEPARATOR = "lectern-cell-boundary"


@cache
def pandoc_program() -> str:
    """The pandoc that came with our Python packages, so that every machine has the same."""
    import pypandoc

    return pypandoc.get_pandoc_path()


def pandoc(text: str, *arguments: str) -> str:
    result = subprocess.run(
        [pandoc_program(), *arguments], input=text, capture_output=True, text=True, encoding="utf-8", check=False
    )
    if result.returncode:
        raise SystemExit(f"  pandoc: {result.stderr.strip()}")
    return result.stdout


@cache
def api() -> list[int]:
    """The version of the document trees that this pandoc reads."""
    return json.loads(pandoc("", "-t", "json"))["pandoc-api-version"]


def read(cells: list[str], prefix: str) -> dict:
    """The document tree of all cells, with separators between them; identifiers of headings begin with the prefix."""
    joined = f"\n\n```{{={SEPARATOR}}}\n```\n\n".join(cells)
    tree = json.loads(pandoc(joined, "-f", READER, "-t", "json"))
    if separators(tree) != len(cells) - 1:  # a cell with an open fence has swallowed what follows
        trees = [json.loads(pandoc(cell, "-f", READER, "-t", "json")) for cell in cells]
        tree["blocks"] = trees[0]["blocks"]
        for other in trees[1:]:
            tree["blocks"] += [separator(), *other["blocks"]]
    for block in tree["blocks"]:
        if block["t"] == "Header":
            block["c"][1][0] = prefix + block["c"][1][0]
    return tree


def separator() -> dict:
    return {"t": "RawBlock", "c": [SEPARATOR, ""]}


def is_separator(node: object) -> bool:
    return isinstance(node, dict) and node.get("t") == "RawBlock" and node["c"][0] == SEPARATOR


def separators(tree: dict) -> int:
    return sum(is_separator(block) for block in tree["blocks"])


def walk(node: object, change: Callable[[dict], list[dict] | None]) -> object:
    """A copy of a tree in which elements are replaced by what ``change`` returns (None: leave and look inside)."""
    if isinstance(node, list):
        result = []
        for item in node:
            replaced = change(item) if isinstance(item, dict) and "t" in item else None
            if replaced is None:
                result.append(walk(item, change))
            else:
                result.extend(replaced)
        return result
    if isinstance(node, dict):
        return {key: walk(value, change) for key, value in node.items()}
    return node


def split(tree: dict) -> list[dict]:
    """One tree for each cell again."""
    parts: list[list] = [[]]
    for block in tree["blocks"]:
        if is_separator(block):
            parts.append([])
        else:
            parts[-1].append(block)
    return [{**tree, "blocks": blocks} for blocks in parts]


def plain(inlines: list) -> str:
    """The text of inline elements without their markup."""
    words = []
    for inline in inlines:
        kind, content = inline["t"], inline.get("c")
        if kind == "Str":
            words.append(content)
        elif kind in ("Space", "SoftBreak", "LineBreak"):
            words.append(" ")
        elif kind in ("Code", "Math"):
            words.append(content[1])
        elif kind in ("Emph", "Strong", "Strikeout", "Superscript", "Subscript", "SmallCaps", "Underline"):
            words.append(plain(content))
        elif kind in ("Quoted", "Span", "Link", "Image", "Cite"):
            words.append(plain(content[1]))
    return "".join(words)


def notebook_target(url: str, folder: Path) -> tuple[Path, str] | None:
    """The notebook and the anchor a link leads to, when it leads to a notebook of ours."""
    path, _, anchor = url.partition("#")
    path = unquote(path)
    if "://" in path or not path.endswith(".ipynb"):
        return None
    return Path(os.path.normpath(folder / path)), unquote(anchor)


def local_file(url: str, folder: Path) -> Path | None:
    """The file that a relative link names, when it exists."""
    if "://" in url or url.startswith(("#", "data:", "mailto:")):
        return None
    path = Path(os.path.normpath(folder / unquote(url)))
    return path if path.is_file() else None
