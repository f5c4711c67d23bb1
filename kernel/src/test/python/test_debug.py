"""The debugger's room."""


def test_what_kernel_info_promises_is_kept(kernel):
    info = kernel.ask("kernel_info_request").content
    answer = kernel.ask("debug_request", {"type": "request", "seq": 4, "command": "debugInfo"}, "control").content
    assert answer["request_seq"] == 4
    assert answer["success"] == info["debugger"]
