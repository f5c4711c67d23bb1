"""The API pages and what leads to them: in code cells, the verbs that a notebook has without an import."""

from __future__ import annotations

import html
import posixpath
import re
from dataclasses import dataclass
from html.parser import HTMLParser
from pathlib import Path

from pygments.token import Comment, Name, Operator, Punctuation, Token, is_token_subtype

from . import tex

ROOT = Path(__file__).resolve().parents[2]
PRELUDE = ROOT / "lib/prelude/src/main/java/lectern/prelude/LecternExtension.java"
VERB = Name.Verb
MARKED = re.compile(r'<span class="t-n t-n-Verb">(\w+)</span>')
# What the compiler adds to every enum is nobody's verb.
OF_EVERY_ENUM = {"values", "valueOf"}
INHERITED = "methods-inherited-from-class-lectern."


@dataclass(frozen=True)
class Verb:
    """One static method: where it is described, the first sentence, how many arguments it takes."""

    name: str
    address: str
    sentence: str
    parameters: int
    variadic: bool

    def takes(self, arguments: int) -> bool:
        return arguments >= self.parameters - 1 if self.variadic else arguments == self.parameters


class ClassPage(HTMLParser):
    """The static methods in the summary of a class's page, and the classes it inherits from."""

    def __init__(self, file: Path, address: str):
        super().__init__()
        self.address = address
        self.found, self.parents = [], []
        self._row, self._depth, self._name = None, 0, None
        self.feed(file.read_text(encoding="utf-8"))

    def handle_starttag(self, tag, attrs):
        values = dict(attrs)
        classes = (values.get("class") or "").split()
        if tag == "h3" and (values.get("id") or "").startswith(INHERITED):
            self.parents.append(values["id"].removeprefix(INHERITED.removesuffix("lectern.")))
        if self._row is None and tag == "div" and "method-summary-table-tab1" in classes:
            self._row, self._depth = next(name for name in classes if name.startswith("col-")), 0
        if self._row is not None and tag == "div":
            self._depth += 1
        if self._row == "col-second" and tag == "a" and "member-name-link" in classes:
            self._name = values["href"]
            self.found.append([self._name, ""])

    def handle_endtag(self, tag):
        if self._row is not None and tag == "div":
            self._depth -= 1
            if not self._depth:
                self._row = None

    def handle_data(self, data):
        if self._row == "col-last":
            self.found[-1][1] += data

    def verbs(self) -> list[Verb]:
        made = []
        for link, words in self.found:
            name, _, types = link.removeprefix("#").removesuffix(")").partition("(")
            given = types.split(",") if types else []
            sentence = re.sub(r"\s+", " ", words).strip()
            made.append(
                Verb(name, self.address + link, sentence, len(given), bool(given) and given[-1].endswith("..."))
            )
        return made


def verb_classes() -> list[str]:
    """The classes whose static methods are verbs, as the prelude names them."""
    found = re.search(r"VERBS = List\.of\((.*?)\);", PRELUDE.read_text(encoding="utf-8"), re.DOTALL)
    return re.findall(r'"(lectern\.[\w.]+)"', found[1])


def verbs(pages: Path) -> dict[str, list[Verb]]:
    """All verbs by name, from the folder of the API pages."""
    found, waiting, seen = {}, verb_classes(), set()
    while waiting:
        name = waiting.pop(0)
        address = name.replace(".", "/") + ".html"
        # A parent that is no face has no page: its methods stand on the child's.
        if name in seen or not (pages / address).is_file():
            continue
        seen.add(name)
        page = ClassPage(pages / address, address)
        waiting += page.parents
        for verb in page.verbs():
            if verb.name not in OF_EVERY_ENUM:
                found.setdefault(verb.name, []).append(verb)
    return found


def calls_and_names(source: str, language: str) -> list[tuple[Token, str]]:
    """A cell as the lexer sees it, who takes a call behind `yield` for a method of that type."""
    found, before = [], ""
    for token, text in tex.tokens(source, language):
        found.append((Name if token is Name.Function and before == "yield" else token, text))
        before = text.strip() or before
    return found


class Linker:
    """Leads from the verbs in one notebook's code to their pages; what the notebook itself calls so is no verb."""

    def __init__(self, known: dict[str, list[Verb]], notebook, language: str, page: str):
        cells = (cell.source for cell in notebook.cells if cell.cell_type == "code")
        pieces = (piece for source in cells for piece in calls_and_names(source, language))
        own = {text for token, text in pieces if token is Name.Function}
        self._known = {name: found for name, found in known.items() if name not in own}
        self._language = language
        self._root = posixpath.relpath("api", posixpath.dirname(page) or ".")

    def mark(self, source: str) -> tuple[list[tuple[Token, str]], list[Verb]]:
        """The pieces of a cell, in which calls of verbs have a kind of their own, and those verbs in their order."""
        tokens, called = calls_and_names(source, self._language), []
        spoken = [i for i, (token, text) in enumerate(tokens) if text.strip() and not is_token_subtype(token, Comment)]
        for before, here, after in zip([None, *spoken], spoken, spoken[1:], strict=False):
            token, text = tokens[here]
            alone = before is None or tokens[before][1] not in (".", "::", "new", "@")
            if alone and token is Name and text in self._known and tokens[after][1] == "(":
                given = arguments(tokens[after:])
                found = self._known[text]
                fitting = sorted((verb for verb in found if verb.takes(given)), key=lambda verb: verb.variadic)
                called.append((fitting or found)[0])
                tokens[here] = (VERB, text)
        return tokens, called

    def link(self, markup: str, called: list[Verb]) -> str:
        """Highlighted code with a link around each marked verb."""
        following = iter(called)

        def around(found: re.Match) -> str:
            verb = next(following)
            title, address = html.escape(verb.sentence), html.escape(f"{self._root}/{verb.address}")
            return f'<a class="verb" href="{address}" title="{title}">{found[1]}</a>'

        return MARKED.sub(around, markup)


def arguments(pieces: list[tuple[Token, str]]) -> int:
    """How many arguments stand between the bracket that these pieces begin with and the one that closes it."""
    depth, commas, empty = 0, 0, True
    for token, text in pieces:
        signs = text if is_token_subtype(token, Punctuation) or is_token_subtype(token, Operator) else ""
        empty = empty and (not text.strip() or (signs == "(" and not depth) or (signs == ")" and depth == 1))
        for sign in signs:
            depth += (sign in "([{") - (sign in ")]}")
            commas += sign == "," and depth == 1
        if not depth:
            break
    return 0 if empty else commas + 1
