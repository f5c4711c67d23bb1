"""What goes into the course image, and how its health is asked for; the image itself is the layer `image`."""

import http.server
import re
import subprocess
import sys
import threading
from fnmatch import fnmatch

import pytest
from machine import ENVIRONMENT, ROOT

sys.path.insert(0, str(ENVIRONMENT))
import healthy


def ignored(path: str) -> bool:
    """As docker reads .dockerignore: a pattern takes a folder with all in it, and the last that fits decides."""
    fits = False
    for line in (ROOT / ".dockerignore").read_text().splitlines():
        keep = line.startswith("!")
        pattern = line.removeprefix("!").removeprefix("**/")
        anywhere = "**/" in line
        parts = path.split("/")
        ends = range(1, len(parts) + 1)
        starts = range(len(parts)) if anywhere else (0,)
        if any(fnmatch("/".join(parts[a:b]), pattern) and pattern.count("/") == b - a - 1 for a in starts for b in ends if b > a):
            fits = not keep
    return fits


def test_every_module_of_the_build_is_in_the_image():
    modules = re.findall(r"<module>(.*)</module>", (ROOT / "pom.xml").read_text())
    assert len(modules) > 3
    for module in modules:
        assert not ignored(f"{module}/pom.xml"), module
        sources = [str(file.relative_to(ROOT)) for file in (ROOT / module / "src/main").rglob("*.java")]
        assert [file for file in sources if ignored(file)] == []


@pytest.mark.parametrize(
    "path",
    [
        ".git/config",
        ".lectern/lib/a.jar",
        "lib/tensor/src/test/java/A.java",
        "kernel/src/test/python/test_life.py",
        "lib/bench/run.py",
        "environment/tests/machine.py",
        "environment/bench/kernel.py",
        "kernel/target/classes/A.class",
        "dist/lectern.pdf",
    ],
)
def test_what_no_student_needs_is_not(path):
    assert ignored(path)


def test_what_a_kernel_needs_at_its_start_is_in_the_image():
    spec = (ENVIRONMENT / "kernelspec.py").read_text()
    files = set(re.findall(r'HERE / "([\w./-]+)"', spec.replace("'", '"')))
    assert {"start.sh", "compiler.directives", "kernel.flags", "kernelspec"} <= files
    assert [file for file in files if ignored(f"environment/{file}")] == []


@pytest.mark.parametrize(
    ("environment", "address"),
    [
        ({}, "http://127.0.0.1:8888/api"),
        (
            {"JUPYTERHUB_SERVICE_URL": "http://0.0.0.0:9999/user/x/", "JUPYTERHUB_SERVICE_PREFIX": "/user/x/"},
            "http://127.0.0.1:9999/user/x/api",
        ),
    ],
)
def test_where_health_is_asked_for(environment, address):
    assert healthy.address(environment) == address


def test_health():
    class Page(http.server.BaseHTTPRequestHandler):
        def do_GET(self):
            self.send_response(200 if self.path == "/api" else 404)
            self.end_headers()

        def log_message(self, *_):
            pass

    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Page)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    try:

        def asked(port, prefix="/"):
            around = {"JUPYTERHUB_SERVICE_URL": f"http://0.0.0.0:{port}/", "JUPYTERHUB_SERVICE_PREFIX": prefix}
            command = [sys.executable, ENVIRONMENT / "healthy.py"]
            return subprocess.run(command, env=around, capture_output=True, text=True, timeout=60)

        assert asked(server.server_port).returncode == 0
        missing = asked(server.server_port, "/elsewhere/")
        assert missing.returncode == 1 and "no answer" in missing.stderr
    finally:
        server.shutdown()
        thread.join()
        server.server_close()
    assert asked(9).returncode == 1


def test_the_port_of_the_readme_is_for_this_machine_alone():
    for file in ("README.md", "Dockerfile"):
        ports = re.findall(r"-p (\S+)", (ROOT / file).read_text())
        assert ports and all(port.startswith("127.0.0.1:") for port in ports), file
