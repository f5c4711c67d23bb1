"""Ends a test that hangs, wherever it waits, and says where; see `pytest` in test.sh."""

import signal

import pytest

SECONDS = 900


@pytest.hookimpl(hookwrapper=True)
def pytest_runtest_protocol(item):
    def over(number, frame):
        pytest.fail(f"{item.nodeid} was not done after {SECONDS} s")

    before = signal.signal(signal.SIGALRM, over)
    signal.alarm(SECONDS)
    try:
        yield
    finally:
        signal.alarm(0)
        signal.signal(signal.SIGALRM, before)
