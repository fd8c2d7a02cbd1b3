"""Questions about the kernel itself, on both channels that take them."""
import zmq
from harness import main, open_gate, scenario, wait_for_gate


@scenario
def kernel_info(kernel):
    return {channel: kernel.ask("kernel_info_request", {}, channel) for channel in ("shell", "control")}


@scenario
def connection(kernel):
    ports = kernel.blocking.get_connection_info()
    return {"asked": kernel.ask("connect_request", {}), "file": {name: ports[name] for name in ports if name.endswith("_port")}}


@scenario
def comm_info(kernel):
    return {"all": kernel.ask("comm_info_request", {}), "one": kernel.ask("comm_info_request", {"target_name": "jupyter.widget"})}


@scenario
def comm_open(kernel):
    """Nobody here takes comms: the front end is told so, once, and needs no reply."""
    request = kernel.send("comm_open", {"comm_id": "some-comm", "target_name": "nobody.knows", "data": {"a": 1}})
    kernel.wait(lambda: idle(kernel, request), "idle")
    return {"published": kernel.of(request), "after": kernel.run("1 + 1")}


@scenario
def comm_message(kernel):
    """A message and a close for a comm that is not there."""
    requests = [kernel.send("comm_msg", {"comm_id": "some-comm", "data": {}}), kernel.send("comm_close", {"comm_id": "some-comm", "data": {}})]
    for request in requests:
        kernel.wait(lambda: idle(kernel, request), "idle")
    return {"states": [states(kernel, request) for request in requests], "after": kernel.run("1 + 1")}


@scenario
def interrupt_when_idle(kernel):
    kernel.run("var survivor = 11;")
    return {"interrupt": kernel.ask("interrupt_request", {}, "control"), "after": kernel.run("survivor")}


@scenario
def control_while_busy(kernel):
    request = kernel.execute(wait_for_gate("asked"))
    kernel.wait_for(request, "execute_input")
    info = kernel.ask("kernel_info_request", {}, "control")
    done = kernel.is_done(request)
    open_gate("asked")
    return {"info": info, "done": done, "cell": kernel.end(request)}


@scenario
def heartbeat(kernel):
    info = kernel.blocking.get_connection_info()
    socket = zmq.Context.instance().socket(zmq.REQ)
    socket.connect(f"tcp://{info['ip']}:{info['hb_port']}")
    echoes = []
    for ping in (b"ping", b"", bytes(range(256))):
        socket.send(ping)
        echoes.append(bool(socket.poll(10000)) and socket.recv() == ping)
    socket.close(linger=0)
    return echoes


def idle(kernel, request):
    return "idle" in states(kernel, request)


def states(kernel, request):
    return [message["content"]["execution_state"] for message in kernel.of(request) if message["type"] == "status"]


main()
