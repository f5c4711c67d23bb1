"""Requests beside cells, and what frames every message."""

import time

import pytest
from jupyter_client import BlockingKernelClient


def test_kernel_info(kernel):
    info = kernel.ask("kernel_info_request").content
    assert info["status"] == "ok"
    assert info["protocol_version"] >= "5.5"
    assert info["implementation"] == "lectern"
    assert info["implementation_version"][0].isdigit()
    assert "kernel subshells" in info["supported_features"]
    assert info["debugger"] == ("debugger" in info["supported_features"])
    assert "Java" in info["banner"]


def test_language_info(kernel):
    language = kernel.ask("kernel_info_request").content["language_info"]
    assert language["name"] == "java"
    assert language["file_extension"] == ".java"
    assert language["mimetype"] == "text/x-java"
    assert language["pygments_lexer"] == "java"
    # Saved in every notebook: an update of the JDK may not change it.
    assert language["version"] == "25"


def test_help_links(kernel):
    links = kernel.ask("kernel_info_request").content["help_links"]
    assert links
    assert all(link["url"].startswith("https://") and link["text"] for link in links)


@pytest.mark.parametrize(
    "kind, channel",
    [
        ("kernel_info_request", "shell"),
        ("kernel_info_request", "control"),
        ("connect_request", "shell"),
        ("comm_info_request", "shell"),
        ("history_request", "shell"),
        ("is_complete_request", "shell"),
        ("complete_request", "shell"),
        ("inspect_request", "shell"),
        ("interrupt_request", "control"),
        ("list_subshell_request", "control"),
    ],
)
def test_every_request_is_bracketed(kernel, kind, channel):
    exchange = kernel.ask(kind, {"code": "", "cursor_pos": 0}, channel)
    assert exchange.reply["msg_type"] == kind.replace("_request", "_reply")
    states = [m["content"]["execution_state"] for m in exchange.messages if m["msg_type"] == "status"]
    assert states == ["busy", "idle"]


@pytest.mark.parametrize("channel", ["shell", "control"])
def test_unknown_requests_get_an_error(kernel, channel):
    exchange = kernel.ask("no_such_request", {}, channel)
    assert exchange.reply["msg_type"] == "no_such_reply"
    assert exchange.status == "error"


def test_replies_come_from_one_session(kernel):
    first = kernel.ask("kernel_info_request").reply["header"]
    second = kernel.ask("kernel_info_request").reply["header"]
    assert first["session"] == second["session"] != kernel.client.session.session
    assert first["msg_id"] != second["msg_id"]
    assert first["version"] >= "5.5"
    assert first["date"] is not None


def test_heartbeat(kernel):
    kernel.client.hb_channel.unpause()
    time.sleep(1.5)
    assert kernel.client.hb_channel.is_beating()


def test_heartbeat_and_control_during_a_cell(kernel):
    kernel.client.hb_channel.unpause()
    pending = kernel.start(
        "long spin = 0; long end = System.nanoTime() + 2_500_000_000L; while (System.nanoTime() < end) spin++;"
    )
    kernel.wait_until_running(pending)
    assert kernel.ask("kernel_info_request", channel="control").seconds < 1
    time.sleep(1.5)
    assert kernel.client.hb_channel.is_beating()
    kernel.finish(pending).works()


def test_connect(kernel):
    ports = kernel.ask("connect_request").content
    assert ports["shell_port"] == kernel.manager.shell_port
    assert ports["hb_port"] == kernel.manager.hb_port


def test_two_front_ends(kernel):
    second = BlockingKernelClient(connection_file=kernel.manager.connection_file)
    second.load_connection_file()
    second.start_channels()
    second.wait_for_ready(timeout=30)
    run = kernel.cell('System.out.println("both");')
    seen = []
    while not seen or seen[-1]["msg_type"] != "status" or seen[-1]["content"]["execution_state"] != "idle":
        message = second.get_iopub_msg(timeout=5)
        if message["parent_header"].get("msg_id") == run.reply["parent_header"]["msg_id"]:
            seen.append(message)
    assert [m["msg_type"] for m in seen] == [m["msg_type"] for m in run.messages]
    second.stop_channels()


class TestSubshells:
    def test_create_list_delete(self, kernel):
        created = [kernel.ask("create_subshell_request", channel="control").content["subshell_id"] for _ in range(2)]
        assert len(set(created)) == 2
        listed = kernel.ask("list_subshell_request", channel="control").content["subshell_id"]
        assert sorted(listed) == sorted(created)
        for each in created:
            assert kernel.ask("delete_subshell_request", {"subshell_id": each}, "control").status == "ok"
        assert kernel.ask("list_subshell_request", channel="control").content["subshell_id"] == []

    def test_deleting_twice_is_an_error(self, kernel):
        assert kernel.ask("delete_subshell_request", {"subshell_id": "none"}, "control").status == "error"

    def test_answers_while_a_cell_runs(self, kernel):
        subshell = kernel.ask("create_subshell_request", channel="control").content["subshell_id"]
        pending = kernel.start("Thread.sleep(2000);")
        kernel.wait_until_running(pending)
        answer = kernel.ask("kernel_info_request", subshell_id=subshell)
        assert answer.seconds < 1
        assert answer.reply["parent_header"]["subshell_id"] == subshell
        assert kernel.ask("comm_info_request", subshell_id=subshell).seconds < 1
        kernel.finish(pending).works()
        kernel.ask("delete_subshell_request", {"subshell_id": subshell}, "control")

    def test_cells_run_there_too(self, kernel):
        subshell = kernel.ask("create_subshell_request", channel="control").content["subshell_id"]
        assert kernel.ask("execute_request", {"code": "int fromSubshell = 3;"}, subshell_id=subshell).status == "ok"
        kernel.cell("fromSubshell").gives("3")
        kernel.ask("delete_subshell_request", {"subshell_id": subshell}, "control")

    def test_unknown_subshell(self, kernel):
        assert kernel.ask("kernel_info_request", subshell_id="none").status == "error"
