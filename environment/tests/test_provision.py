"""Pieces of provisioning: processors, stamps, where things are looked for, what is said when they cannot be had."""

import os
import sys
import tarfile

import pytest
from machine import ENVIRONMENT, ROOT

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


def test_a_jar_that_was_cut_short_is_laid_out_again(machine, tmp_path):
    jar = tmp_path / "a-1.jar"
    jar.write_text("whole")
    listing = tmp_path / "list"
    listing.write_text(str(jar))
    lib = machine.folder / "state" / "lib"
    machine.shell(f'lay_out_jars "{listing}"; stamp_set jars "$(jar_sizes)"')
    times = (lib / "a-1.jar").stat()
    (lib / "a-1.jar").write_text("wh")
    os.utime(lib / "a-1.jar", (times.st_atime, times.st_mtime))
    assert machine.shell('stamp_is jars "$(jar_sizes)" || echo damaged').stdout == "damaged\n"
    machine.shell(f'lay_out_jars "{listing}"')
    assert (lib / "a-1.jar").read_text() == "whole"
    assert machine.shell('stamp_is jars "$(jar_sizes)" && echo whole').stdout == "whole\n"


def test_jars_have_times_that_an_archive_keeps(machine, tmp_path):
    """Archives round to the nearest second; the start-up cache would then no longer fit."""
    listing = tmp_path / "list"
    for number, fraction in enumerate((0.0, 0.2, 0.5, 0.9)):
        jar = tmp_path / f"a-{number}.jar"
        jar.write_text("x")
        os.utime(jar, (0, 1_700_000_000 + fraction))
        listing.write_text((listing.read_text() + ":" if number else "") + str(jar))
    machine.shell(f'lay_out_jars "{listing}"')
    times = {jar.stat().st_mtime for jar in (machine.folder / "state/lib").iterdir()}
    assert times == {1_700_000_000.0}


def test_the_key_of_the_start_up_cache(machine):
    """Names, sizes and times of the jars, and nothing that a file system or another user changes by himself."""
    home = machine.fake_jdk("jdk", "25")
    lib = machine.folder / "state/lib"
    (lib / "sources").mkdir(parents=True)
    for name in ("a-1.jar", "b-1.jar"):
        (lib / name).write_text(name)

    def key(**variables):
        result = machine.shell("cache_key", JAVA_HOME=str(home), **variables)
        assert result.returncode == 0, result.stderr
        return result.stdout

    first = key()
    (lib / "a-1.jar").chmod(0o600)
    (lib / "sources" / "s.jar").write_text("for reading")
    machine.fake("ls", "echo total 295824; echo another user")
    assert key() == first
    os.utime(lib / "a-1.jar", (0, 1_000_000))
    touched = key()
    assert touched != first
    (lib / "a-1.jar").write_text("longer than before")
    os.utime(lib / "a-1.jar", (0, 1_000_000))
    assert key() not in (first, touched)


@pytest.mark.parametrize("name", ["LECTERN_STATE", "LECTERN_NOTEBOOKS", "LECTERN_M2", "LECTERN_CACHE", "JAVA_HOME"])
def test_a_relative_path_means_the_folder_of_the_caller(machine, tmp_path, name):
    show = f'echo "${name}"; bash -c "cd {ENVIRONMENT}; . ./common.sh; echo \\${name}"'
    for given, meant in (("here", tmp_path / "here"), ("/there", "/there"), ("~/x", machine.home / "x"), ("~", machine.home)):
        result = machine.shell(show, cwd=tmp_path, **{name: given})
        assert result.stdout.splitlines() == [str(meant)] * 2, result.stderr


def test_make_reads_relative_paths_where_it_was_called(machine):
    machine.add("make")
    result = machine.run("make", "doctor", LECTERN_NOTEBOOKS="notebooks", LECTERN_STATE=f"target/{machine.folder.name}")
    assert f"✓ notebooks          {ROOT / 'notebooks'}" in result.stdout
    assert not (ENVIRONMENT / "target").exists() and not (ROOT / "target" / machine.folder.name).exists()


@pytest.mark.parametrize(
    ("built", "processor", "used"),
    [
        ("linux-x86_64-onednn-avx2", AVX512, "linux-x86_64-onednn-avx2"),
        ("linux-x86_64", AVX512, "linux-x86_64"),
        ("linux-x86_64", AVX2, "linux-x86_64"),
        ("linux-x86_64-onednn-avx512", AVX512, "linux-x86_64-onednn-avx512"),
        ("linux-x86_64-onednn-avx512", AVX2, "linux-x86_64-onednn-avx2"),
        ("linux-arm64", AVX2, "linux-x86_64-onednn-avx2"),
        ("", AVX2, "linux-x86_64-onednn-avx2"),
    ],
)
def test_machines_that_share_a_checkout_agree_on_the_least(machine, built, processor, used):
    """What one of them has built is taken by all that can run it, and is not built again in turn."""
    file = machine.folder / "cpuinfo"
    file.write_text(processor + "\n")
    machine.fake("uname", "if [[ $1 == -s ]]; then echo Linux; else echo x86_64; fi")
    script = f'[[ -z "{built}" ]] || stamp_set build "$LIB {built}"; state_classifier; echo; cpu_environment "$(state_classifier)"'
    lines = machine.shell(script, LECTERN_CPUINFO=str(file)).stdout.splitlines()
    assert lines[0] == used
    assert any(line.startswith("OPENBLAS_CORETYPE") for line in lines) == used.endswith("avx512")
    chosen = machine.shell("state_classifier", LECTERN_CPUINFO=str(file), LECTERN_ND4J="linux-x86_64").stdout
    assert chosen == "linux-x86_64\n"


def test_a_step_that_would_fill_the_disk_is_not_begun(machine):
    machine.fake("mvn", "echo begun")
    result = machine.shell("ensure_build", LECTERN_DISK_MB="999999999")
    assert result.returncode == 1 and "begun" not in result.stdout
    assert "The build needs 999999999 MB" in result.stderr and "LECTERN_STATE=/some/folder" in result.stderr


def test_a_full_disk_is_the_last_word(machine):
    machine.fake("df", "echo Head; echo /dev/x 1000 1000 3 100% /")
    machine.fake("python3", f'exec "{sys.executable}" "$@"')
    result = machine.run("environment/provision.sh", "nonsense")
    assert result.returncode == 1
    last = result.stderr.splitlines()[-2]
    assert last == f"✗ The disk is full: 3 MB are free where {machine.folder / 'state'} lies."


def test_a_copy_that_fails_leaves_no_part_and_is_told(machine, tmp_path):
    jar = tmp_path / "a-1.jar"
    jar.write_text("whole")
    listing = tmp_path / "list"
    listing.write_text(str(jar))
    machine.fake("cp", 'echo half >"$2"; echo "cp: No space left on device" >&2; exit 1')
    result = machine.shell(f'lay_out_jars "{listing}"')
    assert result.returncode == 1 and "a-1.jar could not be copied into" in result.stderr
    assert list((machine.folder / "state" / "lib").iterdir()) == []


def test_a_kernel_that_does_not_start_is_an_error_with_its_jar(machine):
    home = machine.fake_jdk("jdk", "25")
    (home / "bin" / "java").write_text("#!/bin/sh\necho NoClassDefFoundError; exit 1\n")
    machine.fake("python3", f'exec "{sys.executable}" "$@"')
    lib = machine.folder / "state/lib"
    lib.mkdir(parents=True)
    (lib / "gson-2.jar").write_bytes(b"PK\3\4 cut short")
    script = f'VENV="{machine.folder}/venv"; mkdir -p "$VENV/bin"; ln -s "{machine.bin}/python3" "$VENV/bin/python"; train key'
    result = machine.shell(script, JAVA_HOME=str(home))
    assert result.returncode == 1
    assert "The kernel does not start, because this jar cannot be read: gson-2.jar" in result.stderr
    (lib / "gson-2.jar").unlink()
    result = machine.shell(script.replace("ln -s", "true"), JAVA_HOME=str(home))
    assert result.returncode == 1 and "NoClassDefFoundError" in result.stderr


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
