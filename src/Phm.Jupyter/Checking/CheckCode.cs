namespace Phm.Jupyter.Checking;

/// <summary>The cells by which a kernel is tried, in its language.</summary>
internal sealed record CheckCode
{
    private static readonly CheckCode CSharp = new()
    {
        Print = "Console.Write(\"printed\");",
        Display = "display(\"shown\");",
        Complete = "\"\".ToUpp",
        Completion = "ToUpper",
        Remember = "var phmCheck = 41;",
        Loop = "Console.Write(\"printed\"); while (true) { }",
        Recall = "phmCheck + 1",
    };

    private static readonly CheckCode Python = new()
    {
        Print = "print('printed')",
        Display = "from IPython.display import display; display('shown')",
        Complete = "str.uppe",
        Completion = "upper",
        Remember = "phmCheck = 41",
        Loop = "print('printed', flush=True)\nwhile True: pass",
        Recall = "phmCheck + 1",
    };

    /// <summary>Gives 2.</summary>
    public string Sum { get; } = "1 + 1";

    /// <summary>Prints the word 'printed'.</summary>
    public required string Print { get; init; }

    /// <summary>Shows the word 'shown'.</summary>
    public required string Display { get; init; }

    /// <summary>The beginning of a member's name.</summary>
    public required string Complete { get; init; }

    /// <summary>The member.</summary>
    public required string Completion { get; init; }

    /// <summary>Gives a variable the value 41.</summary>
    public required string Remember { get; init; }

    /// <summary>Prints the word 'printed' and never ends.</summary>
    public required string Loop { get; init; }

    /// <summary>The variable and one more: 42.</summary>
    public required string Recall { get; init; }

    /// <summary>The cells in a language; null for one that the check does not speak.</summary>
    public static CheckCode? In(string language) => language.ToUpperInvariant() switch
    {
        "C#" or "CSHARP" => CSharp,
        "PYTHON" => Python,
        _ => null,
    };
}
