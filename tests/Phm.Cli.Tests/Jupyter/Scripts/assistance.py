"""What a front end asks while somebody types."""
import os

from harness import main, own_kernel, scenario


def complete(kernel, code, cursor=None):
    return kernel.ask("complete_request", {"code": code, "cursor_pos": len(code) if cursor is None else cursor})


def inspect(kernel, code, cursor=None, detail=0):
    return kernel.ask("inspect_request", {"code": code, "cursor_pos": len(code) if cursor is None else cursor, "detail_level": detail})


@scenario
def completions(kernel):
    kernel.run('var patients = new List<string> { "a" };\nrecord Person(string Name, int Age);')
    os.makedirs("data-folder", exist_ok=True)
    with open("data-folder/some-script.csx", "w") as script:
        script.write("var loaded = 1;")
    return {
        "member": complete(kernel, "Console.Wri"),
        "all_members": complete(kernel, "patients."),
        "variable": complete(kernel, "var more = pati"),
        "own_type": complete(kernel, "new Pers"),
        "own_member": complete(kernel, 'new Person("x", 3).Na'),
        "within_cell": complete(kernel, "var counted = 1;\ncoun"),
        "type": complete(kernel, "StringBui"),
        "type_of_no_using": complete(kernel, "Stopwat"),
        "namespace": complete(kernel, "using System.Diagnos"),
        "keyword": complete(kernel, "forea"),
        "directive": complete(kernel, "#!ti"),
        "path": complete(kernel, '#load "data-folder/so'),
        "after_emoji": complete(kernel, 'var smile = "😀😀"; smile.Len'),
        "before_the_end": complete(kernel, 'Console.Wri("😀");', cursor=11),
        "in_a_string": complete(kernel, '"Console.'),
        "empty": complete(kernel, ""),
        "beyond": complete(kernel, "Console.Wri", cursor=1000),
        "negative": complete(kernel, "Console.Wri", cursor=-5),
        "broken": complete(kernel, "if (patients.Cou"),
    }


@scenario
def inspections(kernel):
    kernel.run("/// <summary>Doubles a number of people.</summary>\nint Doubled(int people) => people * 2;\nvar deprivation = 5;")
    return {
        "method": inspect(kernel, "Math.Max(1, 2)", cursor=7),
        "variable": inspect(kernel, "deprivation + 1", cursor=4),
        "own": inspect(kernel, "Doubled(3)", cursor=3),
        "emoji": inspect(kernel, 'var s = "😀"; Math.Max(1, 2)', cursor=18),
        "nothing": inspect(kernel, "   ", cursor=1),
        "unknown": inspect(kernel, "nobodyKnows", cursor=3),
        "in_detail": inspect(kernel, "Math.Max(1, 2)", cursor=7, detail=1),
    }


@scenario
def completeness(kernel):
    codes = {
        "expression": "1 + 1", "statement": "var a = 1;", "open_block": "if (true) {", "nested": "foreach (var x in xs)\n{\n    if (x) {", "open_call": "Math.Max(1,",
        "assignment": "var x = ", "stray": ")", "open_text": 'var s = "no end', "raw_text": 'var s = """\n  text', "comment": "/* still", "directive": "#!time\n1 + 1",
        "empty": "", "class_done": "class A { }",
    }
    return {name: kernel.ask("is_complete_request", {"code": code}) for name, code in codes.items()}


@own_kernel
def with_the_library(kernel):
    library = open("library").read()
    kernel.run(f'#r "{library}"\nusing Phm.Ingest;\nusing Phm.Populations;')
    return {"static": complete(kernel, "LinkedData."), "type": complete(kernel, "Peri"), "inspect": inspect(kernel, 'LinkedData.Load("a")', cursor=13)}


main()
