"""Cells that ask the person at the notebook."""
from harness import main, scenario


@scenario
def name(kernel):
    request = kernel.execute('var name = await GetInputAsync("Name? ");\n$"Hello {name}"', allow_stdin=True)
    kernel.answer(request, "Ada 😀")
    return kernel.end(request)


@scenario
def password(kernel):
    request = kernel.execute('var secret = await GetPasswordAsync("Password: ");\nsecret.Length', allow_stdin=True)
    kernel.answer(request, "hidden-word")
    return kernel.end(request)


@scenario
def console(kernel):
    request = kernel.execute("Console.ReadLine()", allow_stdin=True)
    kernel.answer(request, "typed")
    return kernel.end(request)


@scenario
def twice(kernel):
    request = kernel.execute('var one = await GetInputAsync("1"); var two = await GetInputAsync("2"); one + two', allow_stdin=True)
    kernel.answer(request, "x")
    questions = lambda: [message for message in kernel.of(request) if message["type"] == "input_request"]
    kernel.wait(lambda: len(questions()) == 2, "the second question")
    question = questions()[-1]
    kernel.session.send(kernel.sockets["stdin"], kernel.session.msg("input_reply", {"value": "y", "status": "ok"}, parent=question["header"]))
    return kernel.end(request)


@scenario
def not_allowed(kernel):
    return kernel.run('await GetInputAsync("Name?")', allow_stdin=False)


@scenario
def interrupted(kernel):
    kernel.run("var before = 8;")
    request = kernel.execute('await GetInputAsync("Forever?")', allow_stdin=True)
    kernel.wait_for(request, "input_request")
    kernel.send("interrupt_request", {}, "control")
    return {"cell": kernel.end(request), "after": kernel.run("before + 1")}


@scenario
def unasked(kernel):
    """An answer to no question does not answer the next one."""
    kernel.session.send(kernel.sockets["stdin"], kernel.session.msg("input_reply", {"value": "stale", "status": "ok"}))
    kernel.run("1")
    request = kernel.execute('await GetInputAsync("Now?")', allow_stdin=True)
    kernel.answer(request, "fresh")
    return kernel.end(request)


main()
