using Phm.Notebook.Execution;

namespace Phm.Notebook.Databases;

/// <summary>Gives the parameters of a statement the values of C# variables: <c>@year</c>, <c>:year</c> and <c>$year</c> are the variable year.</summary>
internal sealed class SqlParameters(NotebookSession session)
{
    private readonly Lazy<Dictionary<string, object?>> variables =
        new(() => session.Variables.ToDictionary(variable => variable.Name, variable => variable.Value, StringComparer.Ordinal));

    public void Bind(SqlStatement statement)
    {
        for (var number = 1; number <= statement.Parameters; number++)
        {
            var written = statement.ParameterName(number);
            if (written is null || written.StartsWith('?')) throw statement.Error("a parameter needs the name of a C# variable, as in @year");
            var name = written[1..];
            if (!variables.Value.TryGetValue(name, out var value)) throw statement.Error($"there is no C# variable '{name}' for the parameter {written}");
            if (!SqlValue.TryStore(value, out var stored)) throw statement.Error($"the C# variable '{name}' is of the type {value!.GetType().Name}, which cannot be a parameter");
            statement.Bind(number, stored);
        }
    }
}
