using System.Text.Json;
using Phm.Jupyter.Messages;

namespace Phm.Jupyter.Serving.Handlers;

/// <summary>What an execute request asks for.</summary>
internal sealed record ExecuteFields
{
    public required string Code { get; init; }

    public bool Silent { get; init; }

    public bool StoresHistory { get; init; }

    public bool AllowsInput { get; init; }

    public bool StopsOnError { get; init; }

    /// <summary>Expressions to evaluate after the code, by the names under which the client wants their values.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Expressions { get; init; } = [];

    public static ExecuteFields Read(JsonElement content)
    {
        var silent = content.Flag("silent", false);
        return new ExecuteFields
        {
            Code = content.Text("code"),
            Silent = silent,
            StoresHistory = !silent && content.Flag("store_history", true),
            AllowsInput = content.Flag("allow_stdin", false),
            StopsOnError = content.Flag("stop_on_error", true),
            Expressions = content.Texts("user_expressions"),
        };
    }
}
