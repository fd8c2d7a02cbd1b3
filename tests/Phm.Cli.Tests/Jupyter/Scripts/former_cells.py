"""What was typed before."""
from harness import main, own_kernel


def ask(kernel, kind, **options):
    return kernel.ask("history_request", {"hist_access_type": kind, "raw": True, "output": False, **options})


@own_kernel
def history(kernel):
    for code in ("var a = 1;", "a + 1", "a + 1", "throw new Exception();"):
        kernel.run(code)
    kernel.run("var hidden = 1;", store_history=False)
    kernel.run("var silent = 1;", silent=True)
    kernel.run('"last"')
    return {
        "tail": ask(kernel, "tail", n=3),
        "tail_of_all": ask(kernel, "tail", n=1000),
        "tail_with_outputs": ask(kernel, "tail", n=4, output=True),
        "range": ask(kernel, "range", session=0, start=2, stop=4),
        "range_with_outputs": ask(kernel, "range", session=0, start=1, stop=3, output=True),
        "search": ask(kernel, "search", pattern="*a + *", n=10),
        "search_unique": ask(kernel, "search", pattern="*a + *", n=10, unique=True),
        "search_one": ask(kernel, "search", pattern="a ? 1", n=1),
        "search_nothing": ask(kernel, "search", pattern="*nobody*", n=10),
        "unknown_kind": ask(kernel, "sideways"),
    }


main()
