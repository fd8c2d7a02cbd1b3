using System.CommandLine;

namespace Phm.Cli;

/// <summary><c>--parameter name=value</c>, as often as wanted.</summary>
internal static class ParameterOption
{
    public static Option<string[]> Create()
    {
        var option = new Option<string[]>("--parameter")
        {
            Description = "NAME=VALUE for a variable of the cell tagged 'parameters'; may be given several times.",
            HelpName = "NAME=VALUE",
            AllowMultipleArgumentsPerToken = false,
        };
        option.Validators.Add(result =>
        {
            var names = new HashSet<string>(StringComparer.Ordinal);
            foreach (var token in result.Tokens)
            {
                var at = token.Value.IndexOf('=', StringComparison.Ordinal);
                if (at <= 0) result.AddError("--parameter is NAME=VALUE, for example --parameter people=50000.");
                else if (!names.Add(token.Value[..at].Trim())) result.AddError($"--parameter {token.Value[..at].Trim()} is given twice.");
            }
        });
        return option;
    }

    /// <summary>The values by name. White space around a name is dropped; a value is taken as it is.</summary>
    public static IReadOnlyDictionary<string, string> Read(IEnumerable<string> given) => given
        .Select(pair => (Pair: pair, At: pair.IndexOf('=', StringComparison.Ordinal)))
        .ToDictionary(pair => pair.Pair[..pair.At].Trim(), pair => pair.Pair[(pair.At + 1)..], StringComparer.Ordinal);
}
