"""Heavy libraries come when a cell first needs them: fetched, checked, and refused when they are not what they should be."""

import os
import subprocess

import pytest
from conftest import Notebook, Quiet


@pytest.fixture
def notebook(installed, repository, tmp_path):
    home, _ = repository
    running = Notebook(
        installed,
        "lectern",
        LECTERN_CACHE_HOME=str(tmp_path / "cache"),
        LECTERN_CACHE="no",
        HOME=str(home),
    )
    yield running
    running.stop()


def test_a_network_of_deeplearning4j_is_fetched_and_works(notebook):
    notebook.run("var x = linspace(0, 1, 3);").works()
    assert not Quiet.asked
    first = notebook.run("var net = dl4jClassifier(2, 8, 2);\nnet").works()
    assert "Fetching Deeplearning4j" in first.text and "done" in first.text
    assert any("nd4j-native-1.0.0-M2.1-linux-x86_64.jar" in path for path in Quiet.asked)
    notebook.run("import org.nd4j.linalg.factory.Nd4j;\nNd4j.ones(2, 3).sumNumber()").works()
    assert "INDArray (2, 2)" in notebook.run("indArray(new double[][] {{1, 2}, {3, 4}})").works().text
    assert "Fetching" not in notebook.run("dl4jRegressor(1, 4, 1)").works().text
    assert "there already" in notebook.run("%fetch dl4j").works().text
    # The library's own half keeps working beside it.
    assert "0.5" in notebook.run("x").works().text


def test_tablesaw_reads_a_file(notebook, tmp_path):
    file = tmp_path / "small.csv"
    file.write_text("a,b\n1,2\n3,4\n")
    answer = notebook.run(f'Table.read().csv("{file}")').works()
    assert "Fetching ICU4J" in answer.text and answer.shown("text/html")


def test_a_jar_with_other_bytes_is_refused(notebook):
    Quiet.spoilt = "icu4j"
    refused = notebook.run("%fetch icu")
    assert "is not the file that Lectern knows" in refused.error and "SHA-256" in refused.error
    assert notebook.run("import com.ibm.icu.text.CharsetDetector;\nnew CharsetDetector()").error


def test_without_a_network_one_sentence_says_what_to_do(notebook, repository):
    _, server = repository
    server.shutdown()
    server.server_close()
    refused = notebook.run("var net = dl4jClassifier(2, 8, 2);")
    assert "is fetched on first use" in refused.error and "lectern-kernel fetch dl4j" in refused.error
    assert "1.0" in notebook.run("linspace(0, 1, 3).max()").works().text


def test_fetched_beforehand_by_a_command(installed, repository, tmp_path):
    home, _ = repository
    variables = {
        **os.environ,
        "LECTERN_CACHE_HOME": str(tmp_path / "cache"),
        "HOME": str(home),
    }
    command = str(installed / "bin/lectern-kernel")
    listed = subprocess.run([command, "fetch"], env=variables, capture_output=True, text=True, check=True)
    assert "dl4j" in listed.stdout and "icu" in listed.stdout
    fetched = subprocess.run([command, "fetch", "icu"], env=variables, capture_output=True, text=True)
    assert fetched.returncode == 0, fetched.stdout + fetched.stderr
    assert list(home.glob(".m2/repository/com/ibm/icu/icu4j/*/icu4j-*.jar"))
    wrong = subprocess.run([command, "fetch", "nothing"], env=variables, capture_output=True, text=True)
    assert wrong.returncode == 1 and 'no library "nothing"' in wrong.stdout
