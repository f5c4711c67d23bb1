"""The debugger: what JupyterLab says when its bug button is pressed, against the real process."""

import time

import pytest
from notebook import PATIENCE

LOOP = """int total = 0;
for (int i = 1; i <= 3; i++) {
    int square = i * i;
    total += square;
}
total"""
METHOD = """int twice(int n) {
    int result = 2 * n;
    return result;
}"""


class Session:
    """The requests of a front end, and the events that come back."""

    def __init__(self, kernel):
        self.kernel = kernel
        self.seq = 0

    def request(self, command, **arguments):
        self.seq += 1
        content = {"type": "request", "seq": self.seq, "command": command, "arguments": arguments}
        asked = self.kernel.ask("debug_request", content, "control")
        self.kernel.others += [m for m in asked.messages if m["msg_type"] == "debug_event"]
        answer = asked.content
        assert answer["type"] == "response"
        assert answer["request_seq"] == self.seq
        assert answer["command"] == command
        return answer

    def ask(self, command, **arguments):
        answer = self.request(command, **arguments)
        assert answer["success"], answer
        return answer["body"]

    def start(self):
        able = self.ask(
            "initialize", clientID="test", adapterID="lectern", linesStartAt1=True, supportsVariablePaging=True
        )
        assert able["supportsConditionalBreakpoints"]
        self.ask("attach")
        self.event("initialized")
        return self

    def breakpoints(self, code, *lines):
        path = self.ask("dumpCell", code=code)["sourcePath"]
        told = self.ask("setBreakpoints", source={"path": path}, breakpoints=[{"line": line} for line in lines])
        self.ask("configurationDone")
        assert all(one["verified"] for one in told["breakpoints"])
        return path

    def event(self, name):
        """Waits for an event; other messages stay for those who wait for them."""
        deadline = time.monotonic() + PATIENCE
        while True:
            for message in self.kernel.others:
                if message["msg_type"] == "debug_event" and message["content"]["event"] == name:
                    self.kernel.others.remove(message)
                    return message["content"]["body"]
            assert time.monotonic() < deadline, f"no event {name!r} in {PATIENCE} s"
            self.kernel.others.append(self.kernel.client.get_iopub_msg(timeout=PATIENCE))

    def stopped(self):
        body = self.event("stopped")
        frames = self.ask("stackTrace", threadId=body["threadId"])["stackFrames"]
        return body, frames

    def scope(self, frame, name):
        scopes = {one["name"]: one for one in self.ask("scopes", frameId=frame["id"])["scopes"]}
        found = self.ask("variables", variablesReference=scopes[name]["variablesReference"])["variables"]
        return {one["name"]: one["value"] for one in found}


@pytest.fixture
def session(kernel):
    debugging = Session(kernel).start()
    yield debugging
    debugging.request("disconnect")
    forget_events(kernel)


def forget_events(kernel):
    kernel.others = [m for m in kernel.others if m["msg_type"] != "debug_event"]


def test_info_before_anything_is_started(kernel):
    info = kernel.ask("kernel_info_request").content
    assert info["debugger"] is True
    assert "debugger" in info["supported_features"]
    body = Session(kernel).ask("debugInfo")
    assert body["isStarted"] is False
    assert body["hashMethod"] == "Murmur2"
    assert body["breakpoints"] == []
    assert body["stoppedThreads"] == []
    assert body["richRendering"] is True
    declined = Session(kernel).request("setBreakpoints", source={"path": "x"}, breakpoints=[])
    assert declined["success"] is False
    assert "initialize" in declined["message"]


def test_has_started_before_the_front_end_attaches(kernel):
    asking = Session(kernel)
    asking.ask("initialize", clientID="test")
    assert asking.ask("debugInfo")["isStarted"] is True
    asking.ask("attach")
    asking.ask("disconnect")
    assert asking.ask("debugInfo")["isStarted"] is False
    forget_events(kernel)


def test_kernelspec_says_that_there_is_a_debugger(kernel):
    assert kernel.manager.kernel_spec.metadata["debugger"] is True


def test_variables_without_a_debugger(kernel):
    kernel.cell('var numbers = List.of(1, 2, 3); String word = "a"; double[] weights = {0.5, 1};').works()
    found = {one["name"]: one for one in Session(kernel).ask("inspectVariables")["variables"]}
    assert found["numbers"]["value"] == "[1, 2, 3]"
    assert found["numbers"]["type"] == "List<Integer>"
    assert found["word"]["value"] == '"a"'
    inside = Session(kernel).ask("variables", variablesReference=found["weights"]["variablesReference"])["variables"]
    assert [one["value"] for one in inside] == ["0.5", "1.0"]
    rich = Session(kernel).ask("richInspectVariables", variableName="numbers")
    assert rich["data"]["text/plain"] == "[1, 2, 3]"


def test_tensors_are_shown_as_text(kernel):
    kernel.cell("var t = linspace(0, 1, 3);").works()
    found = {one["name"]: one for one in Session(kernel).ask("inspectVariables")["variables"]}
    assert "0.5" in found["t"]["value"]
    assert "type" not in found["t"], "JupyterLab would show it in place of the value"
    assert found["t"]["variablesReference"] == 0


def test_variables_while_a_cell_runs(kernel):
    pending = kernel.start('int early = 5;\nSystem.out.println("now");\nThread.sleep(60_000);')
    kernel.wait_until_running(pending, "now")
    names = [one["name"] for one in Session(kernel).ask("inspectVariables")["variables"]]
    assert "early" in names
    kernel.interrupt()
    assert kernel.finish(pending).status == "error"


def test_breakpoint_in_a_loop(kernel, session):
    path = session.breakpoints(LOOP, 4)
    assert session.ask("debugInfo")["breakpoints"] == [{"source": path, "breakpoints": [{"line": 4}]}]
    pending = kernel.start(LOOP)
    for i in (1, 2, 3):
        body, frames = session.stopped()
        assert body["reason"] == "breakpoint"
        assert frames[0]["line"] == 4
        assert frames[0]["source"]["path"] == path
        assert session.ask("debugInfo")["stoppedThreads"] == [body["threadId"]]
        variables = session.scope(frames[0], "Locals")
        assert (variables["i"], variables["square"]) == (str(i), str(i * i))
        assert (
            session.ask("evaluate", expression="total + square", frameId=frames[0]["id"])["result"]
            == {
                1: "1",
                2: "5",
                3: "14",
            }[i]
        )
        session.ask("continue", threadId=body["threadId"])
    assert session.event("continued")["threadId"] == 1
    kernel.finish(pending).gives("14")


def test_steps_through_a_method_of_another_cell(kernel, session):
    kernel.cell(METHOD).works()
    cell = "int a = twice(3);\nint b = a + 1;\nb"
    session.breakpoints(cell, 1)
    pending = kernel.start(cell)
    body, frames = session.stopped()
    session.ask("stepIn", threadId=body["threadId"])
    body, frames = session.stopped()
    assert [(one["name"], one["line"]) for one in frames] == [("twice", 2), ("cell", 1)]
    assert session.ask("source", source={"path": frames[0]["source"]["path"]})["content"] == METHOD
    session.ask("next", threadId=body["threadId"])
    body, frames = session.stopped()
    assert session.scope(frames[0], "Locals") == {"n": "3", "result": "6"}
    session.ask("stepOut", threadId=body["threadId"])
    body, frames = session.stopped()
    assert [(one["name"], one["line"]) for one in frames] == [("cell", 2)]
    session.ask("continue", threadId=body["threadId"])
    kernel.finish(pending).gives("7")


def test_interrupt_ends_a_stopped_cell(kernel, session):
    session.breakpoints(LOOP, 3)
    pending = kernel.start(LOOP)
    session.stopped()
    kernel.interrupt()
    assert kernel.finish(pending).status == "error"
    session.event("continued")
    assert session.ask("debugInfo")["stoppedThreads"] == []
    kernel.cell("1 + 1").gives("2")


def test_disconnect_lets_a_stopped_cell_run(kernel, session):
    session.breakpoints(LOOP, 3)
    pending = kernel.start(LOOP)
    session.stopped()
    session.ask("disconnect")
    kernel.finish(pending).gives("14")
    assert session.ask("debugInfo")["isStarted"] is False
    session.start()
    kernel.cell(LOOP).gives("14")


def test_the_kernel_answers_while_a_cell_is_stopped(kernel, session):
    session.breakpoints(LOOP, 3)
    pending = kernel.start(LOOP)
    body, _ = session.stopped()
    assert kernel.ask("kernel_info_request", channel="control").content["status"] == "ok"
    assert session.request("nonsense")["success"] is False
    session.breakpoints(LOOP)
    session.ask("continue", threadId=body["threadId"])
    kernel.finish(pending).gives("14")


def test_shutdown_ends_a_stopped_cell(fresh):
    kernel = fresh()
    session = Session(kernel).start()
    session.breakpoints(LOOP, 3)
    kernel.start(LOOP)
    session.stopped()
    kernel.ask("shutdown_request", {"restart": False}, "control")
    deadline = time.monotonic() + PATIENCE
    while kernel.manager.provisioner.process.poll() is None:
        assert time.monotonic() < deadline, "the kernel does not end"
        time.sleep(0.05)
