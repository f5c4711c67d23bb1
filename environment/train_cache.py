"""Trains the ahead-of-time cache of the kernel's JVM: runs a real kernel through typical cells and lets it record.

Usage: train_cache.py KERNELSPEC CACHE
"""

import json
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from jupyter_client import BlockingKernelClient
from jupyter_client.connect import write_connection_file

PATIENCE = 180

# What a first lesson does: what is not used here is loaded and linked anew at every start of a kernel. A cell that
# fails belongs to it as well.
LANGUAGE = [
    "1 + 1",
    'System.out.println("hello");',
    "int square(int n) { return n * n; }\nrecord Point(double x, double y) {}",
    "var numbers = java.util.stream.IntStream.range(0, 10).map(n -> square(n)).boxed().toList(); numbers",
    'String greeting = """\n    text of\n    two lines"""; greeting.lines().map(String::strip).toList()',
    "for (int i = 0; i < 3; i++) { System.err.println(i); }",
    "java.util.Map.of(1, new Point(1, 2))",
    "new double[][] {{1, 2}, {3, 4}}",
    'throw new IllegalStateException("on purpose");',
    "undefined_name",
]
# No arithmetic of tensors here. Its classes are verified against the Vector API, which does not exist yet when the
# JVM assembles the cache, and one such class among those recorded makes it give up. Functions of numbers do without.
LIBRARY = [
    "seed(42);\nvar x = linspace(0, 6, 200);",
    "double[] sine = IntStream.range(0, 200).mapToDouble(i -> Math.sin(i / 30.0)).toArray();",
    'plot(x, sine, "sine")',
    'plot(x, sine, "$x^2$", dashed()).scatter(x, sine).xlabel("$\\\\frac{x}{2}$").title("F").legend().grid()',
    "subplots(1, 2).at(0).plot(x, x).at(1).semilogy(linspace(1, 10, 20))",
    "x.reshape(20, 10)",
    "Fn runge = t -> t.square().times(25).plus(1).reciprocal();",
    'Table.create(DoubleColumn.create("a", 1.0, 2.0))',
    "x.reshape(3, 3)",
    "double slope = grad(runge).at(0.5), third = derivative(runge, 3).at(0.5);",
    "Fn wave = t -> sin(t.times(2)).plus(exp(t.neg())).plus(sqrt(t.square().plus(1))).minus(t.tanh());\n"
    'IO.println("slope %.3f".formatted(grad(wave).at(0.5)));\ncheck(abs(wave.at(0.0) - 2) < 1e-12, "at zero");',
    "Fn2 bowl = (p, q) -> p.square().times(q).plus(q.log());\ngrad(bowl, 1).at(1.0, 2.0)",
    "subplots(1, 3).size(9, 3)\n"
    '    .at(0).hist(sine, "draws", bins(10), alpha(0.6)).legend("upper left")\n'
    '    .at(1).loglog(linspace(1, 9, 20), linspace(1, 9, 20), "line", width(2)).axvline(2).axhline(3, dotted())\n'
    '    .at(2).scatter(x, sine, "data", marker("x"), color("tab:red"), size(4)).xlim(-1, 7).ylim(-1, 1).equal()',
    "double[][] height = IntStream.range(0, 20).mapToObj(i -> IntStream.range(0, 20)\n"
    "    .mapToDouble(j -> Math.hypot(i - 9, j - 6)).toArray()).toArray(double[][]::new);\n"
    "var axis = linspace(-1, 1, 20);\n"
    'contourf(axis, axis, height, levels(8), cmap("RdBu_r")).colorbar().scatter(axis, axis, color("black"))',
    "contour(axis, axis, height, levels(6))",
    "imshow(height)",
    'bar(List.of("a", "b"), new double[] {1, 2})',
    "figure().at3d(0).surface(axis, axis, height)",
    'animate(3, k -> plot(x, sine, "frame " + k).xlim(0, 3 + k).legend()).interval(200)',
    "network(axes(), 3, 4, 2)",
    "record Row(String name, double value) {}\nvar rows = new ArrayList<Row>();\n"
    'for (String name : List.of("one", "two")) {\n    rows.add(new Row(name, Math.PI * name.length()));\n}\nrows',
    'var map = new LinkedHashMap<String, Double>();\nmap.put("a", 1.5);\n'
    'map.forEach((name, value) -> IO.println(name + " %.2f".formatted(value)));\nmap',
    "Table lumps = breastCancer().table();\nlumps",
    "describe(lumps)",
    "var parts = trainTestSplit(breastCancer(), 0.25, 1);\n"
    "var scaled = new StandardScaler().fit(parts.train().features()).transform(parts.test());\n"
    "IO.println(accuracy(scaled.labels(), scaled.labels()));\n"
    'confusionMatrix(confusionMatrix(scaled.labels(), scaled.labels()), List.of("no", "yes"))',
]


def command(spec: Path, order: list[str], connection: str = "") -> tuple[list[str], dict[str, str]]:
    """The kernel as its kernelspec describes it, with the order to record or to assemble in front."""
    kernel = json.loads((spec / "kernel.json").read_text())
    *start, arguments, _ = kernel["argv"]
    # What a person sets for his kernels does not belong into a cache that all of them share.
    around = {name: value for name, value in os.environ.items() if name not in ("LECTERN_HEAP", "LECTERN_THREADS")}
    return [*start, *order, arguments, connection], {**around, **kernel["env"]}


def connect(connection: str, process: subprocess.Popen) -> BlockingKernelClient:
    """A client of the kernel, as soon as it answers: until its heart beats, the client takes it for dead."""
    client = BlockingKernelClient(connection_file=connection)
    client.load_connection_file()
    client.start_channels()
    deadline = time.monotonic() + PATIENCE
    while True:
        try:
            client.wait_for_ready(timeout=PATIENCE)
            return client
        except RuntimeError:
            if process.poll() is not None or time.monotonic() > deadline:
                raise
            time.sleep(0.2)


def converse(client: BlockingKernelClient, cells: list[str]) -> None:
    """Typical cells, and the questions that a front end asks."""
    for cell in cells:
        reply = client.execute_interactive(cell, timeout=PATIENCE, output_hook=lambda message: None)
        print(f"{cell!r}: {reply['content']['status']} {reply['content'].get('evalue', '')}")
    for beginning in ("numbers.st", "lins", "x.res", "Math.", "plot(x, x).le", "java.util."):
        client.complete(beginning, reply=True, timeout=PATIENCE)
    for name in ("numbers", "linspace", "Math.sqrt", "plot"):
        client.inspect(name, reply=True, timeout=PATIENCE)
    client.is_complete("for (int i = 0;")
    client.get_shell_msg(timeout=PATIENCE)
    client.history(hist_access_type="tail", n=3, reply=True, timeout=PATIENCE)
    client.shutdown()
    client.stop_channels()


def train(spec: Path, cache: Path, cells: list[str]) -> None:
    """Records a kernel at work, then assembles the cache.

    Two steps, because the JVM's one-step form hands the class path to its second process in a variable that paths
    with spaces do not survive.
    """
    with tempfile.TemporaryDirectory() as folder:
        notes = os.path.join(folder, "kernel.aotconf")
        connection, _ = write_connection_file(os.path.join(folder, "kernel.json"))
        words, environment = command(spec, ["-XX:AOTMode=record", f"-XX:AOTConfiguration={notes}"], connection)
        process = subprocess.Popen(words, env=environment, stdin=subprocess.DEVNULL)
        try:
            converse(connect(connection, process), cells)
            process.wait(timeout=PATIENCE)
        finally:
            process.kill()
        if not os.path.exists(notes):
            raise SystemExit("the kernel ended without recording anything")
        order = ["-XX:AOTMode=create", f"-XX:AOTConfiguration={notes}", f"-XX:AOTCache={cache}"]
        words, environment = command(spec, order)
        subprocess.run(words, env=environment, stdin=subprocess.DEVNULL, check=True, timeout=PATIENCE)
    if not cache.exists():
        raise SystemExit("the JVM ended without writing a cache")


def train_best(spec: Path, cache: Path) -> None:
    """With the library if that can be, else without it."""
    try:
        train(spec, cache, LANGUAGE + LIBRARY)
    except subprocess.CalledProcessError:
        print("The library cannot be in the cache; once more without it.")
        train(spec, cache, LANGUAGE)


if __name__ == "__main__":
    started = time.monotonic()
    train_best(Path(sys.argv[1]), Path(sys.argv[2]))
    print(f"trained in {time.monotonic() - started:.1f} s")
