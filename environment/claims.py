"""Sentences that compare, and the claims that hold them to their word.

A sentence such as "momentum is faster" is tested by ``claim("momentum-wins", "…", () -> …)``. It refers to that by a
link, ``[faster](#claim-momentum-wins)``, or its cell lists the claims: ``{"lectern": {"claims": ["momentum-wins"]}}``.
"""

import re

# Words that compare by themselves, and forms that do so with "than".
WORDS = (
    "better worse faster slower lower higher larger smaller bigger greater fewer cheaper closer shorter steeper "
    "flatter wider narrower deeper shallower stronger weaker smoother rougher sooner wins win beats beat outperforms "
    "outperform loses overtakes"
).split()
ALONE = r"\b(?:" + "|".join(WORDS) + r")\b"
# Words that look like comparatives before a "than" and are none.
OTHERS = "rather|other|number|order|layer|parameter|computer|after|over|under|never|ever|whether|either|power|paper"
MIDDLE = rf"(?: (?!(?:{OTHERS})\b)[\w-]+)"
WITH_THAN = rf"\b(?!(?:{OTHERS})\b)(?:(?:more|less|fewer){MIDDLE}{{0,3}}|\w+er{MIDDLE}{{0,2}}) than\b"
TIMES = r"\b(?:twice|half|\w+ times) as \w+ as\b"
COMPARES = re.compile(f"{WITH_THAN}|{TIMES}|{ALONE}", re.IGNORECASE)
# Lower triangular matrices and upper bounds compare nothing.
TERMS = re.compile(r"\b(?:lower|higher)[ -](?:triangular|triangle|bounds?|orders?|left|right|case)\b", re.IGNORECASE)
UNREAD = re.compile(r"```.*?```|\$\$.*?\$\$|\$[^$\n]*\$|`[^`\n]*`|^#.*$|^\|.*$", re.DOTALL | re.MULTILINE)
SENTENCE_END = re.compile(r"(?<=[.!?])\s+(?=[A-Z*_\[(])|\n(?=[-*] |\d+\. )")
LINK = re.compile(r"\]\([^)\s]*#claim-([\w-]*)\)")
OWN_LINK = re.compile(r"\]\(#claim-([\w-]*)\)")
MADE = re.compile(r'(?<![\w.])claim\(\s*"([^"\n]*)"')
TASKS = "## Exercises"


def made(book: dict) -> list[str]:
    """The ids of the claims that the cells make, as often as they stand there."""
    code = [source(cell) for cell in book["cells"] if cell["cell_type"] == "code"]
    return [name for text in code for name in MADE.findall(text)]


def source(cell: dict) -> str:
    return "".join(cell["source"])


def listed(cell: dict) -> list[str]:
    return cell.get("metadata", {}).get("lectern", {}).get("claims", [])


def unclaimed(book: dict) -> list[tuple[int, str]]:
    """Every sentence that compares with no claim in its paragraph or its cell, after the number of the cell."""
    found, tasks = [], False
    for number, cell in enumerate(book["cells"]):
        if cell["cell_type"] != "markdown":
            continue
        for paragraph in re.split(r"\n\s*\n", source(cell)):
            if paragraph.startswith("## "):
                tasks = paragraph.startswith(TASKS)
            if tasks or listed(cell) or LINK.search(paragraph):
                continue
            found += [(number, sentence) for sentence in sentences(paragraph) if compares(sentence)]
    return found


def sentences(paragraph: str) -> list[str]:
    text = UNREAD.sub(" ", paragraph)
    return [" ".join(part.split()) for part in SENTENCE_END.split(text) if part.strip()]


def compares(sentence: str) -> bool:
    return bool(COMPARES.search(TERMS.sub(" ", sentence)))


def faults(book: dict):
    """Claims that are made twice or not at all; what compares without one, where the notebook has that enforced."""
    names = made(book)
    for name in sorted({name for name in names if names.count(name) > 1}):
        yield f'makes the claim "{name}" twice'
    for number, cell in enumerate(book["cells"]):
        wanted = [*listed(cell), *(OWN_LINK.findall(source(cell)) if cell["cell_type"] == "markdown" else ())]
        for name in dict.fromkeys(wanted):
            if name not in names:
                yield f'cell {number} refers to the claim "{name}", which no cell makes'
    if book["metadata"].get("lectern", {}).get("claims") == "enforced":
        for number, sentence in unclaimed(book):
            yield f"cell {number} compares without a claim: {sentence[:90]}"
