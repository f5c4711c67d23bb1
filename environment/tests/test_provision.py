"""Pieces of provisioning: processors, stamps, where things are looked for, what is said when they cannot be had."""

import sys
import tarfile

import pytest
from machine import ROOT

AVX2 = "flags\t\t: fpu sse2 avx avx2 fma"
AVX512 = AVX2 + " avx512f avx512dq avx512bw avx512vl avx512cd"
PARTIAL = AVX2 + " avx512f avx512cd"


@pytest.mark.parametrize(
    ("flags", "classifier", "core"),
    [
        (AVX512, "linux-x86_64-onednn-avx512", "OPENBLAS_CORETYPE=SkylakeX"),
        (PARTIAL, "linux-x86_64-onednn-avx2", None),
        (AVX2, "linux-x86_64-onednn-avx2", None),
        ("flags\t\t: fpu sse2 avx", "linux-x86_64", None),
        ("nothing of the kind", "linux-x86_64", None),
    ],
)
def test_natives_for_the_processor(machine, flags, classifier, core):
    file = machine.folder / "cpuinfo"
    file.write_text(flags + "\n")
    machine.fake("uname", "if [[ $1 == -s ]]; then echo Linux; else echo x86_64; fi")
    result = machine.shell("nd4j_classifier; cpu_environment", LECTERN_CPUINFO=str(file))
    first, *settings = result.stdout.splitlines()
    assert first == classifier
    assert "OMP_WAIT_POLICY=passive" in settings
    assert [line for line in settings if line.startswith("OPENBLAS_CORETYPE")] == ([core] if core else [])


def test_a_setting_of_the_user_wins(machine):
    result = machine.shell("nd4j_classifier; cpu_environment", LECTERN_ND4J="linux-x86_64", OMP_NUM_THREADS="3")
    assert result.stdout.splitlines()[0] == "linux-x86_64"
    assert "OMP_NUM_THREADS=3" in result.stdout.splitlines()


def test_jdk_from_an_archive(machine, tmp_path):
    home = machine.fake_jdk("jdk-25", "25.0.2")
    archive = tmp_path / "jdk.tar.gz"
    with tarfile.open(archive, "w:gz") as tar:
        tar.add(home, arcname="jdk-25.0.2")
    checksum = machine.run("sha256sum", str(archive)).stdout.split()[0]
    machine.fake("python3", f'exec "{sys.executable}" "$@"')
    result = machine.shell(
        'ensure_python; ensure_jdk; echo "$JAVA_HOME"',
        LECTERN_JDK_URL=archive.as_uri(),
        LECTERN_JDK_SHA256=checksum,
    )
    assert result.returncode == 0, result.stderr
    assert result.stdout.splitlines()[-1] == str(machine.folder / "state" / "jdk")


def test_jdk_that_cannot_be_downloaded(machine):
    machine.fake("python3", f'exec "{sys.executable}" "$@"')
    result = machine.shell(
        "ensure_python; ensure_jdk", LECTERN_JDK_URL="http://127.0.0.1:9/jdk.tar.gz", LECTERN_JDK_SHA256="0" * 64
    )
    assert result.returncode == 1
    assert "could not be downloaded from http://127.0.0.1:9/jdk.tar.gz" in result.stderr
    assert "To get it: install a JDK 25" in result.stderr


def test_maven_repository_of_the_user_is_used(machine):
    inside = str(machine.folder / "state" / "m2")
    assert machine.shell("maven_repository").stdout == inside
    (machine.home / ".m2" / "repository").mkdir(parents=True)
    assert machine.shell("maven_repository").stdout == str(machine.home / ".m2" / "repository")


def test_a_repository_once_made_here_stays_in_use(machine):
    inside = machine.folder / "state" / "m2"
    inside.mkdir(parents=True)
    (machine.home / ".m2" / "repository").mkdir(parents=True)
    assert machine.shell("maven_repository").stdout == str(inside)


def test_packages_are_named_when_they_may_not_be_installed(machine):
    result = machine.shell("need_tex")
    assert result.returncode == 1
    assert "XeLaTeX with its fonts is missing" in result.stderr
    assert "To get it: sudo apt-get install texlive-xetex" in result.stderr


def test_stamps(machine):
    result = machine.shell("stamp_set x 'one two'; stamp_is x 'one two' && echo yes; stamp_is x 'one' || echo no")
    assert result.stdout.split() == ["yes", "no"]


def test_state_that_cannot_be_written(machine):
    file = machine.folder / "a file"
    file.touch()
    result = machine.shell("require_state", LECTERN_STATE=str(file / "below"))
    assert result.returncode == 1
    assert "cannot be written" in result.stderr and "LECTERN_STATE=/some/folder" in result.stderr


def test_class_path_is_kept_exact(machine, tmp_path):
    jars = tmp_path / "repository"
    jars.mkdir()
    for name in ("a-1.jar", "b-1.jar"):
        (jars / name).write_text(name)
    listing = tmp_path / "list"
    lib = machine.folder / "state" / "lib"
    listing.write_text(f"{jars}/a-1.jar:{jars}/b-1.jar")
    machine.shell(f'lay_out_jars "{listing}"')
    assert sorted(file.name for file in lib.iterdir()) == ["a-1.jar", "b-1.jar"]
    (jars / "a-2.jar").write_text("newer")
    listing.write_text(f"{jars}/a-2.jar:{jars}/b-1.jar\n")
    machine.shell(f'lay_out_jars "{listing}"')
    assert sorted(file.name for file in lib.iterdir()) == ["a-2.jar", "b-1.jar"]


def test_install_kernel_leaves_a_foreign_one_alone(machine):
    foreign = machine.home / ".local/share/jupyter/kernels/lectern"
    foreign.mkdir(parents=True)
    (foreign / "kernel.json").write_text('{"argv": ["other"]}')
    machine.variables.pop("LECTERN_STATE")
    machine.variables.pop("LECTERN_JDK_PLACES")
    result = machine.run("environment/install-kernel.sh")
    assert result.returncode == 1
    assert "it is left as it is" in result.stderr and "LECTERN_KERNEL_NAME=lectern2" in result.stderr
    assert (foreign / "kernel.json").read_text() == '{"argv": ["other"]}'


def test_install_kernel(machine):
    machine.variables.pop("LECTERN_STATE")
    machine.variables.pop("LECTERN_JDK_PLACES")
    for _ in range(2):
        result = machine.run("environment/install-kernel.sh")
        assert result.returncode == 0, result.stderr
    assert [path.name for path in (machine.home / ".local/share/jupyter/kernels").iterdir()] == ["lectern"]


def test_make_help_names_every_target(machine):
    for tool in ("make", "grep", "sed", "column"):
        machine.add(tool) if not (machine.bin / tool).exists() else None
    result = machine.run("make", "help")
    makefile = (ROOT / "Makefile").read_text()
    targets = next(line for line in makefile.splitlines() if line.startswith(".PHONY")).split()[1:]
    assert [line.split()[1] for line in result.stdout.splitlines()].sort() == targets.sort()
    assert len(result.stdout.splitlines()) == len(targets)
