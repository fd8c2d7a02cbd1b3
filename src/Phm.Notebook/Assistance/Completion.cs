namespace Phm.Notebook.Assistance;

/// <summary>Something that may stand at a place of a cell.</summary>
/// <param name="Text">What is inserted in the place of the list's range: a type that is not imported with its namespace, a generic type without its arguments, a method without parentheses.</param>
/// <param name="Kind">
/// What it is, in Jupyter's words: class, struct, interface, enum, enum member, delegate, method, function, property, field, event,
/// local, variable, parameter, namespace, keyword, directive, kernel, path, table, column.
/// </param>
public sealed record Completion(string Text, string Kind)
{
    /// <summary>What a list shows: the name alone, where <see cref="Text"/> is more than the name.</summary>
    public string Label { get; init; } = Text;

    /// <summary>A method's signature or another short detail on one line, or nothing.</summary>
    public string Signature { get; init; } = "";
}
