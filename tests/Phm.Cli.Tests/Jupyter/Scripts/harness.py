"""Runs scenarios against an installed kernel and prints what happened: one JSON object, a member a scenario.

A script gives its scenarios by @scenario, which share one kernel, and by @own_kernel, which get one each. It judges nothing; the
tests do. A scenario that fails to end is reported as {"failure": …}, and the next one gets a new kernel.
"""
import datetime
import faulthandler
import json
import os
import sys
import time
import traceback

import zmq
from jupyter_client.blocking import BlockingKernelClient
from jupyter_client.manager import KernelManager

PATIENCE = 60
scenarios = []


def scenario(function):
    scenarios.append((function, False))
    return function


def own_kernel(function):
    scenarios.append((function, True))
    return function


def kernel_name():
    return sys.argv[1]


class TooLate(Exception):
    pass


def until(condition, what, patience=PATIENCE):
    """Waits for a condition; its first true value."""
    end = time.monotonic() + patience
    while time.monotonic() < end:
        value = condition()
        if value:
            return value
        time.sleep(0.02)
    raise TooLate(f"Not within {patience} seconds: {what}")


def open_gate(name):
    """Lets a cell go on that waits for a file."""
    with open(name, "w"):
        pass


def wait_for_gate(name):
    """C# that waits for open_gate."""
    return f'while (!System.IO.File.Exists("{name}")) System.Threading.Thread.Sleep(5);'


class Client:
    """One front end of a kernel: sends requests and keeps all that it hears."""

    def __init__(self, blocking):
        self.blocking = blocking
        self.session = blocking.session
        blocking.start_channels()
        blocking.wait_for_ready(timeout=PATIENCE)
        names = ("shell", "control", "stdin", "iopub")
        self.sockets = {name: zmq.Socket.shadow(getattr(blocking, name + "_channel").socket.underlying) for name in names}
        self.poller = zmq.Poller()
        for socket in self.sockets.values():
            self.poller.register(socket, zmq.POLLIN)
        self.heard = []

    def listen(self, milliseconds=50):
        """Takes what has come, waiting a while for the first; whether there was something."""
        ready = dict(self.poller.poll(milliseconds))
        for name, socket in self.sockets.items():
            if socket in ready:
                _, parts = self.session.feed_identities(socket.recv_multipart())
                message = self.session.deserialize(parts)
                self.heard.append({
                    "channel": name, "type": message["msg_type"], "header": dated(message["header"]), "parent": dated(message["parent_header"]),
                    "content": message["content"], "metadata": message["metadata"],
                })
        return bool(ready)

    def send(self, message_type, content, channel="shell"):
        """Sends a request and gives its id."""
        message = self.session.msg(message_type, content)
        self.session.send(self.sockets[channel], message)
        return message["header"]["msg_id"]

    def execute(self, code, **options):
        content = {"code": code, "silent": False, "store_history": True, "user_expressions": {}, "allow_stdin": False, "stop_on_error": True}
        return self.send("execute_request", {**content, **options})

    def of(self, request):
        return [message for message in self.heard if message["parent"].get("msg_id") == request]

    def find(self, request, message_type):
        return next((message for message in self.of(request) if message["type"] == message_type), None)

    def wait(self, condition, what, patience=PATIENCE):
        """Listens until a condition holds."""
        end = time.monotonic() + patience
        while True:
            value = condition()
            if value:
                return value
            if time.monotonic() > end:
                raise TooLate(f"Not within {patience} seconds: {what}. Heard last: {[brief(message) for message in self.heard[-8:]]}")
            self.listen()

    def wait_for(self, request, message_type, patience=PATIENCE):
        return self.wait(lambda: self.find(request, message_type), f"{message_type} to {request}", patience)

    def is_done(self, request):
        of = self.of(request)
        replied = any(message["channel"] in ("shell", "control") for message in of)
        return replied and any(message["content"].get("execution_state") == "idle" for message in of if message["type"] == "status")

    def end(self, request, patience=PATIENCE):
        """All that belongs to a request, when it is done and nothing follows."""
        self.wait(lambda: self.is_done(request), f"the reply and idle to {request}", patience)
        while self.listen(30):
            pass
        of = self.of(request)
        return {
            "id": request,
            "reply": next(message for message in of if message["channel"] in ("shell", "control")),
            "replies": sum(message["channel"] in ("shell", "control") for message in of),
            "published": [message for message in of if message["channel"] == "iopub"],
            "asked": [message for message in of if message["channel"] == "stdin"],
        }

    def ask(self, message_type, content, channel="shell", patience=PATIENCE):
        return self.end(self.send(message_type, content, channel), patience)

    def run(self, code, patience=PATIENCE, **options):
        return self.end(self.execute(code, **options), patience)

    def value(self, code):
        """The plain text of a cell's result."""
        exchange = self.run(code)
        results = [message for message in exchange["published"] if message["type"] == "execute_result"]
        if not results:
            raise TooLate(f"No result of {code!r}: {[brief(message) for message in exchange['published']]}")
        return results[0]["content"]["data"]["text/plain"]

    def answer(self, request, value):
        """Waits for the kernel to ask, and answers."""
        question = self.wait_for(request, "input_request")
        message = self.session.msg("input_reply", {"value": value, "status": "ok"}, parent=question["header"])
        self.session.send(self.sockets["stdin"], message)

    def close(self):
        self.blocking.stop_channels()


class Kernel(Client):
    """A kernel process and its first client."""

    def __init__(self):
        self.log_path = f"kernel-{time.monotonic_ns()}.log"
        self.log_file = open(self.log_path, "w")
        self.manager = KernelManager(kernel_name=kernel_name())
        self.manager.start_kernel(stdout=self.log_file, stderr=self.log_file)
        super().__init__(self.manager.client())

    def pid(self):
        return int(self.value("Environment.ProcessId"))

    def log(self):
        with open(self.log_path, encoding="utf-8", errors="replace") as file:
            return file.read()

    def another_client(self):
        """A front end that has found the connection file, with a session of its own."""
        other = BlockingKernelClient(connection_file=self.manager.connection_file)
        other.load_connection_file()
        return Client(other)

    def kill(self):
        try:
            self.close()
            self.manager.shutdown_kernel(now=True)
        finally:
            self.log_file.close()


def dated(header):
    """A header whose date is text again; None if it was no date of the specification's form."""
    date = header.get("date")
    utc = date.astimezone(datetime.timezone.utc).isoformat(timespec="microseconds") if isinstance(date, datetime.datetime) and date.tzinfo else None
    return {**header, "date": utc} if header else {}


def brief(message):
    return f"{message['channel']} {message['type']} {json.dumps(message['content'], default=str)[:200]}"


def is_gone(pid):
    """Whether a process has ended; one that nobody has buried yet has ended too."""
    try:
        with open(f"/proc/{pid}/stat") as stat:
            return stat.read().rpartition(")")[2].split()[0] in "ZX"
    except (FileNotFoundError, ProcessLookupError):
        return True


def status_of(pid, field):
    """A number of /proc/PID/status, in bytes where it is one of memory."""
    with open(f"/proc/{pid}/status") as status:
        words = next(line for line in status if line.startswith(field + ":")).split()
    return int(words[1]) * (1024 if words[2:] == ["kB"] else 1)


def runnable(pid):
    """The threads of a process that run or wait for a processor only."""
    threads = set()
    for thread in os.listdir(f"/proc/{pid}/task"):
        try:
            with open(f"/proc/{pid}/task/{thread}/stat") as stat:
                if stat.read().rpartition(")")[2].split()[0] == "R":
                    threads.add(thread)
        except (FileNotFoundError, ProcessLookupError):
            pass
    return threads


def main():
    faulthandler.dump_traceback_later(900, exit=True)
    wanted = sys.argv[2:]
    results, shared = {}, None
    for function, own in scenarios:
        if wanted and function.__name__ not in wanted:
            continue
        kernel = None
        try:
            if own:
                kernel = Kernel()
            else:
                kernel = shared = shared or Kernel()
            results[function.__name__] = function(kernel)
        except Exception as failure:
            log = kernel.log()[-4000:] if kernel else ""
            results[function.__name__] = {"failure": f"{type(failure).__name__}: {failure}\n{traceback.format_exc()}\n{log}"}
            own = True
        if own and kernel:
            kernel.kill()
            shared = None if shared is kernel else shared
    if shared:
        shared.kill()
    json.dump(results, sys.stdout)
