"""Licences of Python packages, the notice of third-party software, and pins of jars."""

import re
import subprocess
import sys
import zipfile

import pytest
from machine import ENVIRONMENT, ROOT

sys.path.insert(0, str(ENVIRONMENT))
import jars
import python_licences


@pytest.mark.parametrize(
    ("stated", "short"),
    [
        ("MIT", "MIT"),
        ("BSD-3-Clause", "BSD"),
        ("Apache Software License", "Apache-2.0"),
        ("Apache-2.0", "Apache-2.0"),
        ("PSF-2.0", "PSF-2.0"),
        ("ISC License (ISCL)", "ISC"),
        ("MIT OR Apache-2.0", "Apache-2.0"),
        ("MPL-2.0 AND MIT", "MIT and MPL-2.0"),
        ("MIT AND GPL-3.0-only", None),
        ("GPL-2.0-or-later", None),
        ("GNU General Public License v3 (GPLv3)", None),
        ("AGPL-3.0", None),
        ("Proprietary", None),
        ("", None),
    ],
)
def test_which_licences_python_packages_may_have(stated, short):
    assert python_licences.short(stated) == short


def test_pandoc_is_in_the_lock_file_for_printing_alone():
    """Its wheel calls itself MIT and holds a program under the GPL."""
    for lock in ENVIRONMENT.glob("requirements*.txt"):
        names = python_licences.locked(lock)
        assert len(names) > 0, lock
        assert ("pypandoc-binary" in names) == (lock.name == "requirements-print.txt"), lock


def test_a_program_under_another_licence_inside_a_wheel_is_refused():
    (package,) = [p for p in python_licences.installed([ENVIRONMENT / "requirements.txt"]) if p.name == "mistune"]
    assert python_licences.allowed(package)[0] == "BSD"
    python_licences.INSIDE["mistune"] = "GPL"
    try:
        assert python_licences.allowed(package) == (None, [*python_licences.stated(package), "with GPL inside"])
    finally:
        del python_licences.INSIDE["mistune"]


def test_every_python_package_comes_with_its_checksum():
    """In every lock file, those of the measurements included."""
    locks = [*ENVIRONMENT.glob("requirements*.txt"), ROOT / "lib/bench/requirements.txt"]
    assert len(locks) == 6
    for lock in locks:
        blocks = re.split(r"^(?=\S)", lock.read_text(), flags=re.MULTILINE)
        packages = [block for block in blocks if re.match(r"[\w.-]+==", block)]
        assert packages, lock
        assert [block.split()[0] for block in packages if "--hash=sha256:" not in block] == [], lock


def test_the_notice_names_all_parts_and_brings_their_texts(venv, tmp_path):
    state = venv.parent
    target = tmp_path / "folder" / "THIRD-PARTY.txt"
    command = [venv / "bin/python", ENVIRONMENT / "notices.py", state / "classpath.txt", target]
    subprocess.run(command, check=True, timeout=120)
    text = target.read_text(encoding="utf-8")
    for jar in jars.foreign((state / "classpath.txt").read_text()):
        assert f"\n{jar.stem}: " in text, jar
    for package in python_licences.installed([ENVIRONMENT / "requirements.txt"]):
        assert f"\n{package.name} {package.version}: " in text
    assert re.search(r"libgfortran\S* in openblas\S*: .*GCC Runtime Library Exception", text)
    assert re.search(r"Text that comes with .*pdfbox", text) and re.search(r"Text that comes with .*jupyterlab ", text)
    texts = [" ".join(part.split("\n\n", 2)[2].split()) for part in text.split("=" * 80) if part.startswith("\n\nText")]
    assert len(texts) > 50 and len(set(texts)) == len(texts), "the same text is there once"
    assert "pandoc" not in re.sub(r"pandocfilters", "", text.split("Text that comes with")[0])
    assert "None" not in text.split("Text that comes with")[0]


@pytest.fixture
def folder(tmp_path):
    for name in ("a-1.jar", "b-1.jar", "lectern-kernel-1.jar"):
        with zipfile.ZipFile(tmp_path / name, "w") as jar:
            jar.writestr("content", name * 100)
    return tmp_path


def test_damaged_jars_are_found(folder):
    assert jars.damaged(folder) == []
    whole = (folder / "a-1.jar").read_bytes()
    (folder / "a-1.jar").write_bytes(whole[:200])
    (folder / "b-1.jar").write_bytes((folder / "b-1.jar").read_bytes().replace(b"b-1.jarb", b"b-1.jarB", 1))
    assert jars.damaged(folder) == ["a-1.jar", "b-1.jar"]


def test_pins(folder):
    pins = folder / "pins"
    found = jars.foreign(f"{folder}/a-1.jar:{folder}/b-1.jar:{folder}/lectern-kernel-1.jar:/nowhere/c.jar\n")
    assert [jar.name for jar in found] == ["a-1.jar", "b-1.jar"]
    assert all("is not pinned" in line for line in jars.check(found, pins)) and len(jars.check(found, pins)) == 2
    assert jars.pin(found[:1], pins) == 1
    assert jars.check(found[:1], pins) == []
    (folder / "a-1.jar").write_bytes(b"another")
    (wrong,) = jars.check(found[:1], pins)
    assert "a-1.jar is not the file that was pinned" in wrong
    assert jars.pin(found, pins) == 1, "a pin is never changed"
    assert "a-1.jar is not the file that was pinned" in jars.check(found, pins)[0]


def test_a_jar_that_is_not_the_pinned_one_ends_the_build(machine, folder):
    machine.run("mkdir", "-p", str(machine.folder / "state" / "lib"))
    lib = machine.folder / "state" / "lib"
    for name in ("a-1.jar", "b-1.jar"):
        (lib / name).write_bytes((folder / name).read_bytes())
    pins = folder / "pins"
    jars.pin([lib / "a-1.jar"], pins)
    assert machine.shell(f'check_pins "{pins}" && echo good').stdout == "good\n"
    (lib / "a-1.jar").write_bytes(b"another")
    result = machine.shell(f'check_pins "{pins}" && echo good')
    assert result.returncode == 1 and result.stdout == ""
    assert "a-1.jar is not the file that the project has pinned" in result.stderr
