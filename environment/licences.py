"""Are all libraries that we ship under licences that the project allows? Reads the POMs of the class path.

Usage: licences.py CLASSPATH_FILE
A POM that names several licences offers a choice; one allowed licence is enough.
"""

from __future__ import annotations

import re
import sys
import xml.etree.ElementTree as Xml
from pathlib import Path

# Each pattern is looked for in "name url", lower case. GPL alone is not allowed, with the class path exception it is.
ALLOWED = {
    "Apache-2.0": r"apache(?!.*1\.1).*2(\.0)?\b|apache.org/licenses",
    "MIT": r"\bmit\b",
    "BSD": r"\bbsd\b|bsd-[23]|edl-1\.0|eclipse distribution",
    "EPL": r"eclipse public|\bepl\b",
    "LGPL": r"\blgpl\b|lesser general public",
    "MPL-2.0": r"mozilla public.*2|\bmpl.2",
    "GPL-2.0 with class path exception": r"(gpl|general public).*class ?path.exception",
    "Unicode": r"unicode",
    "public domain": r"public domain|\bcc0\b",
}
# Artefacts whose POM says nothing, with what their own files say.
SILENT = {
    "commons-codec": "Apache-2.0",
    "jnacl": "BSD",
    "listenablefuture": "Apache-2.0",
}


def local(tag: str) -> str:
    return tag.rsplit("}", 1)[-1]


def child(node: Xml.Element | None, name: str) -> Xml.Element | None:
    return next((item for item in node if local(item.tag) == name), None) if node is not None else None


def text(node: Xml.Element | None, name: str) -> str:
    found = child(node, name)
    return (found.text or "").strip() if found is not None else ""


def stated(pom: Path, repository: Path) -> list[str]:
    """Name and address of each licence that a POM or its nearest parent states."""
    if not pom.exists():
        return []
    project = Xml.parse(pom).getroot()
    licences = child(project, "licenses")
    if licences is not None and len(licences):
        return [f"{text(licence, 'name')} {text(licence, 'url')}".strip() for licence in licences]
    parent = child(project, "parent")
    if parent is None:
        return []
    group, artifact, version = (text(parent, name) for name in ("groupId", "artifactId", "version"))
    return stated(repository / group.replace(".", "/") / artifact / version / f"{artifact}-{version}.pom", repository)


def repository_of(jar: Path) -> Path:
    """The root of the repository: above the folders of the group, which the POM names."""
    version, artifact = jar.parent, jar.parent.parent
    pom = version / f"{artifact.name}-{version.name}.pom"
    project = Xml.parse(pom).getroot()
    group = text(project, "groupId") or text(child(project, "parent"), "groupId")
    return artifact.parents[len(group.split("."))]


def allowed(jar: Path) -> tuple[str | None, list[str]]:
    """The allowed licence of an artefact, if it has one, and what its POM states."""
    artifact, version = jar.parent.parent.name, jar.parent.name
    names = stated(jar.parent / f"{artifact}-{version}.pom", repository_of(jar))
    for name in names:
        for short, pattern in ALLOWED.items():
            if re.search(pattern, name.lower()):
                return short, names
    return (SILENT.get(artifact) if not names else None), names


def report(classpath: str) -> tuple[dict[str, str], dict[str, list[str]]]:
    """Artefacts with their licence, and those that may not be used with what they state."""
    fine, refused = {}, {}
    for entry in re.split(r"[:\n]", classpath):
        jar = Path(entry)
        if not entry or "lectern" in jar.name:
            continue
        licence, names = allowed(jar)
        if licence:
            fine[jar.name] = licence
        else:
            refused[jar.name] = names
    return fine, refused


if __name__ == "__main__":
    fine, refused = report(Path(sys.argv[1]).read_text())
    for jar, names in refused.items():
        print(f"  ✗ {jar}: {'; '.join(names) or 'states no licence'}")
    print(f"licences: {len(fine)} artefacts allowed, {len(refused)} not")
    sys.exit(1 if refused or not fine else 0)
