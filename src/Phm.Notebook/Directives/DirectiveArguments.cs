using System.Globalization;
using Phm.Notebook.Execution;

namespace Phm.Notebook.Directives;

/// <summary>What a directive's line says after its name: options with their values, and words.</summary>
internal sealed class DirectiveArguments
{
    private readonly Dictionary<string, DirectiveWord> options = new(StringComparer.Ordinal);
    private readonly List<DirectiveWord> words = [];
    private readonly DirectiveUsage usage;
    private readonly int line;

    private DirectiveArguments(DirectiveUsage usage, int line)
    {
        this.usage = usage;
        this.line = line;
    }

    public IReadOnlyList<DirectiveWord> Words => words;

    /// <exception cref="CellFailedException">The line is not as the directive is written.</exception>
    public static DirectiveArguments Read(string text, DirectiveUsage usage, int line)
    {
        var arguments = new DirectiveArguments(usage, line);
        var read = DirectiveWord.Split(text) ?? throw arguments.Error("has a quote that is not closed"
            + (text.TrimEnd().EndsWith("\\\"", StringComparison.Ordinal) ? "; a backslash before the closing quote is written twice" : ""));
        for (var i = 0; i < read.Count; i++)
        {
            if (!read[i].IsOption) arguments.words.Add(read[i]);
            else if (!usage.Options.Contains(read[i].Text)) throw arguments.Error($"does not know the option '{Short(read[i].Text)}'");
            else if (i + 1 == read.Count || read[i + 1].IsOption) throw arguments.Error($"has no value after '{read[i].Text}'");
            else if (!arguments.options.TryAdd(read[i].Text, read[i + 1])) throw arguments.Error($"has the option '{read[i].Text}' twice");
            else i++;
        }
        if (arguments.words.Count > usage.Words) throw arguments.Error($"has '{Short(arguments.words[usage.Words].Text)}', which belongs to no option");
        return arguments;
    }

    public string? Text(string option) => Word(option)?.Text;

    public DirectiveWord? Word(string option) => options.TryGetValue(option, out var word) ? word : null;

    public DirectiveWord Required(string option) => Word(option) ?? throw Error($"needs the option '{option}'");

    public int Number(string option, int most, int otherwise)
    {
        if (Text(option) is not { } text) return otherwise;
        return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= 1 && number <= most ? number
            : throw Error(string.Create(CultureInfo.InvariantCulture, $"needs a whole number from 1 to {most:#,##0} after '{option}'"));
    }

    /// <summary>An error in the words of the line's author, with how the line is written.</summary>
    public CellFailedException Error(string problem) => CellFailedException.Directive($"'#!{usage.Name}' {problem}. It is written: {usage}", line);

    private static string Short(string text) => text.Length <= 40 ? text : text[..40] + "…";
}
