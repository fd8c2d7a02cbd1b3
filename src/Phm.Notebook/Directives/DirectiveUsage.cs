namespace Phm.Notebook.Directives;

/// <summary>How a directive or a selector is written, for its reader and for <c>#!lsmagic</c>.</summary>
/// <param name="Name">The word after <c>#!</c>.</param>
/// <param name="Form">What follows it, or nothing.</param>
/// <param name="Meaning">What it does, in one sentence.</param>
internal sealed record DirectiveUsage(string Name, string Form, string Meaning)
{
    /// <summary>The options that it knows; each takes a value.</summary>
    public IReadOnlyList<string> Options { get; init; } = [];

    /// <summary>How many words may stand outside of options.</summary>
    public int Words { get; init; }

    public override string ToString() => Form.Length == 0 ? "#!" + Name : $"#!{Name} {Form}";
}
