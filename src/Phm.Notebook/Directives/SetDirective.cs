using System.Globalization;
using Phm.Notebook.Execution;

namespace Phm.Notebook.Directives;

/// <summary><c>#!set</c>: a C# variable from a value that the line states, or from another kernel's value.</summary>
internal sealed class SetDirective() : Directive(new DirectiveUsage(
    "set", "--name NAME --value VALUE",
    "Makes a C# variable: 5 is an int, 2.5 a double, true a bool, @kernel:name another kernel's value, @input:question an answer, all else text.")
{
    Options = ["--name", "--value"],
})
{
    private const string Input = "input";
    private const string Password = "password";

    protected override async Task ExecuteAsync(DirectiveArguments arguments, int line, CellRun run)
    {
        var (name, word) = (arguments.Required("--name").Text, arguments.Required("--value"));
        var csharp = run.Session.CSharp;
        if (word.IsQuoted || !word.Text.StartsWith('@') || word.Text.IndexOf(':', StringComparison.Ordinal) is var colon && colon < 0)
        {
            await csharp.DeclareAsync(name, word.IsQuoted ? word.Text : Typed(word.Text), line, run).ConfigureAwait(false);
            return;
        }
        var (kernel, source) = (word.Text[1..colon], word.Text[(colon + 1)..]);
        if (kernel is Input or Password)
            await csharp.DeclareAsync(name, await run.AskAsync(new InputRequest(source, kernel == Password)).ConfigureAwait(false), line, run).ConfigureAwait(false);
        else await run.Session.Kernels.ShareAsync(kernel, source, name, line, run).ConfigureAwait(false);
    }

    private static object Typed(string text)
    {
        if (text is "true" or "false") return text == "true";
        if (int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var whole)) return whole;
        if (long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var large)) return large;
        const NumberStyles Decimal = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent;
        var isNumber = text.Any(char.IsAsciiDigit) && double.TryParse(text, Decimal, CultureInfo.InvariantCulture, out _);
        return isNumber ? double.Parse(text, Decimal, CultureInfo.InvariantCulture) : text;
    }
}
