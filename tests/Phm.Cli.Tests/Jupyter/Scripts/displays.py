"""Displays and what replaces them."""
from harness import main, open_gate, own_kernel, scenario, wait_for_gate


@scenario
def update_within_a_cell(kernel):
    return kernel.run('var place = display("first");\nplace.Update("second");\nplace.Update("third");')


@scenario
def update_from_a_later_cell(kernel):
    shown = kernel.run('var kept = display("before");')
    return {"shown": shown, "updated": kernel.run('kept.Update("after");')}


@scenario
def update_while_running(kernel):
    request = kernel.execute('var live = display("0%");\n' + wait_for_gate("seen") + '\nlive.Update("50%");\n' + wait_for_gate("seen-update") + '\nlive.Update("100%");')
    kernel.wait_for(request, "display_data")
    open_gate("seen")
    kernel.wait_for(request, "update_display_data")
    open_gate("seen-update")
    return kernel.end(request)


@scenario
def kinds(kernel):
    return {
        "html": kernel.run('HTML("<b>bold</b>")'),
        "markdown": kernel.run("#!markdown\n# Title"),
        "json": kernel.run('"{\\"a\\":[1,2]}".DisplayAs("application/json");'),
        "list": kernel.run("new[] { 1, 2, 3 }"),
        "returned": kernel.run('display("once")'),
    }


@scenario
def clear(kernel):
    return {"now": kernel.run('Console.WriteLine("old");\nClearOutput();\nConsole.WriteLine("new");'), "wait": kernel.run('ClearOutput(wait: true);\nConsole.WriteLine("new");')}


@own_kernel
def many(kernel):
    return kernel.run("for (var i = 0; i < 300; i++) display(i);")


main()
