"""Bytes that no client of good will sends."""
import json
import os
import socket
import struct
import uuid

import zmq
from harness import main, own_kernel, scenario, status_of, until

DELIMITER = b"<IDS|MSG>"
GREETING = b"\xff" + bytes(8) + b"\x7f\x03\x00" + b"NULL".ljust(20, b"\0") + b"\0" + bytes(31)


class Raw:
    """A socket of our own to one of the kernel's ports, for frames of our own."""

    def __init__(self, kernel, channel="shell", kind=zmq.DEALER):
        self.info = kernel.blocking.get_connection_info()
        self.session = kernel.session
        self.socket = zmq.Context.instance().socket(kind)
        self.socket.linger = 1000
        self.socket.connect(f"tcp://{self.info['ip']}:{self.info[channel + '_port']}")

    def message(self, code, **header):
        header = {"msg_id": uuid.uuid4().hex, "msg_type": "execute_request", "username": "x", "session": "raw", "version": "5.3", "date": "2024-01-01T00:00:00.000000Z", **header}
        content = {"code": code, "silent": False, "store_history": False, "user_expressions": {}, "allow_stdin": False, "stop_on_error": True}
        return self.signed([json.dumps(part).encode() for part in (header, {}, {}, content)])

    def signed(self, parts):
        return [DELIMITER, self.session.sign(parts), *parts]

    def send(self, frames):
        self.socket.send_multipart(frames)

    def close(self):
        self.socket.close()


def then(kernel, raw, result=None):
    """What is left to see: the kernel answers a good message of the same peer and of its client, and what it wrote to its log."""
    open_file = f"answered-{uuid.uuid4().hex}"
    raw.send(raw.message(f'System.IO.File.WriteAllText("{open_file}", "");'))
    until(lambda: os.path.exists(open_file), "the good message of the raw peer")
    raw.close()
    return {"result": result, "after": kernel.run("1 + 1"), "log": kernel.log()}


@own_kernel
def wrong_signature(kernel):
    raw = Raw(kernel)
    for signature in (b"0" * 64, b"", b"\xff\xfe", b"0" * 100000):
        frames = raw.message('System.IO.File.WriteAllText("forged", "");')
        frames[1] = signature
        raw.send(frames)
    return {**then(kernel, raw), "forged": os.path.exists("forged")}


@own_kernel
def replay(kernel):
    raw = Raw(kernel)
    frames = raw.message('System.IO.File.AppendAllText("replayed", "x");')
    for _ in range(3):
        raw.send(frames)
    return {**then(kernel, raw), "times": os.path.getsize("replayed")}


@own_kernel
def malformed_json(kernel):
    raw = Raw(kernel)
    good = raw.message("1")[2:]
    deep = b"[" * 100000 + b"]" * 100000
    for place in range(4):
        for bad in (b"", b"{", b"null", b"[]", b"3", b"\xff\xfe\xfd", b'{"a":1}{', deep):
            parts = list(good)
            parts[place] = bad
            raw.send(raw.signed(parts))
    return then(kernel, raw)


@own_kernel
def wrong_types(kernel):
    raw = Raw(kernel)
    header = json.loads(raw.message("1")[2])
    for content in ({"code": 5}, {"code": None}, {"code": "1", "silent": "yes"}, {"code": ["1"]}, {"code": "1", "user_expressions": 7}, {}):
        raw.send(raw.signed([json.dumps(part).encode() for part in ({**header, "msg_id": uuid.uuid4().hex}, {}, {}, content)]))
    for change in ({"msg_type": 4}, {"msg_id": None}, {"msg_type": "execute_reply"}, {"session": []}):
        raw.send(raw.signed([json.dumps(part).encode() for part in ({**header, **change}, {}, {}, {"code": "1"})]))
    return then(kernel, raw)


@own_kernel
def unknown_type(kernel):
    raw = Raw(kernel)
    raw.send(raw.message("1", msg_type="make_coffee_request"))
    return then(kernel, raw)


@own_kernel
def wrong_frames(kernel):
    raw = Raw(kernel)
    good = raw.message("1")
    for frames in ([b""], [b"x"], [DELIMITER], good[:2], good[:3], good[1:], [b"a"] * 50, good[:5], [b"x" * 1000] * 500, [*good[:5], good[5] + b" "]):
        raw.send(frames)
    return then(kernel, raw)


@own_kernel
def with_buffers(kernel):
    raw = Raw(kernel)
    raw.send([*raw.message("1"), b"buffer", b"\0" * 100000])
    return then(kernel, raw)


def connect(kernel, channel="shell"):
    info = kernel.blocking.get_connection_info()
    return socket.create_connection((info["ip"], info[channel + "_port"]), timeout=30)


@own_kernel
def no_zmtp(kernel):
    """Peers that speak something else, on every port."""
    kept = []
    for channel in ("shell", "control", "stdin", "iopub", "hb"):
        for words in (b"", b"GET / HTTP/1.1\r\nHost: x\r\n\r\n", b"\xff" * 1000, GREETING[:11], GREETING, GREETING + b"\x04\xff" + b"x" * 10, GREETING + b"\x06" + b"\x7f" + b"\xff" * 7 + b"x",
                      GREETING + b"\x00\x05hello", GREETING.replace(b"NULL", b"PLAI"), GREETING + b"\x04\x04\x05READ", GREETING + b"\x04\x0a\x05READY\xff\xff\xff\xff"):
            peer = connect(kernel, channel)
            try:
                peer.sendall(words)
            except OSError:
                pass
            kept.append(peer)
    raw = Raw(kernel)
    result = then(kernel, raw, len(kept))
    for peer in kept:
        peer.close()
    return result


@own_kernel
def silent_subscriber(kernel):
    """Subscribes to everything and never reads, while 200 MB flow to one who does."""
    pid = kernel.pid()
    peer = connect(kernel, "iopub")
    peer.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4096)
    ready = b"\x05READY\x0bSocket-Type" + struct.pack(">I", 3) + b"SUB"
    peer.sendall(GREETING + b"\x04" + bytes([len(ready)]) + ready + b"\x00\x01\x01")
    line = "Console.Out.Write(new string('x', 999) + '\\n');"
    received, highest = 0, []
    for _ in range(2):
        for _ in range(100):
            request = kernel.execute(f"for (var line = 0; line < 990; line++) {line}")
            kernel.wait(lambda: kernel.is_done(request), "the end of a cell")
            received += sum(len(message["content"]["text"]) for message in kernel.of(request) if message["type"] == "stream")
            kernel.heard.clear()
        highest.append(status_of(pid, "VmHWM"))
    peer.close()
    return {"received": received, "highest": highest, "after": kernel.run("1 + 1"), "log": kernel.log()}


@own_kernel
def only_local(kernel):
    """The ports listen where the connection file says, and nowhere else."""
    info = kernel.blocking.get_connection_info()
    ports = {info[name + "_port"] for name in ("shell", "control", "stdin", "iopub", "hb")}
    listening = []
    for table in ("tcp", "tcp6"):
        if os.path.exists(f"/proc/net/{table}"):
            with open(f"/proc/net/{table}") as lines:
                for line in list(lines)[1:]:
                    address, port = line.split()[1].split(":")
                    if line.split()[3] == "0A" and int(port, 16) in ports:
                        listening.append(f"{table} {address}")
    return listening


@scenario
def lost_connection(kernel):
    """Peers that come and go in the middle of everything."""
    for _ in range(50):
        raw = Raw(kernel)
        raw.send(raw.message("1"))
        raw.socket.close(linger=0)
    raw = Raw(kernel)
    return then(kernel, raw)


main()
