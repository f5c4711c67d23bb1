"""The search of the site: the text of every section, for a search engine that runs in the reader's browser."""

from __future__ import annotations

import html
import json
import re
from pathlib import Path

ENGINE = Path(__file__).resolve().parents[1] / "html" / "vendor" / "minisearch.js"
HEADING = re.compile(r'<h([1-3])[^>]*\bid="([^"]+)"[^>]*>(.*?)</h\1>', re.DOTALL)
UNSPOKEN = re.compile(r"<(script|style|annotation)\b.*?</\1>|<!--.*?-->", re.DOTALL)
WITHIN_WORDS = re.compile(r"</?(?:span|code|em|strong|a|m[a-z]+)\b[^>]*>")
TAG = re.compile(r"<[^>]*>")


def words(markup: str) -> str:
    """What of a piece of HTML is text, in one line."""
    text = html.unescape(TAG.sub(" ", WITHIN_WORDS.sub("", UNSPOKEN.sub(" ", markup))))
    return re.sub(r"\s+", " ", text).strip()


def sections(body: str, url: str, title: str) -> list[dict[str, str]]:
    """Address, heading and text of every section of a page."""
    found = list(HEADING.finditer(body))
    ends = [match.start() for match in found[1:]] + [len(body)]
    return [
        {
            "url": f"{url}#{match[2]}",
            "lecture": title,
            "section": words(match[3]),
            "text": words(body[match.end() : end]),
        }
        for match, end in zip(found, ends, strict=True)
    ]


def write(target: Path, entries: list[dict[str, str]]) -> None:
    """The engine and what it searches, as scripts: a page that was opened from a disk may load nothing else."""
    listed = [{"id": number, **entry} for number, entry in enumerate(entries)]
    text = f"window.LECTERN_SECTIONS = {json.dumps(listed, ensure_ascii=False)};\n"
    (target / "sections.js").write_text(text, encoding="utf-8")
    (target / ENGINE.name).write_text(ENGINE.read_text(encoding="utf-8"), encoding="utf-8")
