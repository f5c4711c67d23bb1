"""The doctor, on machines that lack one thing each."""

import sys

import pytest


def well_equipped(machine):
    machine.fake("python3", f'exec "{sys.executable}" "$@"')
    machine.fake("mvn")
    machine.fake("xelatex")
    machine.fake("kpsewhich", 'echo "/somewhere/$1"')
    for tool in ("chromium", "chromedriver", "pdftotext", "pdftoppm", "buildah", "debootstrap"):
        machine.fake(tool)
    machine.variables["LECTERN_JDK_PLACES"] = str(machine.fake_jdk("jdk 25", "25.0.1"))
    notebooks = machine.folder / "notebooks"
    notebooks.mkdir()
    machine.variables["LECTERN_NOTEBOOKS"] = str(notebooks)


def finding(result, name: str) -> str:
    """The doctor's line about one thing."""
    lines = [line for line in result.stdout.splitlines() if line[2:].startswith(name)]
    assert len(lines) == 1, result.stdout + result.stderr
    return lines[0]


def test_nothing_missing(machine):
    well_equipped(machine)
    result = machine.run("environment/doctor.sh")
    assert result.returncode == 0, result.stdout + result.stderr
    assert "✗" not in result.stdout
    assert finding(result, "JDK 25").startswith("✓") and "jdk 25" in finding(result, "JDK 25")
    assert result.stdout.splitlines()[-1] == "Ready for make lab."


def test_doctor_changes_nothing(machine):
    well_equipped(machine)
    machine.run("environment/doctor.sh")
    assert not (machine.folder / "state").exists()
    assert list(machine.home.iterdir()) == []


def test_letters(machine):
    well_equipped(machine)
    assert finding(machine.run("environment/doctor.sh"), "letters").startswith("✓")
    result = machine.run("environment/doctor.sh", LANG="", LC_ALL="C")
    line = finding(result, "letters")
    assert line.startswith("–") and "the locale C is not installed or knows ASCII letters only" in line
    assert "the scripts and the kernel use C.UTF-8" in line and result.returncode == 0


def installed(machine, java: str):
    """A kernel as provisioning leaves it, on a java that does what the shell script says."""
    well_equipped(machine)
    home = machine.folder / "jdk 25"
    (home / "bin" / "java").write_text(f"#!/bin/bash\n{java}\n")
    script = """
        mkdir -p "$LIB" "$SPEC" && echo jar >"$LIB/a-1.jar" && echo cache >"$CACHE"
        printf '  "%s",\\n' "$JAVA_HOME/bin/java" >"$SPEC/kernel.json"
        stamp_set build "$LIB $(nd4j_classifier)" && stamp_set jars "$(jar_sizes)"
    """
    result = machine.shell(script, JAVA_HOME=str(home))
    assert result.returncode == 0, result.stderr


def test_a_kernel_that_starts_with_its_cache(machine):
    installed(machine, "exit 0")
    result = machine.run("environment/doctor.sh")
    assert finding(result, "kernel").startswith("✓ kernel") and "starts, with a start-up cache" in finding(result, "kernel")
    assert finding(result, "build ").startswith("✓")


def test_a_kernel_that_does_not_start(machine):
    installed(machine, "exit 1")
    result = machine.run("environment/doctor.sh")
    assert finding(result, "kernel").startswith("✗") and "make clean kernelspec" in finding(result, "kernel")
    assert result.returncode == 1


def test_a_start_up_cache_that_does_not_fit_is_not_praised(machine):
    installed(machine, "[[ $1 != -XX:AOTMode=on ]]")
    line = finding(machine.run("environment/doctor.sh"), "kernel")
    assert line.startswith("–") and "its start-up cache does not fit" in line


def test_a_jar_that_was_cut_short_is_seen(machine):
    installed(machine, "exit 0")
    (machine.folder / "state/lib/a-1.jar").write_text("j")
    result = machine.run("environment/doctor.sh")
    assert finding(result, "build ").startswith("–") and finding(result, "kernel").startswith("–")


@pytest.mark.parametrize(
    ("tools", "name", "sentence"),
    [
        (["mvn"], "Maven", "– Maven missing; make lab downloads it into state/. By hand: sudo apt-get install maven"),
        (
            ["xelatex"],
            "XeLaTeX",
            "– XeLaTeX missing, needed by make script only. To get it: sudo apt-get install texlive-xetex "
            "texlive-latex-recommended texlive-fonts-recommended lmodern fonts-texgyre fonts-texgyre-math "
            "fonts-dejavu-core",
        ),
        (
            ["chromium"],
            "Chromium",
            "– Chromium missing, needed by make test only. To get it: sudo apt-get install chromium chromium-driver",
        ),
        (
            ["chromedriver"],
            "Chromium",
            "– Chromium missing, needed by make test only. To get it: sudo apt-get install chromium chromium-driver",
        ),
        (
            ["pdftotext"],
            "poppler",
            "– poppler missing, needed by make test only. To get it: sudo apt-get install poppler-utils",
        ),
        (
            ["buildah"],
            "buildah",
            "– buildah missing, needed by make image-test only. To get it: sudo apt-get install buildah debootstrap",
        ),
    ],
)
def test_one_tool_hidden(machine, tools, name, sentence):
    well_equipped(machine)
    for tool in tools:
        (machine.bin / tool).unlink()
    result = machine.run("environment/doctor.sh")
    assert " ".join(finding(result, name).split()) == sentence
    assert result.returncode == 0


def test_no_jdk_is_downloaded(machine):
    well_equipped(machine)
    result = machine.run("environment/doctor.sh", LECTERN_JDK_PLACES="")
    line = finding(result, "JDK 25")
    assert line.startswith("–") and "make lab downloads one into state/" in line and "https://adoptium.net" in line


def test_no_jdk_and_no_python_to_download_it(machine):
    well_equipped(machine)
    (machine.bin / "python3").unlink()
    result = machine.run("environment/doctor.sh", LECTERN_JDK_PLACES="")
    assert finding(result, "JDK 25").startswith("✗")
    assert finding(result, "Python").startswith("✗")
    assert result.returncode == 1


def test_distribution_with_a_package(machine):
    well_equipped(machine)
    machine.fake("apt-cache", 'echo "  Candidate: 25.0.1"')
    result = machine.run("environment/doctor.sh", LECTERN_JDK_PLACES="")
    assert "By hand: sudo apt-get install openjdk-25-jdk-headless" in finding(result, "JDK 25")


@pytest.mark.parametrize(
    ("version", "modules", "fits"),
    [
        ("25", "java.base jdk.compiler jdk.jshell", True),
        ("25.0.1", "java.base java.desktop jdk.compiler", True),
        ("26-ea", "java.base jdk.compiler", True),
        ("21.0.4", "java.base jdk.compiler", False),
        ("25.0.1", "java.base jdk.jshell", False),
        ("1.8.0_412", "java.base", False),
        ("25.0.1", "java.base java.desktop", False),
    ],
)
def test_which_jdks_fit(machine, version, modules, fits):
    well_equipped(machine)
    home = machine.fake_jdk("another", version, modules)
    result = machine.run("environment/doctor.sh", LECTERN_JDK_PLACES=str(home))
    assert finding(result, "JDK 25").startswith("✓") is fits


def test_the_release_we_build_for_wins_over_newer_ones(machine):
    well_equipped(machine)
    places = [machine.fake_jdk("new", "27"), machine.fake_jdk("old", "17.0.15"), machine.fake_jdk("right", "25.0.2")]
    result = machine.run("environment/doctor.sh", LECTERN_JDK_PLACES=":".join(map(str, places)))
    assert finding(result, "JDK 25").endswith("/right")


def test_old_python(machine):
    well_equipped(machine)
    machine.fake("python3", "exit 1")
    result = machine.run("environment/doctor.sh")
    assert finding(result, "Python").startswith("✗") and "3.10 or newer, with venv" in finding(result, "Python")
    assert result.returncode == 1


def test_full_disk(machine):
    well_equipped(machine)
    result = machine.run("environment/doctor.sh", LECTERN_DISK_MB="999999999")
    line = finding(result, "disk")
    assert line.startswith("✗") and "2000 MB are needed" in line
    assert f"free where {machine.folder / 'state'} lies" in line
    assert result.returncode == 1


def test_no_notebooks(machine):
    well_equipped(machine)
    result = machine.run("environment/doctor.sh", LECTERN_NOTEBOOKS="/nowhere/at all")
    assert "there is no folder /nowhere/at all" in finding(result, "notebooks")
    assert result.returncode == 1


@pytest.mark.parametrize(("capability", "words"), [("8.6", "can use it"), ("9.0", "has no code for it")])
def test_gpu(machine, capability, words):
    well_equipped(machine)
    machine.fake("nvidia-smi", f"echo {capability}")
    assert words in finding(machine.run("environment/doctor.sh"), "GPU")
