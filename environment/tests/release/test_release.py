"""The repository that others load from: complete, the same from every folder, and enough for a stock JJava kernel."""

import hashlib
import json
import os
import shutil
import subprocess
import sys
import xml.etree.ElementTree as Xml
from pathlib import Path

import pytest
from conftest import ROOT, STATE, Notebook, local_repository

REPOSITORY = ROOT / "dist/repository"
ROOMS = ("notebook", "tensor", "grad", "plot", "data", "nn", "prelude", "kernel")
VERSION = Xml.parse(ROOT / "pom.xml").getroot().findtext("{*}version")
FLAGS = "--add-modules=jdk.incubator.vector --enable-native-access=ALL-UNNAMED"


def folder(name: str) -> Path:
    return REPOSITORY / "org/lectern" / name / VERSION


def sums(repository: Path) -> dict[str, str]:
    files = [path for kind in ("jar", "pom") for path in repository.rglob(f"*.{kind}")]
    return {str(path.relative_to(repository)): hashlib.sha256(path.read_bytes()).hexdigest() for path in files}


@pytest.mark.parametrize("room", ROOMS)
def test_every_room_is_complete(room):
    stem = f"lectern-{room}-{VERSION}"
    for name in (f"{stem}.jar", f"{stem}-sources.jar", f"{stem}-javadoc.jar", f"{stem}.pom"):
        file = folder(f"lectern-{room}") / name
        expected = file.with_name(f"{name}.sha256").read_text().split()[0]
        assert hashlib.sha256(file.read_bytes()).hexdigest() == expected


@pytest.mark.parametrize("room", ["", *ROOMS])
def test_every_pom_says_what_others_ask_for(room):
    name = f"lectern-{room}" if room else "lectern"
    pom = Xml.parse(folder(name) / f"{name}-{VERSION}.pom").getroot()
    for element in (
        "name",
        "description",
        "url",
        "licenses/{*}license/{*}url",
        "scm/{*}connection",
        "developers/{*}developer/{*}name",
    ):
        assert pom.findtext("{*}" + element), element
    assert "${" not in Xml.tostring(pom, encoding="unicode") or not room
    versions = {
        one.findtext("{*}artifactId"): one.findtext("{*}version")
        for one in pom.iterfind("{*}dependencies/{*}dependency")
    }
    assert all(versions.values()), versions
    if room in ("tensor", "nn", "prelude"):
        # The one that ND4J asks for multiplies wrongly.
        assert versions["openblas"].startswith("0.3.31")


def test_nothing_but_the_rooms_is_there():
    assert {path.name for path in (REPOSITORY / "org/lectern").iterdir()} == {
        "lectern",
        *(f"lectern-{room}" for room in ROOMS),
    }


def test_another_folder_gives_the_same_bytes(tmp_path):
    tree = tmp_path / "another place"
    listed = subprocess.run(
        ["git", "ls-files", "-co", "--exclude-standard", "-z"], cwd=ROOT, capture_output=True, text=True, check=True
    )
    for name in listed.stdout.strip("\0").split("\0"):
        if (ROOT / name).is_file():
            (tree / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(ROOT / name, tree / name)
    variables = {**os.environ, "LECTERN_STATE": str(tmp_path / "state"), "LECTERN_M2": str(local_repository())}
    subprocess.run([tree / "environment/release.sh"], env=variables, check=True)
    ours, theirs = sums(REPOSITORY), sums(tree / "dist/repository")
    assert len(ours) > 3 * len(ROOMS)
    assert {name for name in ours.keys() | theirs.keys() if ours.get(name) != theirs.get(name)} == set()


def java_home() -> Path:
    place = STATE / "venv/share/jupyter/kernels/lectern/kernel.json"
    words = json.loads(place.read_text())["argv"]
    return next(Path(word).parent.parent for word in words if word.endswith("/java"))


class JJava:
    """A stock JJava kernel that knows the release and Maven Central; what it fetches is kept for the next time."""

    def __init__(self, tmp_path: Path, flags: str):
        home = STATE / "jjava-home"
        shutil.rmtree(home / ".m2/repository/org/lectern", ignore_errors=True)
        prefix = tmp_path / "jjava"
        shutil.copytree(Path(sys.prefix) / "share/tests/kernels/java", prefix / "share/jupyter/kernels/java")
        self.notebook = Notebook(
            prefix,
            "java",
            PATH=f"{java_home() / 'bin'}{os.pathsep}{os.environ['PATH']}",
            JJAVA_JVM_OPTS=f"{flags} -Duser.home={home}".strip(),
        )

    def __enter__(self) -> Notebook:
        return self.notebook

    def __exit__(self, *error) -> None:
        self.notebook.stop()


LOAD = f"%mavenRepo lectern {REPOSITORY.as_uri()}\n%maven org.lectern:lectern-prelude:{VERSION}"


def test_a_stock_jjava_kernel_loads_it_and_draws(tmp_path):
    with JJava(tmp_path, FLAGS) as notebook:
        notebook.run(LOAD).works()
        drawn = notebook.run("plot(linspace(0, 1, 20), linspace(0, 1, 20).square())").works()
        assert drawn.shown("image/svg+xml")[0].lstrip().startswith("<svg")
        assert notebook.run("Fn cube = t -> t.times(t).times(t);\ngrad(cube).at(2)").works().text.endswith("12.0")
        products = notebook.run("double[][] m = {{1, 2}, {3, 4}};\narray(m).matmul(inv(array(m))).sum().item()").works()
        assert abs(float(products.text) - 2) < 1e-12


def test_without_its_flags_jjava_says_which_are_missing(tmp_path):
    with JJava(tmp_path, "") as notebook:
        told = notebook.run(LOAD).works().shown("text/plain")
        assert any("--add-modules=jdk.incubator.vector" in text for text in told), told
