namespace Phm.Notebook.Formatting;

/// <summary>A public property or field of a type.</summary>
internal sealed record Member(string Name, Func<object, object?> Read);
