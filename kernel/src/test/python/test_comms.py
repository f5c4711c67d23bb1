"""Comms between program and front end."""

OPEN = """import lectern.notebook.*;
var comm = Notebook.host().openComm("target", java.util.Map.of("a", 1), java.util.Map.of(), new byte[] {1, 2});
comm.onMessage(m -> comm.send(
    java.util.Map.of("echo", m.data(), "sizes", m.buffers().stream().map(b -> b.length).toList()),
    m.buffers().toArray(byte[][]::new)));
comm.onClose(m -> System.out.println("closed"));
"""


def open_comm(kernel):
    return kernel.cell(OPEN).works().one("comm_open")


def test_open_from_the_program(kernel):
    message = kernel.cell(OPEN).all("comm_open")[0]
    assert message["content"]["target_name"] == "target"
    assert message["content"]["data"] == {"a": 1}
    assert [bytes(b) for b in message["buffers"]] == [b"\x01\x02"]


def test_echo_with_buffers(kernel):
    comm = open_comm(kernel)["comm_id"]
    answers = kernel.tell("comm_msg", {"comm_id": comm, "data": {"x": [1, "ü"]}}, [b"abc", b""])
    echo = next(m for m in answers if m["msg_type"] == "comm_msg")
    assert echo["content"] == {"comm_id": comm, "data": {"echo": {"x": [1, "ü"]}, "sizes": [3, 0]}}
    assert bytes(echo["buffers"][0]) == b"abc"


def test_close_from_the_front_end(kernel):
    comm = open_comm(kernel)["comm_id"]
    answers = kernel.tell("comm_close", {"comm_id": comm, "data": {}})
    assert any(m["msg_type"] == "stream" and m["content"]["text"] == "closed\n" for m in answers)
    assert comm not in kernel.ask("comm_info_request").content["comms"]


def test_close_from_the_program(kernel):
    comm = open_comm(kernel)["comm_id"]
    run = kernel.cell("comm.close(java.util.Map.of());")
    assert run.one("comm_close")["comm_id"] == comm
    kernel.cell("comm.send(java.util.Map.of());").fails("IllegalStateException", "closed")


def test_comm_info(kernel):
    comm = open_comm(kernel)["comm_id"]
    assert kernel.ask("comm_info_request").content["comms"][comm] == {"target_name": "target"}
    assert comm in kernel.ask("comm_info_request", {"target_name": "target"}).content["comms"]
    assert kernel.ask("comm_info_request", {"target_name": "other"}).content["comms"] == {}


def test_open_from_the_front_end(kernel):
    kernel.cell(
        "import lectern.notebook.*;\n"
        'Notebook.host().onCommOpen("mine", (c, m) -> c.send(java.util.Map.of("hello", m.data())));'
    ).works()
    answers = kernel.tell("comm_open", {"comm_id": "f1", "target_name": "mine", "data": {"n": 1}})
    assert any(m["msg_type"] == "comm_msg" and m["content"]["data"] == {"hello": {"n": 1}} for m in answers)


def test_open_of_an_unknown_target_is_closed(kernel):
    answers = kernel.tell("comm_open", {"comm_id": "f2", "target_name": "nobody", "data": {}})
    assert any(m["msg_type"] == "comm_close" and m["content"]["comm_id"] == "f2" for m in answers)


def test_messages_to_nobody_are_ignored(kernel):
    assert [m["msg_type"] for m in kernel.tell("comm_msg", {"comm_id": "gone", "data": {}})] == ["status", "status"]
    kernel.cell("1").gives("1")


def test_a_handler_that_throws_harms_nobody(kernel):
    comm = kernel.cell(
        "import lectern.notebook.*;\n"
        'var bad = Notebook.host().openComm("bad", java.util.Map.of(), java.util.Map.of());\n'
        'bad.onMessage(m -> { throw new IllegalStateException("in the handler"); });'
    ).one("comm_open")["comm_id"]
    answers = kernel.tell("comm_msg", {"comm_id": comm, "data": {}})
    assert any("in the handler" in m["content"].get("text", "") for m in answers if m["msg_type"] == "stream")
    kernel.cell("1").gives("1")


def test_output_of_a_handler_names_its_message(kernel):
    comm = kernel.cell(
        "import lectern.notebook.*;\n"
        'var loud = Notebook.host().openComm("l", java.util.Map.of(), java.util.Map.of());\n'
        'loud.onMessage(m -> System.out.println("heard"));'
    ).one("comm_open")["comm_id"]
    answers = kernel.tell("comm_msg", {"comm_id": comm, "data": {}})
    assert [m["content"]["text"] for m in answers if m["msg_type"] == "stream"] == ["heard\n"]


def test_a_subshell_takes_messages_while_a_cell_runs(kernel):
    comm = open_comm(kernel)["comm_id"]
    subshell = kernel.ask("create_subshell_request", channel="control").content["subshell_id"]
    pending = kernel.start("while (true) Thread.sleep(10);")
    kernel.wait_until_running(pending)
    answers = kernel.tell("comm_msg", {"comm_id": comm, "data": {"x": 1}}, subshell_id=subshell)
    assert any(m["msg_type"] == "comm_msg" and m["content"]["data"]["echo"] == {"x": 1} for m in answers)
    kernel.interrupt()
    assert kernel.finish(pending).status == "error"
    kernel.ask("delete_subshell_request", {"subshell_id": subshell}, "control")


def test_a_thousand_messages_to_the_program(kernel):
    comm = open_comm(kernel)["comm_id"]
    session, socket = kernel.client.session, kernel.client.shell_channel.socket
    for i in range(1000):
        message = session.msg("comm_msg", {"comm_id": comm, "data": {"i": i}})
        session.send(socket, message, buffers=[b"x" * 100])
    kernel.published(message["header"]["msg_id"])


def test_a_thousand_messages_from_the_program(kernel):
    open_comm(kernel)
    run = kernel.cell('for (int i = 0; i < 1000; i++) comm.send(java.util.Map.of("i", i), new byte[100]);').works()
    messages = run.all("comm_msg")
    assert [m["content"]["data"]["i"] for m in messages] == list(range(1000))
    assert all(bytes(m["buffers"][0]) == bytes(100) for m in messages)


def test_large_buffers_arrive_whole(kernel):
    comm = open_comm(kernel)["comm_id"]
    blob = bytes(range(256)) * 20_000
    answers = kernel.tell("comm_msg", {"comm_id": comm, "data": {}}, [blob])
    echo = next(m for m in answers if m["msg_type"] == "comm_msg")
    assert bytes(echo["buffers"][0]) == blob
