"""The kernelspec: what is in it, and that a real java can read its argument file from any folder."""

import json
import os
import re
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest
from machine import ENVIRONMENT, ROOT

sys.path.insert(0, str(ENVIRONMENT))
import kernelspec

START = ENVIRONMENT / "start.sh"


def installed() -> Path:
    """The kernel.json of this checkout."""
    state = Path(os.environ.get("LECTERN_STATE", ROOT / ".lectern"))
    return state / "venv/share/jupyter/kernels/lectern/kernel.json"


@pytest.fixture
def java() -> str:
    return json.loads(installed().read_text())["argv"][-3]


@pytest.fixture
def written(tmp_path, venv):
    """A kernelspec over two jars in a folder with awkward characters."""
    lib = tmp_path / 'lib "quoted" \\ and spaced'
    lib.mkdir()
    for name in ("zeta-1.jar", "lectern-tensor-0.1.0.jar", "lectern-kernel-0.1.0.jar", "alpha-1.jar"):
        (lib / name).touch()
    spec = tmp_path / "spec"
    arguments = tmp_path / "kernel args"
    subprocess.run(
        [
            *(venv / "bin/python", ENVIRONMENT / "kernelspec.py", "--java", "/jdk/bin/java"),
            *("--spec", spec, "--lib", lib, "--arguments", arguments),
            *("OMP_NUM_THREADS=2", "A=b=c"),
        ],
        check=True,
    )
    return spec, arguments, lib


def test_kernel_json(written):
    spec, arguments, _ = written
    kernel = json.loads((spec / "kernel.json").read_text())
    assert kernel["argv"] == ["/bin/sh", str(START), "/jdk/bin/java", f"@{arguments}", "{connection_file}"]
    assert kernel["interrupt_mode"] == "message"
    assert kernel["language"] == "java"
    assert kernel["env"] == {"OMP_NUM_THREADS": "2", "A": "b=c"}
    assert (spec / "logo-svg.svg").exists()


def test_java_finds_every_jar(written, java, tmp_path):
    """A real java starts the main class of one of the jars, which tells where it comes from."""
    _, arguments, lib = written
    source = tmp_path / "lectern/kernel/Main.java"
    source.parent.mkdir(parents=True)
    source.write_text(
        "package lectern.kernel; public class Main { public static void main(String[] given) throws Exception {"
        " var loader = Main.class.getClassLoader();"
        ' for (var each : java.util.Collections.list(loader.getResources("name"))) {'
        " System.out.println(new String(each.openStream().readAllBytes())); }"
        ' System.out.println(Class.forName("jdk.internal.module.Modules").getMethod("loadModule", String.class)'
        '.invoke(null, "jdk.incubator.vector")); } }'
    )
    subprocess.run([Path(java).with_name("javac"), "-d", tmp_path / "classes", source], check=True, timeout=60)
    for jar in lib.iterdir():
        with zipfile.ZipFile(jar, "w") as content:
            content.writestr("name", jar.name)
            if jar.name.startswith("lectern-kernel"):
                content.write(tmp_path / "classes/lectern/kernel/Main.class", "lectern/kernel/Main.class")
    result = subprocess.run([java, f"@{arguments}"], capture_output=True, text=True, timeout=60)
    assert result.returncode == 0, result.stderr
    assert result.stdout.splitlines() == [
        "lectern-kernel-0.1.0.jar",
        "lectern-tensor-0.1.0.jar",
        "alpha-1.jar",
        "zeta-1.jar",
        "module jdk.incubator.vector",
    ]
    assert result.stderr == ""


def unquoted(line: str) -> str:
    """A word of an argument file as java reads it: in quotes a backslash stands for the character behind it."""
    if not line.startswith('"'):
        return line
    return re.sub(r"\\(.)", r"\1", line[1:-1])


@pytest.fixture
def words() -> list[str]:
    """The words of the argument file of this checkout, which has them one a line."""
    arguments = json.loads(installed().read_text())["argv"][-2]
    return [unquoted(line) for line in Path(arguments.removeprefix("@")).read_text().splitlines()]


def test_words_are_read_as_java_reads_them(java, tmp_path):
    """Java itself says what it makes of an argument file."""
    given = ["plain", "a b", 'say "hi"', "back\\slash", "öl kurs/ü", "C:\\new \\\\ folder", ""]
    file = tmp_path / "öl kurs.args"
    file.write_text("".join(kernelspec.quoted(word) + "\n" for word in given), encoding="utf-8")
    show = tmp_path / "Show.java"
    show.write_text('class Show { public static void main(String[] a) { for (var w : a) IO.println("[" + w + "]"); } }')
    run = subprocess.run([java, show, f"@{file}"], capture_output=True, text=True, timeout=60)
    # A file named behind the main class is read by nobody: the launcher reads those before it alone.
    assert run.stdout.splitlines() == [f"[@{file}]"]
    (tmp_path / "all.args").write_text(f'"{show}"\n' + file.read_text(encoding="utf-8"), encoding="utf-8")
    run = subprocess.run([java, f"@{tmp_path / 'all.args'}"], capture_output=True, text=True, timeout=60)
    assert run.stdout.splitlines() == [f"[{word}]" for word in given], run.stderr
    assert [unquoted(kernelspec.quoted(word)) for word in given] == given


def test_the_start_up_cache_keeps_its_module_graph(java, words):
    """One flag too many on the command line, and a start takes a good part of a second more."""
    loud = [word for word in words if not word.startswith("-Xlog")]
    result = subprocess.run([java, "-Xlog:aot=info", *loud, "--version"], capture_output=True, text=True, timeout=60)
    assert "initial full module graph: enabled" in result.stdout


def test_every_flag_of_the_kernel_is_known_to_java(java, words):
    flags = words[: words.index("-jar")]
    result = subprocess.run([java, *flags, "-version"], capture_output=True, text=True, timeout=60)
    assert result.returncode == 0, result.stderr


def test_no_library_comes_in_two_versions():
    """Kernel and library are resolved apart: what both bring must be pinned, or the class path holds it twice."""
    state = Path(os.environ.get("LECTERN_STATE", ROOT / ".lectern"))
    versions: dict[str, set[str]] = {}
    for jar in (state / "classpath.txt").read_text().strip().split(":"):
        version = Path(jar).parent
        if version.name != "target":
            versions.setdefault(str(version.parent), set()).add(version.name)
    assert len(versions) > 50
    assert {name: both for name, both in versions.items() if len(both) > 1} == {}
