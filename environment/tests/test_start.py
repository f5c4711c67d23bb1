"""start.sh: what is set for each kernel reaches the JVM, and what cannot be is said."""

import os
import shutil
import subprocess

import pytest
from machine import ENVIRONMENT

SHOW = '#!/bin/sh\nfor word; do echo "[$word]"; done\necho "$LC_ALL|$LC_CTYPE|$OMP_NUM_THREADS"\n'


@pytest.fixture
def start(tmp_path):
    java = tmp_path / "a java"
    java.write_text(SHOW)
    java.chmod(0o755)

    def run(**variables):
        return subprocess.run(
            ["/bin/sh", ENVIRONMENT / "start.sh", java, "@the args", "a file"],
            env={"PATH": os.environ["PATH"], "LANG": "C.UTF-8", **variables},
            capture_output=True,
            text=True,
            timeout=30,
        )

    return run


def test_nothing_set_nothing_added(start):
    result = start()
    assert result.stdout.splitlines() == ["[@the args]", "[a file]", "||"]
    assert result.stderr == ""


@pytest.mark.parametrize("heap", ["256m", "1500M", "3g", "40G"])
def test_memory(start, heap):
    result = start(LECTERN_HEAP=heap)
    assert result.stdout.splitlines()[:3] == [f"[-Xmx{heap}]", "[@the args]", "[a file]"]
    assert result.stderr == ""


@pytest.mark.parametrize(
    "heap", ["lots", "3", "0256m", "08g", "255m", "0g", "-3g", "3 g", "3gb", "g", "m", "1.5g", "99999999999g", "*", "$(id)"]
)
def test_memory_that_is_no_size_is_named_and_left_out(start, heap):
    result = start(LECTERN_HEAP=heap)
    assert result.stdout.splitlines()[0] == "[@the args]"
    assert f'LECTERN_HEAP is "{heap}"; expected is a size from 256m on' in result.stderr


@pytest.mark.parametrize("threads", ["1", "16"])
def test_threads(start, threads):
    result = start(LECTERN_THREADS=threads)
    assert result.stdout.splitlines() == [
        f"[-XX:ActiveProcessorCount={threads}]",
        "[@the args]",
        "[a file]",
        f"||{threads}",
    ]
    assert result.stderr == ""


@pytest.mark.parametrize("threads", ["0", "-1", "08", "two", "1.5", "1 2", "99999999999"])
def test_threads_that_are_no_number_are_named_and_left_out(start, threads):
    result = start(LECTERN_THREADS=threads, OMP_NUM_THREADS="7")
    assert result.stdout.splitlines() == ["[@the args]", "[a file]", "||7"]
    assert f'LECTERN_THREADS is "{threads}"; expected is a whole number' in result.stderr


@pytest.fixture
def locale(tmp_path):
    """Puts a command `locale` on the PATH that says this; None takes the command away."""
    folder = tmp_path / "bin"
    folder.mkdir()

    def say(text):
        if text is not None:
            (folder / "locale").write_text(f"#!/bin/sh\ncat <<'END'\n{text}\nEND\n")
            (folder / "locale").chmod(0o755)
            (folder / "cat").symlink_to(shutil.which("cat"))
        return {"PATH": str(folder)}

    return say


@pytest.mark.parametrize(
    ("said", "letters"),
    [
        ("UTF-8", "de_DE|"),
        ("ANSI_X3.4-1968", "C.UTF-8|"),
        ("ISO-8859-1", "C.UTF-8|"),
        ("locale: Cannot set LC_ALL to default locale: No such file or directory\nUTF-8", "C.UTF-8|"),
    ],
)
def test_letters_are_utf_8_whatever_the_locale(start, locale, said, letters):
    assert start(LC_ALL="de_DE", **locale(said)).stdout.splitlines()[-1] == letters + "|"


@pytest.mark.parametrize(
    ("given", "letters"),
    [
        ({"LANG": ""}, "C.UTF-8|"),
        ({"LC_ALL": "C"}, "C.UTF-8|"),
        ({"LC_ALL": "POSIX", "LANG": "de_DE.UTF-8"}, "C.UTF-8|"),
        ({"LANG": "de_DE.ISO-8859-1"}, "C.UTF-8|"),
        ({"LANG": "C", "LC_CTYPE": "de_DE.UTF-8"}, "|de_DE.UTF-8"),
        ({"LANG": "en_US.utf8"}, "|"),
        ({"LC_ALL": "C.UTF-8", "LANG": "C"}, "C.UTF-8|"),
    ],
)
def test_without_the_command_the_name_of_the_locale_decides(start, locale, given, letters):
    assert start(**given | locale(None)).stdout.splitlines()[-1] == letters + "|"


@pytest.mark.parametrize(
    ("given", "words"),
    [
        ({"LECTERN_HEAP": "lots"}, '✗ LECTERN_HEAP is "lots"; expected is a size from 256m on, such as 1500m or 3g.'),
        ({"LECTERN_THREADS": "0"}, '✗ LECTERN_THREADS is "0"; expected is a whole number from 1 on.'),
        ({"LECTERN_NOTEBOOKS": "/nowhere"}, "✗ There is no folder /nowhere to open."),
    ],
)
def test_make_lab_says_at_once_what_cannot_be(machine, given, words):
    result = machine.run("environment/lab.sh", **given)
    assert result.returncode == 1
    assert result.stderr.splitlines()[0] == words
    assert not (machine.folder / "state").exists(), "nothing was built before"
