"""Begin, restart, end."""
import os
import signal
import subprocess
import sys
import time

from harness import Client, Kernel, is_gone, kernel_name, main, own_kernel, until

CHILD = """
import sys
from jupyter_client.manager import KernelManager
manager = KernelManager(kernel_name=sys.argv[1])
manager.start_kernel()
client = manager.client()
client.start_channels()
client.wait_for_ready(timeout=60)
client.execute("Environment.ProcessId" + sys.argv[2])
while True:
    message = client.get_iopub_msg(timeout=60)
    if message["msg_type"] == "execute_result":
        print(message["content"]["data"]["text/plain"], flush=True)
        break
if sys.argv[2]:
    client.execute("while (true) {}")
sys.stdin.read()
"""


@own_kernel
def restart(kernel):
    former_pid = kernel.pid()
    kernel.run("var former = 1;")
    shown = kernel.run('var place = display("of the former session");')
    kernel.manager.restart_kernel(now=False)
    kernel.close()
    again = Client(kernel.manager.client())
    first = again.run('var place = display("of the new session");')
    fresh = again.run("former")
    gone = until(lambda: is_gone(former_pid), "the end of the former process")
    again.close()
    return {"shown": shown, "first": first, "fresh": fresh, "gone": gone}


def shut_down(kernel, prepare, how):
    pid = kernel.pid()
    process = kernel.manager.provisioner.process
    prepare(kernel)
    reply = how(kernel)
    begin = time.monotonic()
    until(lambda: is_gone(pid), "the end of the process", 30)
    return {"reply": reply, "seconds": time.monotonic() - begin, "exit": process.wait(), "log": kernel.log()}


def by_message(channel):
    def send(kernel):
        request = kernel.send("shutdown_request", {"restart": False}, channel)
        return kernel.wait_for(request, "shutdown_reply")
    return send


def by_manager(kernel):
    kernel.manager.shutdown_kernel()


def busy(kernel):
    request = kernel.execute('Console.WriteLine("running");\nwhile (true) {}')
    kernel.wait_for(request, "stream")


@own_kernel
def shutdown(kernel):
    return shut_down(kernel, lambda _: None, by_message("control"))


@own_kernel
def shutdown_on_shell(kernel):
    return shut_down(kernel, lambda _: None, by_message("shell"))


@own_kernel
def shutdown_while_busy(kernel):
    return shut_down(kernel, busy, by_message("control"))


@own_kernel
def shutdown_by_manager(kernel):
    return shut_down(kernel, lambda _: None, by_manager)


@own_kernel
def terminated(kernel):
    pid = kernel.pid()
    os.kill(pid, signal.SIGTERM)
    return until(lambda: is_gone(pid), "the end of the process", 30)


def parent_is_killed(suffix):
    parent = subprocess.Popen([sys.executable, "-c", CHILD, kernel_name(), suffix], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
    pid = int(parent.stdout.readline())
    parent.kill()
    parent.wait()
    begin = time.monotonic()
    until(lambda: is_gone(pid), "the end of the kernel", 30)
    return time.monotonic() - begin


@own_kernel
def parent_killed(kernel):
    return parent_is_killed("")


@own_kernel
def parent_killed_while_busy(kernel):
    return parent_is_killed(" ")


main()
