namespace Phm.Populations;

/// <summary>Gives a member of a closed set the word that stands in files and the words that a reader sees.</summary>
[AttributeUsage(AttributeTargets.Field)]
internal sealed class TermAttribute(string code, string name) : Attribute
{
    public string Code { get; } = code;

    public string Name { get; } = name;
}
