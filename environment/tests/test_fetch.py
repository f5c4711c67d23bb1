"""Downloads: whole, resumed, broken, wrong, and from a server that cannot resume."""

import hashlib
import http.server
import os
import threading
from typing import ClassVar

import pytest
from machine import ENVIRONMENT

CONTENT = os.urandom(3_000_000)
SUM = hashlib.sha256(CONTENT).hexdigest()


class Server(http.server.BaseHTTPRequestHandler):
    resumes = True
    stops_after = None
    asked: ClassVar[list] = []

    def do_GET(self):
        wanted = self.headers.get("Range")
        type(self).asked.append(wanted)
        start = int(wanted.removeprefix("bytes=").rstrip("-")) if wanted and self.resumes else 0
        if start >= len(CONTENT):
            self.send_error(416)
            return
        self.send_response(206 if start else 200)
        self.send_header("Content-Length", str(len(CONTENT) - start))
        self.end_headers()
        end = self.stops_after if self.stops_after else len(CONTENT)
        self.wfile.write(CONTENT[start:end])

    def log_message(self, *_):
        pass


@pytest.fixture
def server():
    handler = type("Handler", (Server,), {"asked": []})
    instance = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler)
    thread = threading.Thread(target=instance.serve_forever)
    thread.start()
    yield handler, f"http://127.0.0.1:{instance.server_port}/archive"
    instance.shutdown()
    thread.join()
    instance.server_close()


@pytest.fixture
def fetch(machine, tmp_path, venv):
    target = tmp_path / "folder with spaces" / "archive"

    def call(url, checksum=SUM):
        python = str(venv / "bin" / "python")
        return machine.run(python, str(ENVIRONMENT / "fetch.py"), url, str(target), "sha256", checksum)

    call.target = target
    call.part = target.with_name("archive.part")
    return call


def test_whole(server, fetch):
    _, url = server
    assert fetch(url).returncode == 0
    assert fetch.target.read_bytes() == CONTENT
    assert not fetch.part.exists()


def test_nothing_is_fetched_twice(server, fetch):
    handler, url = server
    fetch(url)
    fetch(url)
    assert handler.asked == [None]


def test_broken_download_is_kept_and_resumed(server, fetch):
    handler, url = server
    handler.stops_after = 1_000_000
    result = fetch(url)
    assert result.returncode == 1 and "run the command again to continue" in result.stderr
    assert fetch.part.stat().st_size == 1_000_000 and not fetch.target.exists()
    handler.stops_after = None
    result = fetch(url)
    assert result.returncode == 0 and "continuing after 1 MB" in result.stdout
    assert handler.asked == [None, "bytes=1000000-"]
    assert fetch.target.read_bytes() == CONTENT


def test_server_that_cannot_resume(server, fetch):
    handler, url = server
    handler.resumes = False
    fetch.part.parent.mkdir()
    fetch.part.write_bytes(CONTENT[:500])
    assert fetch(url).returncode == 0
    assert fetch.target.read_bytes() == CONTENT


def test_complete_part_needs_no_byte_more(server, fetch):
    _, url = server
    fetch.part.parent.mkdir()
    fetch.part.write_bytes(CONTENT)
    assert fetch(url).returncode == 0
    assert fetch.target.read_bytes() == CONTENT


def test_wrong_checksum_is_refused(server, fetch):
    _, url = server
    result = fetch(url, "0" * 64)
    assert result.returncode == 1
    assert "thrown away" in result.stderr and SUM in result.stderr
    assert not fetch.target.exists() and not fetch.part.exists()


def test_no_checksum_no_installation(server, fetch):
    _, url = server
    result = fetch(url, "")
    assert result.returncode == 1 and "no checksum given" in result.stderr
    assert not fetch.target.exists()


def test_no_network(fetch):
    result = fetch("http://127.0.0.1:9/archive")
    assert result.returncode == 1 and "refused" in result.stderr
