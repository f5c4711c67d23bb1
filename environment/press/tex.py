"""How text becomes LaTeX: escapes, rare characters, code and terminal output that breaks between lines and pages."""

from __future__ import annotations

import re
import unicodedata

from pygments import lex
from pygments.lexers import get_lexer_by_name
from pygments.lexers.special import TextLexer
from pygments.token import Comment, Keyword, Literal, Name, Number, String, Token
from pygments.util import ClassNotFound

from . import ansi

SPECIAL = {
    "\\": r"\textbackslash{}",
    "{": r"\{",
    "}": r"\}",
    "$": r"\$",
    "&": r"\&",
    "#": r"\#",
    "%": r"\%",
    "_": r"\_",
    "^": r"\textasciicircum{}",
    "~": r"\textasciitilde{}",
}
# In code these look like what they are; TeX would make curly quotes and dashes of them.
CODE_SPECIAL = SPECIAL | {"'": r"\textquotesingle{}", "`": r"\textasciigrave{}", '"': r"\textquotedbl{}", "-": r"{-}"}
# A line of code may break after these.
BREAKS = set(".,(=+/|&;:?)]}>")
LONG_WORD = 30
TAB = 4
# A printed page is no scroll pane: of longer outputs the beginning and the end are shown.
HEAD, TAIL = 40, 10
TOGETHER = 4

TOKENS = {
    Keyword: "kw",
    Keyword.Constant: "num",
    Keyword.Type: "type",
    Name.Class: "type",
    Name.Function: "fn",
    Name.Decorator: "deco",
    Comment: "com",
    String: "str",
    Literal.String: "str",
    Number: "num",
}


def is_rare(character: str) -> bool:
    """Might the text fonts lack it? Latin letters and the usual punctuation they have."""
    return character > "\u024f" and not "\u2010" <= character <= "\u2026"


def guarded(text: str, special: dict[str, str]) -> str:
    r"""Escapes; rare characters (with what combines onto them) go through \rare, which finds a font that has them."""
    result = []
    for character in text:
        if unicodedata.combining(character) and result:
            base = result.pop()
            base = base[len(r"\rare{") : -1] if base.startswith(r"\rare{") else base
            result.append(rf"\rare{{{base}{character}}}")
        elif character in special:
            result.append(special[character])
        elif character == "\ufe0f" or (character < " " and character != "\t"):
            continue
        elif is_rare(character):
            result.append(rf"\rare{{{character}}}")
        else:
            result.append(character)
    return "".join(result)


def escape(text: str) -> str:
    """Running text."""
    return guarded(text, SPECIAL)


def code_text(text: str) -> str:
    """A stretch of code within one line: spaces keep their width, long words get places to break."""
    pieces = []
    for word in re.split(r"( +)", text):
        if word.startswith(" "):
            pieces.append(r"\ " * len(word))
            continue
        run = 0
        for character in word:
            pieces.append(guarded(character, CODE_SPECIAL) if not unicodedata.combining(character) else character)
            run += 1
            if character in BREAKS:
                pieces.append(r"\brk{}")
                run = 0
            elif run >= LONG_WORD:
                pieces.append(r"\brk{}")
    return "".join(pieces)


def code_line(spans: list[tuple[str, str]]) -> str:
    """One line of (command, text) spans; continued lines hang under its indentation."""
    plain = "".join(text for _, text in spans).expandtabs(TAB)
    indent = len(plain) - len(plain.lstrip(" "))
    body = []
    skipped = 0
    column = 0
    for command, text in spans:
        text = text.expandtabs(TAB) if column == 0 else text.replace("\t", " " * TAB)
        column += len(text)
        if skipped < indent:
            leading = min(len(text) - len(text.lstrip(" ")), indent - skipped)
            skipped += leading
            text = text[leading:]
        if text:
            body.append(rf"\{command}{{{code_text(text)}}}" if command else code_text(text))
    return rf"\codeline{{{indent}}}{{{''.join(body)}}}"


def shortened(lines: list[str]) -> list[str]:
    left_out = len(lines) - HEAD - TAIL
    if left_out <= 10:
        return lines
    return [*lines[:HEAD], rf"\codeomitted{{{left_out}}}", *lines[-TAIL:]]


def command_of(token: Token) -> str:
    while token is not Token:
        if token in TOKENS:
            return "tok" + TOKENS[token]
        token = token.parent
    return ""


def lexer_of(language: str):
    try:
        return get_lexer_by_name(language, stripnl=False, ensurenl=False)
    except ClassNotFound:
        return TextLexer(stripnl=False, ensurenl=False)


def tokens(source: str, language: str) -> list[tuple[Token, str]]:
    """The source in pieces; lexers know a comment at the end of a line only when the line ends."""
    if source.startswith("%%"):
        language = "text"
    found = list(lex(source.strip("\n") + "\n", lexer_of(language)))
    while found and found[-1][1].endswith("\n"):
        token, text = found.pop()
        if text := text.rstrip("\n"):
            found.append((token, text))
    return found


def code(source: str, language: str) -> str:
    """Highlighted source as lines."""
    lines: list[list[tuple[str, str]]] = [[]]
    for token, text in tokens(source, language):
        first, *more = text.split("\n")
        lines[-1].append((command_of(token), first))
        lines.extend([(command_of(token), line)] for line in more)
    return kept([code_line(line) for line in lines])


def kept(lines: list[str]) -> str:
    """Lines that the end of a page may part only where four of them stand on either side."""
    if len(lines) < 2 * TOGETHER:
        return "\n\\nobreak\n".join(lines)
    first, middle, last = lines[:TOGETHER], lines[TOGETHER:-TOGETHER], lines[-TOGETHER:]
    keep = "\n\\nobreak\n"
    return "\n".join([keep.join(first), *middle, keep.join(last)])


def style_command(style: ansi.Style, text: str) -> str:
    result = code_text(text)
    if style.colour in ansi.NAMES:
        result = rf"\textcolor{{ansi-{style.colour}}}{{{result}}}"
    elif style.colour:
        result = rf"\textcolor[HTML]{{{style.colour.upper()}}}{{{result}}}"
    if style.bold:
        result = rf"\textbf{{{result}}}"
    if style.italic:
        result = rf"\textit{{{result}}}"
    if style.underline:
        result = rf"\underline{{{result}}}"
    return result


def terminal(text: str) -> str:
    """Terminal output as lines, with its colours."""
    lines = []
    for spans in ansi.lines(text.rstrip()):
        plain = "".join(piece for _, piece in spans).expandtabs(TAB)
        indent = len(plain) - len(plain.lstrip(" "))
        body, skipped = [], 0
        for style, piece in spans:
            piece = piece.expandtabs(TAB)
            leading = min(len(piece) - len(piece.lstrip(" ")), indent - skipped)
            skipped += leading
            if piece[leading:]:
                body.append(style_command(style, piece[leading:]))
        lines.append(rf"\codeline{{{indent}}}{{{''.join(body)}}}")
    return kept(shortened(lines))
