"""Our kernel, ipykernel and JJava, one life after the other: start, small cells, much output, interrupt, memory.

Usage: python kernel.py [--rounds 3] [--minutes 4] [--peers ENVIRONMENT]

No further round is begun that would not end within the minutes; what a kernel does not answer in time stays empty.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import signal
import socket
import statistics
import subprocess
import tempfile
import time
from contextlib import suppress
from pathlib import Path
from queue import Empty

import psutil
from jupyter_client import BlockingKernelClient
from jupyter_client.connect import write_connection_file
from jupyter_client.kernelspec import KernelSpecManager

# The longest that any one answer is waited for.
PATIENCE = 60
AT_ONCE = 20
# Below those that the system gives to outgoing connections.
PORTS = iter(random.sample(range(20_000, 32_000), 12_000))
CELLS_FOR_GROWTH = 300
JAVA = {
    "trivial": "1 + 1",
    "print": 'for (int i = 0; i < 50_000; i++) System.out.println("line " + i);',
    "endless": "long endless = 0; while (true) endless++;",
    "member": "Math.sq",
    # A sum that no compiler can fold; as a cell and, below, as the main method of a class.
    "other": "int other{} = {}; Math.sq",
    "own": 'String own{} = "a"; own{}.le',
    "declare": "int v = {}; v + 1",
    "tight": "double s = 0; for (int i = 1; i <= 200_000_000; i++) { s += 1.0 / i; } System.out.println(s);",
}
CELLS = {
    "lectern": JAVA | {"picture": 'var x = linspace(0, 6.3, 200); plot(x, x.sin(), "sine")'},
    "ipykernel": {
        "trivial": "1 + 1",
        "picture": "import numpy as np, matplotlib.pyplot as plt\n"
        "x = np.linspace(0, 6.3, 200)\nplt.plot(x, np.sin(x), label='sine'); plt.legend(); plt.show()",
        "print": "for i in range(50_000): print('line', i)",
        "endless": "while True: pass",
        "member": "np.li",
        "other": "other{} = {}; np.li",
        "own": "own{} = 'a'; own{}.sp",
        "declare": "v = {}; v + 1",
    },
    "jjava": JAVA,
}
ROWS = [
    ("launch to first result, ms", "first"),
    ("launch to first picture, ms", "picture"),
    ("the cell of the first picture alone (in Python with its imports), ms", "picture_cell"),
    ("`kernel_info`, ms", "info"),
    ("trivial cell, ms", "trivial"),
    ("100 trivial cells at once, ms", "burst"),
    ("50,000 lines printed, ms", "print"),
    ("lines that arrived", "lines"),
    ("interrupt of an endless loop, ms", "interrupt"),
    ("processor time in the second after it, %", "idle"),
    ("completion, first, ms", "complete_first"),
    ("completion, later, ms", "complete_later"),
    ("completion, later, each in another text, ms", "complete_other"),
    ("completion, later, each of a name just declared, ms", "complete_own"),
    ("resident memory after the picture, MiB", "memory"),
    (f"growth over {CELLS_FOR_GROWTH} cells that declare a variable, MiB", "growth"),
    (f"{AT_ONCE} kernels started at once, until all have answered, s", "many"),
    ("200 million divisions, s", "tight"),
]


def ports() -> dict[str, int]:
    """Free ports for a kernel, each told once: left alone, each kernel would draw its own, and with a hundred ports for
    twenty kernels two of them would draw the same one in every third run."""
    names = ["shell_port", "iopub_port", "stdin_port", "hb_port", "control_port"]
    found = []
    while len(found) < len(names):
        port = next(PORTS)
        with socket.socket() as one, suppress(OSError):
            one.bind(("127.0.0.1", port))
            found.append(port)
    return dict(zip(names, found, strict=True))


class Kernel:
    """A kernel process and a front end for it, without the pauses of a kernel manager."""

    def __init__(self, spec: dict, folder: str):
        self.connection, _ = write_connection_file(os.path.join(folder, "kernel.json"), **ports())
        words = [word.replace("{connection_file}", self.connection) for word in spec["argv"]]
        environment = {**os.environ, **spec.get("env", {}), "LECTERN_DATA_DIR": folder, "IPYTHONDIR": folder}
        self.started = time.perf_counter()
        self.process = subprocess.Popen(
            words,
            env=environment,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )
        self.client = BlockingKernelClient(connection_file=self.connection)
        self.client.load_connection_file()
        self.client.start_channels(hb=False, stdin=False)

    def stop(self) -> None:
        """Ends the kernel and whatever it has started: JJava's launcher does not take its own JVM along."""
        self.client.stop_channels()
        with suppress(ProcessLookupError):
            os.killpg(self.process.pid, signal.SIGKILL)
        self.process.wait()

    def processes(self) -> list[psutil.Process]:
        """The process and its children: JJava's launcher starts a second JVM."""
        first = psutil.Process(self.process.pid)
        return [*first.children(recursive=True), first]

    def memory(self) -> float:
        return sum(each.memory_info().rss for each in self.processes()) / 2**20

    def processor_time(self) -> float:
        return sum(sum(each.cpu_times()[:2]) for each in self.processes())

    def age(self) -> float:
        return (time.perf_counter() - self.started) * 1e3

    def run(self, code: str) -> int:
        """Runs a cell until it is idle; returns how many lines it printed."""
        message = self.client.execute(code)
        lines = 0
        deadline = time.monotonic() + PATIENCE
        while True:
            seen = self.client.get_iopub_msg(timeout=max(0, deadline - time.monotonic()))
            if seen["parent_header"].get("msg_id") != message:
                continue
            if seen["msg_type"] == "stream":
                lines += seen["content"]["text"].count("\n")
            if seen["msg_type"] == "status" and seen["content"]["execution_state"] == "idle":
                break
        self.reply(message)
        return lines

    def reply(self, message: str) -> dict:
        deadline = time.monotonic() + PATIENCE
        while True:
            reply = self.client.get_shell_msg(timeout=max(0, deadline - time.monotonic()))
            if reply["parent_header"].get("msg_id") == message:
                return reply

    def interrupt(self, by_message: bool) -> None:
        if by_message:
            self.client.control_channel.send(self.client.session.msg("interrupt_request", {}))
        else:
            self.process.send_signal(2)


def timed(action) -> float:
    started = time.perf_counter()
    action()
    return (time.perf_counter() - started) * 1e3


def measure(name: str, spec: dict) -> dict[str, float]:
    """One life of one kernel; it ends where an answer stays out."""
    result = {}
    with tempfile.TemporaryDirectory() as folder:
        kernel = Kernel(spec, folder)
        try:
            live(name, kernel, result)
        except (Empty, psutil.NoSuchProcess):
            print(f"{name} gave no answer in {PATIENCE} s; the rest of this life is left out", flush=True)
        finally:
            kernel.stop()
    return result


def live(name: str, kernel: Kernel, result: dict[str, float]) -> None:
    cells, client = CELLS[name], kernel.client
    # ZeroMQ drops what is published before the subscription has arrived, so the replies are waited for here.
    kernel.reply(client.execute(cells["trivial"]))
    result["first"] = kernel.age()
    if "picture" in cells:
        kernel.reply(client.execute(cells["picture"]))
        result["picture"] = kernel.age()
        result["picture_cell"] = result["picture"] - result["first"]
    result["complete_first"] = timed(lambda: kernel.reply(client.complete(cells["member"])))
    result["complete_later"] = middle(
        [timed(lambda: kernel.reply(client.complete(cells["member"]))) for _ in range(10)]
    )
    for kind in ("other", "own"):
        texts = [cells[kind].replace("{}", str(i)) for i in range(15)]
        result[f"complete_{kind}"] = middle(
            [timed(lambda text=text: kernel.reply(client.complete(text))) for text in texts]
        )
    time.sleep(1)
    result["memory"] = kernel.memory()
    for _ in range(20):
        kernel.run(cells["trivial"])
    result["trivial"] = middle([timed(lambda: kernel.run(cells["trivial"])) for _ in range(20)])
    result["info"] = middle([timed(lambda: kernel.reply(client.kernel_info())) for _ in range(20)])
    result["burst"] = timed(lambda: burst(kernel, cells["trivial"]))
    started = time.perf_counter()
    result["lines"] = kernel.run(cells["print"])
    result["print"] = (time.perf_counter() - started) * 1e3
    if "tight" in cells:
        kernel.run(cells["tight"])
        result["tight"] = timed(lambda: kernel.run(cells["tight"])) / 1e3
    message = client.execute(cells["endless"])
    time.sleep(0.7)
    result["interrupt"] = timed(lambda: (kernel.interrupt(name != "ipykernel"), kernel.reply(message)))
    before = kernel.processor_time()
    time.sleep(1)
    result["idle"] = (kernel.processor_time() - before) * 100
    if name != "jjava":  # a tenth of a second a cell
        before = kernel.memory()
        for i in range(CELLS_FOR_GROWTH):
            kernel.run(cells["declare"].replace("{}", str(i)))
        result["growth"] = kernel.memory() - before


def many(name: str, spec: dict) -> float | None:
    """Seconds until as many kernels, started together, have all run a first cell; none where one of them fails."""
    with tempfile.TemporaryDirectory() as folder:
        started = time.perf_counter()
        kernels = []
        try:
            for i in range(AT_ONCE):
                own = Path(folder) / str(i)
                own.mkdir()
                kernels.append(Kernel(spec, str(own)))
            messages = [each.client.execute(CELLS[name]["trivial"]) for each in kernels]
            for each, message in zip(kernels, messages, strict=True):
                each.reply(message)
            return time.perf_counter() - started
        except Empty:
            return None
        finally:
            for each in kernels:
                each.stop()


def burst(kernel: Kernel, code: str) -> None:
    """Sends a hundred cells without waiting, then waits for the last."""
    messages = [kernel.client.execute(code) for _ in range(100)]
    kernel.reply(messages[-1])


def plain_java(java: str) -> float:
    """The tight loop in a process of its own, the second of two runs as in the kernels; seconds."""
    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder) / "Plain.java"
        source.write_text(
            "public class Plain { static void run() { "
            + JAVA["tight"]
            + " } public static void main(String[] given) { run();"
            " long start = System.nanoTime(); run(); System.out.println((System.nanoTime() - start) / 1e9); } }"
        )
        done = subprocess.run([java, source], capture_output=True, text=True, check=True, timeout=4 * PATIENCE)
        return float(done.stdout.split()[-1])


def peers(environment: Path, java: str) -> dict[str, dict]:
    """The kernels to compare with: ipykernel, and JJava on the same JDK."""
    installed = json.loads((environment / "share/jupyter/kernels/java/kernel.json").read_text())
    folder = str(environment / "share/jupyter/kernels/java")
    words = [word.replace("{resource_dir}", folder) for word in installed["argv"]]
    python = [str(environment / "bin/python"), "-m", "ipykernel_launcher", "-f", "{connection_file}"]
    return {"ipykernel": {"argv": python}, "jjava": {"argv": [java, *words[1:]]}}


def number(value: float | None) -> str:
    if value is None:
        return "–"
    return f"{value:,.0f}" if value >= 100 else f"{value:.1f}" if value >= 10 else f"{value:.2f}"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--minutes", type=float, default=4, help="begin no round that would end later")
    parser.add_argument("--peers", type=Path, help="Python environment with ipykernel, matplotlib and jjava")
    given = parser.parse_args()
    own = KernelSpecManager().get_kernel_spec("lectern").to_dict()
    java = own["argv"][-3]
    kernels = {"lectern": own} | (peers(given.peers, java) if given.peers else {})
    lives = {name: [] for name in kernels}
    plain = []
    began = time.monotonic()
    for done in range(given.rounds):  # in turn, so that a busy minute of the machine meets all of them
        for name, spec in kernels.items():
            lives[name].append(measure(name, spec))
        plain.append(plain_java(java))
        spent = time.monotonic() - began
        if spent * (done + 2) / (done + 1) > given.minutes * 60:
            break
    for name in ("lectern", "ipykernel"):  # twenty of JJava's do not fit into the memory of a small machine
        if name in kernels:
            lives[name][0]["many"] = many(name, kernels[name])
    print(f"| median of {len(plain)} lives | " + " | ".join(kernels) + " | lectern / ipykernel |")
    print("|---|" + "---:|" * (len(kernels) + 1))
    for title, key in ROWS:
        values = [middle([life.get(key) for life in lives[name]]) for name in kernels]
        both = len(values) > 1 and None not in values[:2] and values[1]
        ratio = f"{values[0] / values[1]:.2f}" if both else "–"
        print(f"| {title} | " + " | ".join(map(number, values)) + f" | {ratio} |")
    print(f"\nThe same divisions in a plain java process: {statistics.median(plain):.2f} s.")
    print(f"Load of the machine in the last five minutes: {os.getloadavg()[1]:.1f} on {os.cpu_count()} processors.")


def middle(values: list[float | None]) -> float | None:
    """The median of what has been measured."""
    known = [value for value in values if value is not None]
    return statistics.median(known) if known else None


if __name__ == "__main__":
    main()
