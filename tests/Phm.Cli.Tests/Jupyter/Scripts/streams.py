"""Console output as it is written."""
from harness import main, open_gate, scenario, wait_for_gate


@scenario
def order(kernel):
    return kernel.run('Console.WriteLine("one"); Console.Error.WriteLine("two"); Console.WriteLine("three"); Console.Error.Write("four");')


@scenario
def pieces(kernel):
    return kernel.run('Console.Write("a"); Console.Write("b\\rc"); Console.Write("\\u001b[31md\\u001b[0m"); Console.WriteLine(); Console.Write(1.5);')


@scenario
def threads(kernel):
    return kernel.run(
        "var writers = Enumerable.Range(0, 4).Select(writer => new System.Threading.Thread(() =>\n"
        "{\n"
        '    for (var line = 0; line < 100; line++) Console.WriteLine($"{writer}:{line}");\n'
        "})).ToList();\n"
        "writers.ForEach(writer => writer.Start());\n"
        "writers.ForEach(writer => writer.Join());")


@scenario
def while_running(kernel):
    request = kernel.execute('Console.WriteLine("working");\n' + wait_for_gate("heard-first") + '\nConsole.WriteLine("done");')
    kernel.wait_for(request, "stream")
    replied = kernel.is_done(request)
    open_gate("heard-first")
    return {"replied": replied, "exchange": kernel.end(request)}


@scenario
def unended_line_while_running(kernel):
    request = kernel.execute('Console.Write("half a line");\n' + wait_for_gate("heard-half") + "\nConsole.WriteLine();")
    kernel.wait_for(request, "stream")
    open_gate("heard-half")
    return kernel.end(request)


@scenario
def between_displays(kernel):
    return kernel.run('Console.Write("first"); display("second"); Console.Write("third"); "fourth"')


@scenario
def before_an_error(kernel):
    return kernel.run('Console.Write("so far"); throw new Exception("and no further");')


@scenario
def long_line(kernel):
    return kernel.run("Console.WriteLine(new string('x', 900_000));")


@scenario
def late(kernel):
    """A task that outlives its cell writes while a later one runs."""
    kernel.run("var outliving = Task.Run(() =>\n{\n" + wait_for_gate("later") + '\nConsole.WriteLine("from before");\n});')
    open_gate("later")
    return {"during": kernel.run('await outliving;\nConsole.Write("own");'), "after": kernel.run("1 + 1")}


main()
