using System.Collections.Concurrent;
using System.Globalization;
using System.Numerics;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Phm.Notebook.Formatting;

/// <summary>Values that are shown as one piece of text, in invariant culture and in the same way on every machine.</summary>
internal static class Scalar
{
    public const string Null = "<null>";

    /// <summary>What is known of types; only that, never of values.</summary>
    private static readonly ConcurrentDictionary<Type, bool> OwnTexts = new();

    /// <summary>The text, or null where the value has parts to show.</summary>
    public static string? TryFormat(object? value) => value switch
    {
        null => Null,
        string text => text,
        double or float or Half => ((IFormattable)value).ToString(null, CultureInfo.InvariantCulture),
        bool or char or sbyte or byte or short or ushort or int or uint or long or ulong or nint or nuint or decimal or Int128 or UInt128 or BigInteger or Complex =>
            Convert.ToString(value, CultureInfo.InvariantCulture),
        Enum or Guid or Version or Uri or System.Text.Rune or Index or Range => value.ToString(),
        DateTime time => time.ToString(time.Kind == DateTimeKind.Utc ? "yyyy-MM-dd HH:mm:ss.FFFFFFF'Z'" : "yyyy-MM-dd HH:mm:ss.FFFFFFF", CultureInfo.InvariantCulture),
        DateTimeOffset time => time.ToString("yyyy-MM-dd HH:mm:ss.FFFFFFFzzz", CultureInfo.InvariantCulture),
        DateOnly date => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        TimeOnly time => time.ToString("HH:mm:ss.FFFFFFF", CultureInfo.InvariantCulture),
        TimeSpan span => span.ToString("c", CultureInfo.InvariantCulture),
        DBNull => "",
        Type type => CSharp.CodePlace.NameOf(type),
        Delegate or MemberInfo => CSharp.CodePlace.NameOf(value.GetType()),
        Exception exception => $"{CSharp.CodePlace.NameOf(exception.GetType())}: {exception.Message}",
        JsonElement element => element.ValueKind == JsonValueKind.Undefined ? "" : JsonSerializer.Serialize(element, Indented),
        JsonNode node => node.ToJsonString(Indented),
        ValueType when HasOwnText(value.GetType()) => value.ToString(),
        _ => null,
    };

    public static bool IsNumber(object? value) =>
        value is sbyte or byte or short or ushort or int or uint or long or ulong or nint or nuint or decimal or double or float or Half or Int128 or UInt128 or BigInteger;

    /// <summary>Whether a library's or a cell's own value, such as a period, says in its code how it is written. The framework's are pairs and tuples.</summary>
    private static bool HasOwnText(Type type) => OwnTexts.GetOrAdd(type, static type =>
        type.GetMethod(nameof(ToString), Type.EmptyTypes)!.DeclaringType == type
        && !type.GetMethod(nameof(ToString), Type.EmptyTypes)!.IsDefined(typeof(CompilerGeneratedAttribute))
        && !CSharp.FrameworkReferences.IsFramework(type.Assembly.GetName().Name!));

    private static JsonSerializerOptions Indented { get; } = new() { WriteIndented = true, NewLine = "\n" };
}
