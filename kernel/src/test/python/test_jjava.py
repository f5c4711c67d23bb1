"""The library in somebody else's kernel: a stock JJava with our jars on its class path."""

import os
import sys
from pathlib import Path

import notebook
import psutil
import pytest
from jupyter_client.kernelspec import KernelSpecManager

ROOT = Path(__file__).resolve().parents[4]
LIB = Path(os.environ.get("LECTERN_STATE", ROOT / ".lectern")) / "lib"


class JJava(notebook.Kernel):
    """JJava's launcher starts a second virtual machine: both end with the test."""

    def family(self):
        if not psutil.pid_exists(self.pid):
            return []
        first = psutil.Process(self.pid)
        return [first, *first.children(recursive=True)]

    def stop(self):
        processes = self.family()
        super().stop()
        for each in processes:
            if each.is_running():
                each.kill()
        _, alive = psutil.wait_procs(processes, timeout=20)
        assert not alive, alive


@pytest.fixture(scope="module")
def kernel():
    java = Path(KernelSpecManager().get_kernel_spec("lectern").argv[-3]).parent
    jars = [str(jar) for jar in LIB.glob("*.jar") if not jar.name.startswith("lectern-kernel")]
    assert jars, f"no jars in {LIB}"
    with pytest.MonkeyPatch.context() as patch:
        # Its kernelspec lies where only tests look, see provision.sh.
        patch.setenv("JUPYTER_PATH", str(Path(sys.prefix) / "share/tests"))
        running = JJava(
            "java",
            patience=240,
            JJAVA_CLASSPATH=os.pathsep.join(jars),
            JJAVA_JVM_OPTS="--add-modules=jdk.incubator.vector --enable-native-access=ALL-UNNAMED",
            PATH=f"{java}{os.pathsep}{os.environ['PATH']}",
        )
    yield running
    running.stop()


def test_it_is_jjava(kernel):
    assert "jjava" in kernel.ask("kernel_info_request").content["banner"].lower()
    assert len(kernel.family()) == 2


def test_the_imports_of_the_library_are_there(kernel):
    run = kernel.cell("var x = linspace(0, 1, 5);\nx.sum().item()").works()
    assert run.data["text/plain"] == "2.5"
    kernel.cell("Fn square = t -> t.square();\ngrad(square).apply(of(3)).item()").gives("6.0")


def test_a_tensor_is_shown(kernel):
    run = kernel.cell("linspace(0, 1, 3)").works()
    assert "0.5" in run.data["text/plain"]


def test_a_figure_is_a_drawing(kernel):
    run = kernel.cell('plot(linspace(0, 1, 5), linspace(0, 1, 5).square()).title("square")').works()
    assert run.data["image/svg+xml"].lstrip().startswith("<svg")
    assert "text/plain" in run.data


def test_a_table_is_html(kernel):
    run = kernel.cell(
        'Table.create(StringColumn.create("name", "a", "b"), DoubleColumn.create("value", 1.5, 2))'
    ).works()
    assert "<table" in run.data["text/html"] and "1.5" in run.data["text/plain"]


def test_display_and_update(kernel):
    run = kernel.cell('var id = display(html("<b>one</b>"));\nupdateDisplay(id, html("<b>two</b>"));')
    run.works()
    shown = run.one("display_data")
    assert shown["data"]["text/html"] == "<b>one</b>"
    update = run.one("update_display_data")
    assert update["data"]["text/html"] == "<b>two</b>"
    assert update["transient"]["display_id"] == shown["transient"]["display_id"]


def test_progress_ends(kernel):
    run = kernel.cell("int sum = 0;\nfor (int i : progress(3)) { sum += i; }\nsum")
    run.gives("3")
    assert "3/3" in (run.all("update_display_data") or run.all("display_data"))[-1]["content"]["data"]["text/plain"]


def test_what_it_cannot_do_it_says_or_leaves_out(kernel):
    kernel.cell("clearOutput();").works()
    widgets = "import static lectern.notebook.widget.Widgets.*;\ninteract(slider(0, 10, 5), v -> v);"
    assert "Java (Lectern)" in refusal(kernel.cell(widgets))
    assert "would show the password" in refusal(kernel.cell('readPassword("Token: ")'))


def refusal(run):
    assert run.status == "error", run
    return run.content["evalue"] + run.traceback


def test_input(kernel):
    kernel.cell('input("name? ")', answers=["Ada"]).gives("Ada")


def test_training(kernel):
    kernel.cell("var fit = minimize(t -> t.minus(3).square(), 0, adam(0.5), 200);").works()
    run = kernel.cell("Math.abs(fit.parameters().item() - 3) < 0.01")
    run.gives("true")
