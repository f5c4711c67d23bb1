"""A kernel that can say one thing only: what is missing, and how to get it.

A kernel that just ends leaves its reason in the log of the server, where nobody in front of a notebook sees it.
"""

from __future__ import annotations

import json
from pathlib import Path

import zmq
from jupyter_client.session import Session

CHANNELS = {"shell": zmq.ROUTER, "control": zmq.ROUTER, "stdin": zmq.ROUTER, "iopub": zmq.PUB, "hb": zmq.REP}


class Excuse:
    """Answers every cell with the same text."""

    def __init__(self, connection_file: str, text: str):
        connection = json.loads(Path(connection_file).read_text())
        self.text = text
        self.session = Session(key=connection["key"].encode(), signature_scheme=connection["signature_scheme"])
        self.context = zmq.Context()
        self.sockets = {name: self.context.socket(kind) for name, kind in CHANNELS.items()}
        separator = "-" if connection["transport"] == "ipc" else ":"
        for name, socket in self.sockets.items():
            socket.linger = 500
            socket.bind(f"{connection['transport']}://{connection['ip']}{separator}{connection[name + '_port']}")

    def run(self) -> None:
        """Until somebody asks it to end."""
        poller = zmq.Poller()
        for name in ("shell", "control", "hb"):
            poller.register(self.sockets[name], zmq.POLLIN)
        going = True
        while going:
            for socket, _ in poller.poll():
                if socket is self.sockets["hb"]:
                    socket.send(socket.recv())
                else:
                    going = self.answer(socket) and going
        self.context.destroy(linger=500)

    def answer(self, socket: zmq.Socket) -> bool:
        """One request; False after the last one."""
        identities, message = self.session.recv(socket, mode=0)
        kind = message["msg_type"]
        self.publish("status", {"execution_state": "busy"}, message)
        content = {"status": "ok"}
        if kind == "kernel_info_request":
            content |= {
                "protocol_version": "5.3",
                "implementation": "lectern",
                "implementation_version": "0",
                "language_info": {
                    "name": "java",
                    "version": "25",
                    "mimetype": "text/x-java-source",
                    "file_extension": ".java",
                },
                "banner": self.text,
            }
        elif kind == "execute_request":
            error = {"ename": "NoJdk", "evalue": self.text, "traceback": [self.text]}
            self.publish("error", error, message)
            content = {"status": "error", "execution_count": 0, **error}
        elif kind == "shutdown_request":
            content["restart"] = message["content"].get("restart", False)
        elif kind == "complete_request":
            at = message["content"]["cursor_pos"]
            content |= {"matches": [], "cursor_start": at, "cursor_end": at, "metadata": {}}
        self.session.send(socket, kind.replace("_request", "_reply"), content, parent=message, ident=identities)
        self.publish("status", {"execution_state": "idle"}, message)
        return kind != "shutdown_request"

    def publish(self, kind: str, content: dict, parent: dict) -> None:
        self.session.send(self.sockets["iopub"], kind, content, parent=parent, ident=kind.encode())
