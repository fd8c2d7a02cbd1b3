"""Requests that wait for one another."""
from harness import main, open_gate, scenario, wait_for_gate

FAILING = 4


def ten(kernel, gate, **options):
    """Ten cells, the first of which waits until all are sent; the fourth fails."""
    codes = [f"int Cell{number}() => {number};\nCell{number}()" for number in range(1, 11)]
    codes[0] = wait_for_gate(gate) + "\n1"
    codes[FAILING - 1] = 'throw new Exception("the fourth");'
    requests = [kernel.execute(code, **options) for code in codes]
    question = kernel.send("kernel_info_request", {})
    open_gate(gate)
    exchanges = [kernel.end(request) for request in requests]
    return {"cells": exchanges, "question": kernel.end(question), "after": kernel.run("20 + 1")}


@scenario
def stops(kernel):
    return ten(kernel, "queue-stops")


@scenario
def goes_on(kernel):
    return ten(kernel, "queue-goes-on", stop_on_error=False)


@scenario
def order(kernel):
    requests = [kernel.execute(f'Console.Write("{number} ");') for number in range(20)]
    for request in requests:
        kernel.end(request)
    return [message["content"]["text"] for message in kernel.heard if message["type"] == "stream"]


@scenario
def two_clients(kernel):
    other = kernel.another_client()
    kernel.run("var shared = 5;")
    mine = kernel.execute("shared + 1")
    theirs = other.execute("shared + 2")
    result = {"mine": kernel.end(mine), "theirs": other.end(theirs)}
    kernel.wait(lambda: any(message["content"].get("execution_state") == "idle" for message in kernel.of(theirs)), "the end of the other client's cell")
    asked = other.execute('await GetInputAsync("Who?")', allow_stdin=True)
    other.answer(asked, "me")
    result["asked"] = other.end(asked)
    result["seen_by_me"] = [message["type"] for message in kernel.of(theirs)]
    result["asked_of_me"] = [message for message in kernel.of(asked) if message["channel"] == "stdin"]
    other.close()
    return {**result, "after": kernel.run("shared + 3")}


main()
