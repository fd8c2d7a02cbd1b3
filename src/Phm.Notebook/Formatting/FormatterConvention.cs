using System.Collections.Concurrent;
using System.Reflection;
using Phm.Notebook.CSharp;

namespace Phm.Notebook.Formatting;

/// <summary>
/// Finds the formatters that types bring along, without a common reference: an attribute with the simple name
/// <c>TypeFormatterSourceAttribute</c>, on the run-time type or a base class, names a type that creates them.
/// </summary>
internal sealed class FormatterConvention
{
    private const string AttributeName = "TypeFormatterSourceAttribute";

    private readonly ConcurrentDictionary<Type, TypeFormatters?> found = new();

    /// <summary>The formatters of a type, or null where it brings none.</summary>
    public TypeFormatters? Find(Type type) => found.GetOrAdd(type, Search);

    private static TypeFormatters? Search(Type type)
    {
        for (var at = type; at is not null && at != typeof(object); at = at.BaseType)
        {
            foreach (var attribute in at.GetCustomAttributes(inherit: false))
                if (attribute.GetType().Name == AttributeName) return Read(type, attribute);
        }
        return null;
    }

    private static TypeFormatters Read(Type type, object attribute)
    {
        var name = CodePlace.NameOf(type);
        var source = Property(attribute, "FormatterSourceType") as Type
            ?? throw new FormatterException($"The formatter attribute of {name} names no FormatterSourceType.");
        var create = source.GetMethod("CreateTypeFormatters", BindingFlags.Instance | BindingFlags.Public, [])
            ?? throw new FormatterException($"{CodePlace.NameOf(source)}, which formats {name}, has no method CreateTypeFormatters().");
        var created = create.Invoke(Activator.CreateInstance(source, nonPublic: false), BindingFlags.DoNotWrapExceptions, null, null, null) as IEnumerable<object>;
        return new TypeFormatters(
            name, [.. (created ?? []).Select(formatter => TypeFormatter.Of(formatter, name))],
            Property(attribute, "PreferredMimeTypes") as string[] ?? [], Property(attribute, "JsonMimeTypes") as string[] ?? []);
    }

    private static object? Property(object attribute, string name) =>
        attribute.GetType().GetProperty(name, BindingFlags.Instance | BindingFlags.Public)?.GetValue(attribute);
}
