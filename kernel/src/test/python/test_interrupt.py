"""The interrupt button: soon, variables kept, nothing left running."""

import time

import pytest
from notebook import comes_to_rest

ENDLESS = {
    "loop": "while (true) {}",
    "counting": "long n = 0; while (true) n++;",
    "sleep": "Thread.sleep(60_000);",
    "recursion": "int f(int n) { return n > 2000 ? 0 : f(n + 1); }\nwhile (true) f(0);",
    "swallowing": "while (true) { try { Thread.sleep(10); } catch (InterruptedException e) {} }",
    "catching": "while (true) { try { Math.sin(1); } catch (Throwable e) {} }",
    "wait": "Object o = new Object(); synchronized (o) { o.wait(); }",
    "lock": "new java.util.concurrent.CountDownLatch(1).await();",
    "future": "new java.util.concurrent.CompletableFuture<String>().get();",
    "method": "void spin() { for (;;) {} }\nspin();",
    "lambda": "Runnable r = () -> { while (true) {} }; r.run();",
    "class": "class Spinner { void go() { while (true) {} } }\nnew Spinner().go();",
    "library": "java.util.stream.Stream.generate(() -> 1).filter(i -> i > 1).findFirst()",
    "sort": "new java.util.ArrayList<>(java.util.Collections.nCopies(10, 1)).sort((a, b) -> { while (true) {} });",
    "join": "var t = new Thread(() -> { while (true) java.util.concurrent.locks.LockSupport.park(); });\n"
    "t.setDaemon(true); t.start(); t.join();",
    "printing": 'while (true) { System.out.print(""); }',
    "lines": 'while (true) { System.out.println("line"); }',
}


@pytest.mark.parametrize("kind", ENDLESS)
def test_interrupt(kernel, kind):
    kernel.cell("int kept = 77;")
    pending = kernel.start(ENDLESS[kind])
    kernel.wait_until_running(pending)
    time.sleep(0.3)
    assert kernel.interrupt().status == "ok"
    run = kernel.finish(pending)
    assert run.status == "error"
    assert "nterrupt" in run.content["ename"]
    kernel.cell("kept").gives("77")


@pytest.mark.parametrize("kind", ["counting", "lines"])
def test_nothing_goes_on_after_an_interrupt(kernel, kind):
    pending = kernel.start(ENDLESS[kind])
    kernel.wait_until_running(pending)
    kernel.interrupt()
    kernel.finish(pending)
    assert comes_to_rest(kernel.pid)


def test_interrupt_aborts_the_queue(kernel):
    pending = [kernel.start(code) for code in ("Thread.sleep(30_000);", "int after = 1;")]
    kernel.wait_until_running(pending[0])
    kernel.interrupt()
    assert [kernel.finish(each).status for each in pending] == ["error", "aborted"]


def test_interrupt_while_nothing_runs(kernel):
    for _ in range(5):
        assert kernel.interrupt().status == "ok"
    kernel.cell("1 + 1").gives("2")


def test_the_next_cell_is_not_hit(kernel):
    for _ in range(10):
        pending = kernel.start("Thread.sleep(20);")
        kernel.wait_until_running(pending)
        time.sleep(0.02)
        kernel.interrupt()
        kernel.finish(pending)
        kernel.cell("Thread.sleep(5); 3").gives("3")
