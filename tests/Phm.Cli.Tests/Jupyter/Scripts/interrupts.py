"""Running code is stopped, and the session lives on."""
import os
import signal
import time

from harness import TooLate, main, own_kernel, runnable, scenario, until


def interrupt(kernel, code, how):
    """Runs a cell that says that it runs, stops it, and looks at what is left."""
    kernel.run("var kept = 41;")
    pid = kernel.pid()
    request = kernel.execute('Console.WriteLine("running");\n' + code)
    kernel.wait_for(request, "stream")
    time.sleep(0.2)
    stopped = how(kernel, pid)
    cell = kernel.end(request)
    after = kernel.run("kept + 1")
    return {"cell": cell, "after": after, "stopped": stopped, "freed": processor_is_free(pid)}


def processor_is_free(pid):
    """Whether no thread of the process goes on: none is ready to run whenever one looks. A busy machine makes no difference to that."""
    def rests():
        ready = runnable(pid)
        for _ in range(20):
            time.sleep(0.025)
            ready &= runnable(pid)
        return not ready
    try:
        return until(rests, "rest", 30)
    except TooLate:
        return False


def by_message(kernel, pid):
    return kernel.ask("interrupt_request", {}, "control")


def by_signal(kernel, pid):
    os.kill(pid, signal.SIGINT)


def by_manager(kernel, pid):
    kernel.manager.interrupt_kernel()


@scenario
def endless_loop_by_message(kernel):
    return interrupt(kernel, "while (true) {}", by_message)


@scenario
def endless_loop_by_signal(kernel):
    return interrupt(kernel, "while (true) {}", by_signal)


@scenario
def endless_loop_by_manager(kernel):
    return interrupt(kernel, "while (true) {}", by_manager)


@scenario
def assigned_before_the_loop(kernel):
    result = interrupt(kernel, "kept = 100;\nvar fresh = 7;\nwhile (true) {}", by_message)
    return {**result, "fresh": kernel.run("kept")}


@scenario
def sleep(kernel):
    return interrupt(kernel, "System.Threading.Thread.Sleep(-1);", by_message)


@scenario
def delay(kernel):
    return interrupt(kernel, "await Task.Delay(-1);", by_message)


@scenario
def async_loop(kernel):
    return interrupt(kernel, "while (true) await Task.Yield();", by_message)


@scenario
def long_query(kernel):
    return interrupt(kernel, "Enumerable.Range(0, int.MaxValue).Select(i => Math.Sqrt(i)).Where(x => x < 0).Sum()", by_message)


@scenario
def parallel_query(kernel):
    return interrupt(kernel, "ParallelEnumerable.Range(0, int.MaxValue).Select(i => Math.Sqrt(Math.Sqrt(i))).Where(x => x < 0).Sum()", by_message)


@scenario
def parallel_for(kernel):
    return interrupt(kernel, "Parallel.For(0, int.MaxValue, i => { while (i >= 0) { } });", by_message)


@scenario
def catches_everything(kernel):
    return interrupt(kernel, "while (true) { try { while (true) { } } catch (Exception) { } }", by_message)


@scenario
def timer(kernel):
    """What its ticks do after the stop takes no threads, and later cells run."""
    result = interrupt(kernel, "var ticks = 0; var timer = new System.Threading.Timer(_ => { for (var i = 0; i < 3; i++) ticks++; }, null, 0, 10); while (true) {}", by_message)
    time.sleep(1)
    threads = len(os.listdir(f"/proc/{kernel.pid()}/task"))
    time.sleep(2)
    result["grown"] = len(os.listdir(f"/proc/{kernel.pid()}/task")) - threads
    kernel.run("timer.Dispose();")
    return {**result, "later": kernel.run("1 + 1")}


@own_kernel
def full_pool(kernel):
    """The cell ends although its tasks keep every thread of the pool busy for ever."""
    return {"cell": kernel.run("for (var i = 0; i < 5000; i++) _ = Task.Run(() => System.Threading.Thread.Sleep(-1));\n7")}


@scenario
def endless_output(kernel):
    return interrupt(kernel, 'while (true) { Console.Write(""); }', by_message)


@scenario
def queue_behind(kernel):
    """What waits behind an interrupted cell is not executed."""
    running = kernel.execute('Console.WriteLine("running");\nwhile (true) {}')
    waiting = kernel.execute("1 + 1")
    kernel.wait_for(running, "stream")
    kernel.send("interrupt_request", {}, "control")
    return {"running": kernel.end(running), "waiting": kernel.end(waiting), "after": kernel.run("2 + 2")}


@scenario
def many_interrupts(kernel):
    request = kernel.execute('Console.WriteLine("running");\nwhile (true) {}')
    kernel.wait_for(request, "stream")
    for _ in range(10):
        kernel.send("interrupt_request", {}, "control")
    return {"cell": kernel.end(request), "after": kernel.run("3 + 3")}


main()
