"""Cells: results, errors, counts, quiet ones."""
from harness import main, own_kernel, scenario


@own_kernel
def counts(kernel):
    first = kernel.run("var a = 5;")
    second = kernel.run("a * 2")
    quiet = kernel.run("a = 6; a", silent=True)
    unkept = kernel.run("a", store_history=False)
    last = kernel.run("a + 1")
    return {"first": first, "second": second, "quiet": quiet, "unkept": unkept, "last": last}


@scenario
def quiet_and_chatty(kernel):
    return kernel.run('Console.WriteLine("heard"); display("shown"); 7', silent=True)


@scenario
def quiet_and_failing(kernel):
    return kernel.run('throw new InvalidOperationException("quietly");', silent=True)


@scenario
def exception(kernel):
    return kernel.run('Console.WriteLine("before");\nthrow new InvalidOperationException("as meant");')


@scenario
def does_not_compile(kernel):
    return kernel.run('int number = "no number";')


@scenario
def unknown_directive(kernel):
    return kernel.run("#!nonsense")


@scenario
def expressions(kernel):
    kernel.run("var people = 41;")
    return kernel.run("people += 1;", user_expressions={"sum": "people + 1", "bad": "nobody.Knows", "text": '"Wealdshire"'})


@scenario
def nothing(kernel):
    before = kernel.run("1")
    return {"before": before, "empty": kernel.run(""), "blank": kernel.run("  \n\t\n"), "comment": kernel.run("// only a remark"), "after": kernel.run("2")}


@scenario
def statement_only(kernel):
    return kernel.run("var silentlyDone = 3;")


@scenario
def awaits(kernel):
    return kernel.run("await Task.Delay(10);\n3 * 4")


@scenario
def emoji(kernel):
    return kernel.run('"😀 é 漢字"')


@scenario
def null_result(kernel):
    return kernel.run("(string)null")


@scenario
def lone_surrogate(kernel):
    return {"shown": kernel.run("\"a\\ud83d b\""), "after": kernel.run("1 + 1")}


@scenario
def missing_fields(kernel):
    return kernel.ask("execute_request", {"code": "6 * 7"})


@own_kernel
def failing_threads(kernel):
    """Exceptions that nobody catches, on threads that the runtime would end the process for."""
    kernel.run("var kept = 41;")
    codes = {
        "thread": 'var failing = new System.Threading.Thread(() => throw new Exception("on a thread")); failing.Start(); failing.Join();',
        "work_item": 'System.Threading.ThreadPool.QueueUserWorkItem(_ => throw new Exception("on the pool")); System.Threading.Thread.Sleep(200);',
        "timer": 'var timer = new System.Threading.Timer(_ => throw new Exception("in a timer"), null, 1, -1); System.Threading.Thread.Sleep(200);',
        "async_void": 'async void Fail() { await Task.Yield(); throw new Exception("async void"); }\nFail(); System.Threading.Thread.Sleep(200);',
    }
    return {**{name: kernel.run(code) for name, code in codes.items()}, "after": kernel.run("kept + 1")}


@scenario
def everything_heard(kernel):
    """The ids and dates of all that this kernel has said."""
    return [message["header"] for message in kernel.heard]


main()
