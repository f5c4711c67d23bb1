"""The conformance suite of Jupyter, every method of it."""

import jupyter_kernel_test


class TestConformance(jupyter_kernel_test.KernelTests):
    kernel_name = "lectern"
    language_name = "java"
    file_extension = ".java"
    code_hello_world = 'System.out.println("hello, world");'
    code_stderr = 'System.err.println("oops");'
    completion_samples = (
        {"text": "Math.sq", "matches": {"sqrt"}},
        {"text": "System.out.printl", "matches": {"println"}},
        {"text": "Integer.MAX_", "matches": {"MAX_VALUE"}},
    )
    complete_code_samples = (
        "1 + 1",
        "int x = 3;",
        "void f() { }",
        "class A { }",
        "// a remark",
        'var s = """\n  text""";',
    )
    incomplete_code_samples = ("void f() {", "for (int i = 0; i < 3; i++) {", "foo(1,", 'var s = """\n')
    invalid_code_samples = ("int = = 3", "class 5 {}", ")")
    code_page_something = "?Math.sqrt"
    code_generate_error = "int[] none = {}; none[3]"
    code_execute_result = (
        {"code": "1 + 2", "result": "3"},
        {"code": '"a" + "b"', "result": "ab"},
        {"code": "Math.max(4, 5)", "result": "5"},
    )
    code_display_data = (
        {"code": 'display("<b>bold</b>", "text/html");', "mime": "text/html"},
        {"code": 'display("plain");', "mime": "text/plain"},
    )
    supported_history_operations = ("tail", "range", "search")
    code_history_pattern = "1 + 2*"
    code_inspect_sample = "Math.sqrt"
    code_clear_output = 'System.out.println("gone"); clearOutput(false);'


class TestWelcome(jupyter_kernel_test.IopubWelcomeTests):
    kernel_name = "lectern"
    support_iopub_welcome = True


def test_no_method_of_the_suite_is_skipped():
    """A method that finds no sample skips itself: each must have one."""
    empty = [
        name
        for name in vars(jupyter_kernel_test.KernelTests)
        if name.startswith(("code_", "completion_", "complete_", "incomplete_", "invalid_", "supported_"))
        and not getattr(TestConformance, name)
    ]
    assert empty == []
