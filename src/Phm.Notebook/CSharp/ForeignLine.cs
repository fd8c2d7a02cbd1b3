using System.Text.RegularExpressions;

namespace Phm.Notebook.CSharp;

/// <summary>Tells a line that was written in another language, of which the compiler finds many errors and none that is the author's.</summary>
internal static partial class ForeignLine
{
    /// <summary>What is told at its first error, before it.</summary>
    private static readonly (Regex Form, string Hint)[] Forms =
    [
        (Magic(), "this is a magic of IPython; here a directive begins with '#!': '#!lsmagic' lists them, '#!time' measures a cell"),
        (Shell(), "this is a command of a shell, which no cell runs; '!' in C# means 'not'"),
        (Question(), "this is a question to R or IPython; in C# it is help(NAME)"),
        (Comment(), "this is a comment of R or Python; in C# a comment begins with '//'"),
        (Import(), "this is Python; in C# 'using NAME;' imports a namespace, and #r \"FILE.dll\" references a library"),
        (Pipe(), "this is R; in C# the next step follows a dot: kent.Where(…).Count"),
        (Among(), "this is R; in C# it is list.Contains(value)"),
        (Column(), "this is R; in C# what a value has follows a dot: data.patients"),
        (Loop(), "this is R or Python; in C#: foreach (var i in Enumerable.Range(1, 10)) { … }"),
        (Formula(), "this is a formula of R, which C# has not; help() shows how to find what there is in its place"),
        (Block(), "this is Python; in C# a condition stands between ( and ), what depends on it between { and }"),
    ];

    /// <summary>The hint, or null for a line of which nothing shows that it is not C#.</summary>
    /// <param name="line">The line as it is written; texts and comments in it do not count.</param>
    public static string? Hint(string line)
    {
        var code = Texts().Replace(line, "\"\"").Trim();
        return Forms.FirstOrDefault(form => form.Form.IsMatch(code)).Hint;
    }

    [GeneratedRegex("""\"(\\.|[^"\\])*\"|//.*$""")]
    private static partial Regex Texts();

    [GeneratedRegex(@"^%%?[a-z]\w*\b")]
    private static partial Regex Magic();

    [GeneratedRegex(@"^![a-z][\w-]*(\s+[^=&|.;]*)?$")]
    private static partial Regex Shell();

    [GeneratedRegex(@"^\?\??[\p{L}_][\w.]*$")]
    private static partial Regex Question();

    [GeneratedRegex(@"^#+\s")]
    private static partial Regex Comment();

    [GeneratedRegex(@"^(import\s+[\w.]+|from\s+[\w.]+\s+import\b)")]
    private static partial Regex Import();

    [GeneratedRegex(@"\|>|%>%")]
    private static partial Regex Pipe();

    [GeneratedRegex("%in%")]
    private static partial Regex Among();

    [GeneratedRegex(@"[\w)\]]\$[\p{L}_]")]
    private static partial Regex Column();

    [GeneratedRegex(@"^for\s*\(?\s*\w+\s+in\b")]
    private static partial Regex Loop();

    [GeneratedRegex(@"[\w)]\s+~\s+[\w(.]")]
    private static partial Regex Formula();

    [GeneratedRegex(@"^(if|elif|else|while|def|with|try|except)\b[^?{;]*:$")]
    private static partial Regex Block();
}
