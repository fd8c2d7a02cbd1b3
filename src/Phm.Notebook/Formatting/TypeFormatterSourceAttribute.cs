namespace Phm.Notebook.Formatting;

/// <summary>The engine's own use of the convention by which it finds formatters: see <see cref="FormatterConvention"/>.</summary>
[AttributeUsage(AttributeTargets.Class)]
internal sealed class TypeFormatterSourceAttribute(Type formatterSourceType) : Attribute
{
    public Type FormatterSourceType { get; } = formatterSourceType;

    public string[] PreferredMimeTypes { get; set; } = [];
}
