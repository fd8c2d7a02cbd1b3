"""Times one kernel as a front end meets it, and prints seconds as JSON: KERNEL PREFIX CELLS STARTS LIBRARY.

The same client with the same requests for every kernel, so its own share is the same. Run by the benchmark.
"""
import json
import os
import subprocess
import sys
import time

kernel_name, prefix, cells, starts, library = sys.argv[1], sys.argv[2], int(sys.argv[3]), int(sys.argv[4]), sys.argv[5]
os.environ["JUPYTER_PATH"] = os.path.join(prefix, "share", "jupyter")
os.environ["PYDEVD_DISABLE_FILE_VALIDATION"] = "1"  # ipykernel would write a warning of its debugger.

import zmq
from jupyter_client.manager import KernelManager

WARM_CELLS = 100
# Somebody who has started a kernel reads before typing. Both kernels have this time.
REST = 5
OUTPUTS = 1000
SIZE = 1000

SOURCES = {
    "python": {
        "cells": ["x{i} = {i}", "x{j} + 1", "1 + 1"],
        "written": f"for i in range({OUTPUTS}): print('x' * {SIZE - 1}, flush=True)",
        "shown": f"from IPython.display import display\nfor i in range({OUTPUTS}): display({{'text/plain': 'x' * {SIZE}}}, raw=True)",
    },
    "C#": {
        "cells": ["var x{i} = {i};", "x{j} + 1", "1 + 1"],
        "written": f"for (var i = 0; i < {OUTPUTS}; i++) {{ Console.Write(new string('x', {SIZE - 1}) + '\\n'); Console.Out.Flush(); }}",
        "shown": f"for (var i = 0; i < {OUTPUTS}; i++) display(new string('x', {SIZE}));",
    },
}

PLACES = ["LinkedData.", "Peri", "scheme.", "period.", "SegmentationScheme.", "scheme.Apply(null, per", "new Pop", "Console.Wri", "from x in new[] { period } select x."]


class Front:
    """A kernel process and its front end."""

    def __init__(self):
        begin = time.perf_counter()
        self.manager = KernelManager(kernel_name=kernel_name)
        self.manager.start_kernel(stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        self.client = self.manager.client()
        self.client.start_channels()
        self.session = self.client.session
        self.shell, self.iopub = (zmq.Socket.shadow(getattr(self.client, name + "_channel").socket.underlying) for name in ("shell", "iopub"))
        self.poller = zmq.Poller()
        self.poller.register(self.shell, zmq.POLLIN)
        self.poller.register(self.iopub, zmq.POLLIN)
        info = self.reply(self.send("kernel_info_request", {}))
        self.ready = time.perf_counter() - begin
        self.subscribe()
        self.language = info["language_info"]["name"]

    def subscribe(self):
        """Until what is published arrives: a subscription takes effect a moment after the connection."""
        while not self.iopub.poll(100):
            self.reply(self.send("kernel_info_request", {}))
        while self.iopub.poll(100):
            self.iopub.recv_multipart()

    def send(self, kind, content):
        message = self.session.msg(kind, content)
        self.session.send(self.shell, message)
        return message["header"]["msg_id"]

    def receive(self, socket):
        _, parts = self.session.feed_identities(socket.recv_multipart())
        return self.session.deserialize(parts)

    def reply(self, request):
        while True:
            if not self.shell.poll(120_000):
                raise TimeoutError(f"The kernel '{kernel_name}' did not answer.")
            message = self.receive(self.shell)
            if message["parent_header"].get("msg_id") == request:
                return message["content"]

    def execute(self, code):
        """Seconds until the reply and idle have come, and what was shown meanwhile."""
        begin = time.perf_counter()
        request = self.send("execute_request", {"code": code, "silent": False, "store_history": True, "user_expressions": {}, "allow_stdin": False, "stop_on_error": True})
        reply, idle, shown = None, False, []
        while reply is None or not idle:
            ready = self.poller.poll(120_000)
            if not ready:
                raise TimeoutError(f"The kernel '{kernel_name}' did not end: {code}")
            for socket, _ in ready:
                message = self.receive(socket)
                if message["parent_header"].get("msg_id") != request:
                    continue
                if socket is self.shell:
                    reply = message["content"]
                elif message["msg_type"] == "status":
                    idle = message["content"]["execution_state"] == "idle"
                else:
                    shown.append(message)
        seconds = time.perf_counter() - begin
        if reply["status"] != "ok":
            raise RuntimeError(f"The cell failed: {code}: {reply}")
        return seconds, shown

    def complete(self, code):
        begin = time.perf_counter()
        reply = self.reply(self.send("complete_request", {"code": code, "cursor_pos": len(code)}))
        seconds = time.perf_counter() - begin
        if not reply.get("matches"):
            raise RuntimeError(f"Nothing completes {code!r}: {reply}")
        return seconds

    def end(self):
        self.client.stop_channels()
        self.manager.shutdown_kernel(now=True)


def many(front, code, size):
    """Seconds of outputs, all of which have come."""
    times = []
    for _ in range(4):
        seconds, shown = front.execute(code)
        got = sum(size(message) for message in shown)
        if got != OUTPUTS * SIZE:
            raise RuntimeError(f"{got} characters came of {OUTPUTS * SIZE}: {code}")
        times.append(seconds)
    return times[1:]


def starting():
    times = []
    for _ in range(starts):
        front = Front()
        times.append(front.ready)
        front.end()
    return times


def short(front, count):
    """Seconds of short cells, one after another."""
    texts = SOURCES["python" if front.language == "python" else "C#"]["cells"]
    return [front.execute(texts[i % 3].format(i=i, j=i - 1))[0] for i in range(count)]


def main():
    result = {"starts": starting()}
    front = Front()
    result["hasty"] = short(front, WARM_CELLS)
    front.end()
    front = Front()
    time.sleep(REST)
    result["cells"] = short(front, WARM_CELLS + cells)[WARM_CELLS:]
    sources = SOURCES["python" if front.language == "python" else "C#"]
    result["written"] = many(front, sources["written"], lambda message: len(message["content"].get("text", "")))
    result["shown"] = many(front, sources["shown"], lambda message: len(message["content"].get("data", {}).get("text/plain", "")))
    if library:
        front.execute(f'#r "{library}"\nusing Phm.Ingest;\nusing Phm.Populations;\nusing Phm.Segmentation;\nvar scheme = SegmentationScheme.KentGrid;\nvar period = Period.FinancialYear(2024);')
        result["completions"] = [front.complete(f"var c{i} = {PLACES[i % len(PLACES)]}") for i in range(5 * len(PLACES))]
    front.end()
    json.dump(result, sys.stdout)


main()
