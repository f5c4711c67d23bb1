"""The Python package of the kernel: installed from a local index, it runs a lecture."""

import json
import subprocess
import zipfile

import pytest
from conftest import ROOT, Notebook

LECTURE = ROOT / "notebooks/lectures/automatic-differentiation.ipynb"


@pytest.fixture(scope="module")
def cache(tmp_path_factory):
    return tmp_path_factory.mktemp("cache")


@pytest.fixture(scope="module")
def notebook(installed, cache):
    running = Notebook(installed, "lectern", LECTERN_CACHE_HOME=str(cache), LECTERN_CACHE="no", LECTERN_QUICK="1")
    yield running
    running.stop()


def test_it_is_small_and_holds_what_it_should(wheel):
    assert wheel.stat().st_size < 60_000_000
    names = zipfile.ZipFile(wheel).namelist()
    jars = {name.rsplit("/", 1)[-1] for name in names if name.endswith(".jar")}
    assert {name.split("-0")[0] for name in jars if name.startswith("lectern-")} == {
        "lectern-kernel",
        *(f"lectern-{room}" for room in ("notebook", "tensor", "grad", "plot", "data", "nn", "prelude")),
        *(name.split("-0")[0] for name in jars if name.endswith("-sources.jar")),
    }
    assert not [name for name in jars if name.startswith(("nd4j", "deeplearning4j", "icu4j"))]
    assert any(name.startswith("openblas") for name in jars)
    assert any(name.endswith("share/jupyter/kernels/lectern/kernel.json") for name in names)
    assert len(names) == len(set(names))


def test_a_lecture_runs(notebook):
    figures = 0
    for cell in json.loads(LECTURE.read_text())["cells"]:
        if cell["cell_type"] == "code":
            answer = notebook.run("".join(cell["source"]))
            if "raises-exception" not in cell["metadata"].get("tags", []):
                answer.works()
            figures += len(answer.shown("image/svg+xml"))
    assert figures > 1


def test_the_verbs_of_every_room_are_there(notebook):
    notebook.run("linspace(0, 1, 4).matmul(linspace(0, 1, 4)).item()").works()
    notebook.run("var net = mlp(2, 4, 1);").works()
    assert "569" in notebook.run("breastCancer().table()").works().text
    assert notebook.run("?linspace").works() is not None


def test_the_folder_that_it_keeps(notebook, cache):
    (folder,) = cache.iterdir()
    assert {"kernel.jar", "kernel.args", "owner"} <= {file.name for file in folder.iterdir()}
    assert not (folder / "train.log").exists()


def test_without_a_jdk_every_cell_says_what_to_do(installed, tmp_path):
    lost = Notebook(installed, "lectern", LECTERN_JDK_PLACES="", LECTERN_CACHE_HOME=str(tmp_path))
    try:
        answer = lost.run("1 + 1")
        assert "needs a JDK 25" in answer.error and "To get it:" in answer.error
    finally:
        lost.stop()
    doctor = subprocess.run(
        [installed / "bin/lectern-kernel", "doctor"],
        env={"LECTERN_JDK_PLACES": "", "PATH": "/usr/bin:/bin", "HOME": str(tmp_path)},
        capture_output=True,
        text=True,
    )
    assert doctor.returncode == 1 and "needs a JDK 25" in doctor.stderr


def test_the_start_up_cache_is_made_and_used(installed, cache):
    variables = {"LECTERN_CACHE_HOME": str(cache), "PATH": "/usr/bin:/bin"}
    subprocess.run([installed / "bin/lectern-kernel", "train"], env=variables, check=True)
    (made,) = cache.glob("*/kernel.aot")
    assert made.stat().st_size > 10_000_000
    started = Notebook(installed, "lectern", LECTERN_CACHE_HOME=str(cache))
    try:
        assert "AOTCache" in (made.parent / "kernel.args").read_text()
        seen = started.run(
            'java.nio.file.Files.readString(java.nio.file.Path.of("/proc/self/maps")).contains("kernel.aot")'
        )
        assert seen.works().text.endswith("true")
    finally:
        started.stop()
