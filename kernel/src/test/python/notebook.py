"""A small language for conversations with a kernel: what goes in, what must come out.

    cell("1 + 1").gives("2")
    cell('System.out.println("hi");').prints("hi\\n")
    cell("1 / 0").fails("ArithmeticException", "by zero")

Everything runs against a real kernel process, over real sockets.
"""

import os
import re
import time
from queue import Empty

from jupyter_client.manager import KernelManager

PATIENCE = 60


class Exchange:
    """What one request led to: its reply and everything published for it."""

    def __init__(self, code, reply, messages, seconds):
        self.code = code
        self.reply = reply
        self.messages = messages
        self.seconds = seconds

    @property
    def content(self):
        return self.reply["content"]

    @property
    def status(self):
        return self.content["status"]

    @property
    def types(self):
        """Types of the messages published, busy and idle left out."""
        return [m["msg_type"] for m in self.messages if m["msg_type"] != "status"]

    def all(self, kind):
        return [m for m in self.messages if m["msg_type"] == kind]

    def one(self, kind):
        found = self.all(kind)
        assert len(found) == 1, f"{len(found)} messages of type {kind} in {self}"
        return found[0]["content"]

    def text(self, stream="stdout"):
        return "".join(m["content"]["text"] for m in self.all("stream") if m["content"]["name"] == stream)

    @property
    def data(self):
        """The bundle of the result."""
        return self.one("execute_result")["data"]

    @property
    def error(self):
        return self.one("error")

    @property
    def traceback(self):
        """The traceback as plain text."""
        return re.sub(r"\x1b\[[0-9;]*m", "", "\n".join(self.error["traceback"]))

    def works(self):
        assert self.status == "ok", f"{self}\n{self.content.get('ename')}: {self.content.get('evalue')}"
        return self

    def gives(self, expected):
        self.works()
        assert self.all("execute_result"), f"no result: {self}"
        assert self.data["text/plain"] == expected, self
        return self

    def gives_match(self, pattern):
        self.works()
        assert self.all("execute_result"), f"no result: {self}"
        assert re.search(pattern, self.data["text/plain"]), self
        return self

    def gives_nothing(self):
        self.works()
        assert not self.all("execute_result"), self
        return self

    def prints(self, expected):
        self.works()
        assert self.text() == expected, self
        return self

    def prints_error(self, expected):
        self.works()
        assert expected in self.text("stderr"), self
        return self

    def shows(self, mime, expected):
        """Some display of this cell has this representation and it holds the text."""
        self.works()
        bundles = [m["content"]["data"] for m in self.all("display_data") + self.all("execute_result")]
        assert any(expected in str(b[mime]) for b in bundles if mime in b), self
        return self

    def fails(self, name, text=""):
        assert self.status == "error", f"did not fail: {self}"
        assert name in self.content["ename"], f"{self.content['ename']}: {self.content['evalue']}"
        assert text in self.content["evalue"] or text in self.traceback, f"{self.content['evalue']}\n{self.traceback}"
        assert self.error["ename"] == self.content["ename"]
        return self

    def says(self, *texts):
        """The traceback holds these texts."""
        for text in texts:
            assert text in self.traceback, f"{text!r} is not in\n{self.traceback}"
        return self

    def within(self, seconds):
        assert self.seconds <= seconds, f"took {self.seconds:.2f} s, not {seconds} s"
        return self

    def __repr__(self):
        seen = [(m["msg_type"], m["content"]) for m in self.messages if m["msg_type"] != "status"]
        return f"{self.code[:300]!r} -> {self.content.get('status')} {str(seen)[:1500]}"


class Kernel:
    """A running kernel and a front end for it."""

    def __init__(self, name="lectern", patience=PATIENCE, **environment):
        self.manager = KernelManager(kernel_name=name)
        # A variable that is None is taken away.
        variables = {key: value for key, value in {**os.environ, **environment}.items() if value is not None}
        self.manager.start_kernel(env=variables)
        self.client = self.manager.client()
        self.client.start_channels()
        self.others = []
        self.questions = []
        try:
            self.client.wait_for_ready(timeout=patience)
        except BaseException:
            self.stop()
            raise

    @property
    def pid(self):
        return self.manager.provisioner.process.pid

    def cell(self, code, answers=(), timeout=PATIENCE, **options):
        """Runs a cell to its end; `answers` are typed when it asks for input."""
        return self.finish(self.start(code, allow_stdin=bool(answers), **options), answers=answers, timeout=timeout)

    def start(self, code, **options):
        """Sends a cell without waiting for it."""
        started = time.perf_counter()
        return self.client.execute(code, **options), code, started

    def finish(self, pending, answers=(), timeout=PATIENCE):
        """Waits for a cell that was sent."""
        message_id, code, started = pending
        answers = list(answers)
        deadline = time.monotonic() + timeout
        reply = None
        while reply is None:
            if answers and self.client.stdin_channel.msg_ready():
                question = self.client.get_stdin_msg(timeout=5)
                assert question["msg_type"] == "input_request"
                assert question["parent_header"]["msg_id"] == message_id
                self.questions.append(question["content"])
                self.client.input(answers.pop(0))
            try:
                message = self.client.get_shell_msg(timeout=0.05 if answers else 1)
            except Empty:
                assert self.manager.is_alive(), f"the kernel has ended in {code!r}"
                assert time.monotonic() < deadline, f"no reply to {code!r} in {timeout} s"
                continue
            if message["parent_header"].get("msg_id") == message_id:
                reply = message
        return Exchange(code, reply, self.published(message_id, timeout), time.perf_counter() - started)

    def published(self, message_id, timeout=PATIENCE, until=None):
        """Everything published for a request until it is idle, or until a message satisfies `until`."""
        until = until or (lambda m: m["msg_type"] == "status" and m["content"]["execution_state"] == "idle")
        own = [m for m in self.others if m["parent_header"].get("msg_id") == message_id]
        self.others = [m for m in self.others if m not in own]
        if any(until(m) for m in own):
            return own
        deadline = time.monotonic() + timeout
        while True:
            message = self.client.get_iopub_msg(timeout=max(0.01, deadline - time.monotonic()))
            if message["parent_header"].get("msg_id") != message_id:
                self.others.append(message)
                continue
            own.append(message)
            if until(message):
                return own

    def wait_until_running(self, pending, text=None):
        """Waits until a cell that was sent has begun, or has printed a text."""
        printed = []

        def begun(message):
            if message["msg_type"] == "stream":
                printed.append(message["content"]["text"])
            return text in "".join(printed) if text else message["msg_type"] == "execute_input"

        self.others += self.published(pending[0], until=begun)

    def ask(self, kind, content=None, channel="shell", timeout=PATIENCE, **header):
        """Sends any request and waits for its reply."""
        message = self.client.session.msg(kind, content or {})
        message["header"].update(header)
        started = time.perf_counter()
        getattr(self.client, f"{channel}_channel").send(message)
        get = self.client.get_shell_msg if channel == "shell" else self.client.get_control_msg
        while True:
            reply = get(timeout=timeout)
            if reply["parent_header"].get("msg_id") == message["header"]["msg_id"]:
                break
        seconds = time.perf_counter() - started
        return Exchange(kind, reply, self.published(message["header"]["msg_id"], timeout), seconds)

    def tell(self, kind, content, buffers=None, **header):
        """Sends a message that has no reply; returns what is published for it."""
        message = self.client.session.msg(kind, content)
        message["header"].update(header)
        self.client.session.send(self.client.shell_channel.socket, message, buffers=buffers)
        return self.published(message["header"]["msg_id"])

    def interrupt(self):
        return self.ask("interrupt_request", channel="control")

    def complete(self, code, position=None):
        return self.ask(
            "complete_request", {"code": code, "cursor_pos": len(code) if position is None else position}
        ).content

    def inspect(self, code, position=None, detail=0):
        return self.ask(
            "inspect_request",
            {"code": code, "cursor_pos": len(code) if position is None else position, "detail_level": detail},
        ).content

    def is_complete(self, code):
        return self.ask("is_complete_request", {"code": code}).content

    def history(self, **content):
        return self.ask("history_request", {"raw": True, "output": False, **content}).content["history"]

    def stop(self):
        self.client.stop_channels()
        self.manager.shutdown_kernel(now=True)


def cpu_seconds(pid):
    """Processor time that a process has used."""
    with open(f"/proc/{pid}/stat") as file:
        fields = file.read().rsplit(")", 1)[1].split()
    return (int(fields[11]) + int(fields[12])) / 100


def comes_to_rest(pid, limit=60):
    """Whether a process, once it has finished what it still had to do, uses no processor time for a second."""
    deadline = time.monotonic() + limit
    while time.monotonic() < deadline:
        before = cpu_seconds(pid)
        time.sleep(1)
        if cpu_seconds(pid) - before <= 0.03:
            return True
    return False
