"""The kernelspec: what is in it, and that a real java can read its argument file from any folder."""

import json
import os
import subprocess
import zipfile
from pathlib import Path

import pytest
from machine import ENVIRONMENT, ROOT


def installed() -> Path:
    """The kernel.json of this checkout."""
    state = Path(os.environ.get("LECTERN_STATE", ROOT / ".lectern"))
    return state / "venv/share/jupyter/kernels/lectern/kernel.json"


@pytest.fixture
def java() -> str:
    return json.loads(installed().read_text())["argv"][0]


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
    assert kernel["argv"] == ["/jdk/bin/java", f"@{arguments}", "{connection_file}"]
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


@pytest.fixture
def words() -> list[str]:
    """The words of the argument file of this checkout, which has them one a line."""
    arguments = json.loads(installed().read_text())["argv"][1]
    return Path(arguments.removeprefix("@")).read_text().splitlines()


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
