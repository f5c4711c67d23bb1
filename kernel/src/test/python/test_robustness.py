"""Messages that are wrong, kernels that are many, runs that are long."""

import json
import os
import random
import time
from concurrent.futures import ThreadPoolExecutor, wait

import psutil
import zmq
from notebook import Kernel


def test_five_hundred_malformed_messages(kernel):
    kernel.cell("int hits = 0;")
    chance = random.Random(3)
    session = kernel.client.session
    for i in range(500):
        frames = session.serialize(session.msg("execute_request", {"code": "hits++;", "silent": False}))
        match i % 7:
            case 0:
                frames[1] = b"f" * 64
            case 1:
                frames[5] = frames[5].replace(b"hits++", b"hits--")
            case 2:
                frames = frames[: chance.randrange(len(frames))]
            case 3:
                frames[2] = b"{not json"
            case 4:
                frames = [chance.randbytes(chance.randrange(100)) for _ in range(chance.randrange(1, 9))]
            case 5:
                frames[1] = b""
            case 6:
                frames.insert(1, b"<IDS|MSG>")
        channel = chance.choice(
            [kernel.client.shell_channel, kernel.client.control_channel, kernel.client.stdin_channel]
        )
        channel.socket.send_multipart(frames or [b""])
    kernel.cell("hits").gives("0")
    assert kernel.ask("kernel_info_request", channel="control").status == "ok"


def test_signed_nonsense(kernel):
    session, socket = kernel.client.session, kernel.client.shell_channel.socket
    for content in ([], None, 3, "text", {"code": None}, {"code": ["x"]}):
        frames = session.serialize(session.msg("execute_request", {}))
        frames[5] = json.dumps(content).encode()
        frames[1] = session.sign(frames[2:6])
        socket.send_multipart(frames)
    time.sleep(0.3)
    kernel.cell("1 + 1").gives("2")


def test_a_replayed_message_runs_once(kernel):
    kernel.cell("int runs = 0;")
    session = kernel.client.session
    frames = session.serialize(session.msg("execute_request", {"code": "runs++;"}))
    for _ in range(10):
        kernel.client.shell_channel.socket.send_multipart(frames)
    kernel.cell("runs").gives("1")


def test_a_stranger_without_the_key_gets_nothing(kernel):
    info = kernel.manager.get_connection_info()
    context = zmq.Context()
    socket = context.socket(zmq.DEALER)
    socket.linger = 0
    socket.connect(f"tcp://{info['ip']}:{info['shell_port']}")
    from jupyter_client.session import Session

    stranger = Session(key=b"guess")
    stranger.send(socket, "kernel_info_request", {})
    assert socket.poll(500) == 0
    socket.close()
    context.term()


def test_garbage_on_the_port(kernel):
    import socket

    for _ in range(20):
        with socket.create_connection(("127.0.0.1", kernel.manager.shell_port)) as raw:
            raw.sendall(b"GET / HTTP/1.1\r\n\r\n" * 10)
    kernel.cell("2 + 2").gives("4")


def test_twenty_kernels_at_once():
    with ThreadPoolExecutor(20) as pool:
        starting = [pool.submit(Kernel, patience=240) for _ in range(20)]
        wait(starting)
        kernels = [each.result() for each in starting if not each.exception()]
        try:
            assert len(kernels) == 20, [each.exception() for each in starting]
            assert [k.cell("6 * 7", timeout=120).data["text/plain"] for k in kernels] == ["42"] * 20
        finally:
            list(pool.map(lambda k: k.stop(), kernels))


def live(kernel):
    """Kilobytes of objects and number of classes that are left after a collection."""
    code = (
        'System.gc(); (Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory()) / 1024 + " "'
        " + java.lang.management.ManagementFactory.getClassLoadingMXBean().getLoadedClassCount()"
    )
    return [int(part) for part in kernel.cell(code).data["text/plain"].split()]


def test_cells_leave_nothing_behind(fresh):
    """LECTERN_SOAK_CELLS=10000 makes a long run of it; the growth that a cell may cause stays the same."""
    cells = int(os.environ.get("LECTERN_SOAK_CELLS", "500"))
    kernel = fresh()
    for i in range(150):
        kernel.cell(f"int v = {i}; v + 1").gives(str(i + 1))
    kilobytes, classes = live(kernel)
    for i in range(cells):
        kernel.cell(f"int v = {i}; v + 1").gives(str(i + 1))
        if i % 1000 == 999:
            print(f"{i + 1} cells: {live(kernel)}, resident {psutil.Process(kernel.pid).memory_info().rss >> 20} MiB")
    more_kilobytes, more_classes = live(kernel)
    assert more_classes - classes < 150, "classes of cells that nothing names are kept"
    # What a cell may leave: its text in the history, and the signature of its request.
    assert more_kilobytes - kilobytes < 4096 + cells, f"{kilobytes} kB have become {more_kilobytes} kB"
