using System.Collections;
using System.Collections.Concurrent;
using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Globalization;
using System.Reflection;
using System.Runtime.CompilerServices;

namespace Phm.Notebook.Formatting;

/// <summary>The first elements of a sequence and what is known of the rest, without running an endless sequence.</summary>
/// <param name="Items">The elements to show.</param>
/// <param name="Rest">A note such as <c>… 80 more rows</c>, or null where all are shown.</param>
internal sealed record Excerpt(IReadOnlyList<object?> Items, string? Rest)
{
    /// <summary>Collections whose order depends on hashes of this process; they are shown in order of their keys.</summary>
    private static readonly Type[] HashOrdered =
    [
        typeof(FrozenDictionary<,>), typeof(FrozenSet<>), typeof(ImmutableDictionary<,>), typeof(ImmutableHashSet<>), typeof(ConcurrentDictionary<,>),
    ];

    private static readonly MethodInfo CheapCount = typeof(Enumerable).GetMethod(nameof(Enumerable.TryGetNonEnumeratedCount))!;

    public static Excerpt Of(IEnumerable source, int most, string noun)
    {
        var ordered = IsHashOrdered(source.GetType()) ? Sorted(source) : source;
        var items = new List<object?>();
        var isCut = false;
        foreach (var item in ordered)
        {
            isCut = items.Count == most;
            if (isCut) break;
            items.Add(item);
        }
        return new Excerpt(items, !isCut ? null : Count(ordered) is { } count ? $"… {Number(count - most)} more {noun}" : $"… more {noun}");
    }

    public static string Number(int number) => number.ToString("#,##0", CultureInfo.InvariantCulture);

    /// <summary>How many elements there are, where that is known without going through them.</summary>
    private static int? Count(IEnumerable source)
    {
        if (source is ICollection collection) return collection.Count;
        var interfaces = source.GetType().GetInterfaces();
        if (Array.Find(interfaces, IsReadOnlyCollection)?.GetProperty("Count")?.GetValue(source) is int count) return count;
        var element = Array.Find(interfaces, type => type.IsGenericType && type.GetGenericTypeDefinition() == typeof(IEnumerable<>))?.GetGenericArguments()[0];
        if (element is null || element.IsByRefLike) return null;
        object?[] arguments = [source, null];
        return CheapCount.MakeGenericMethod(element).Invoke(null, BindingFlags.DoNotWrapExceptions, null, arguments, null) is true ? (int)arguments[1]! : null;
    }

    private static bool IsReadOnlyCollection(Type type) => type.IsGenericType && type.GetGenericTypeDefinition() == typeof(IReadOnlyCollection<>);

    private static bool IsHashOrdered(Type type)
    {
        if (type == typeof(Hashtable)) return true;
        for (var at = type; at is not null; at = at.BaseType)
            if (at.IsGenericType && HashOrdered.Contains(at.GetGenericTypeDefinition())) return true;
        return false;
    }

    private static List<object?> Sorted(IEnumerable source) =>
        [.. source.Cast<object?>().OrderBy(Key, Comparer<object?>.Create(Compare))];

    private static object? Key(object? item) => item is null ? null
        : item is DictionaryEntry entry ? entry.Key
        : item.GetType() is { IsGenericType: true } type && type.GetGenericTypeDefinition() == typeof(KeyValuePair<,>) ? type.GetProperty("Key")!.GetValue(item) : item;

    private static int Compare(object? left, object? right) =>
        left is ITuple these && right is ITuple those && left.GetType() == right.GetType() ? Compare(these, those)
        : left is IComparable comparable and not string && right is not null && left.GetType() == right.GetType() ? comparable.CompareTo(right)
        : string.CompareOrdinal(Convert.ToString(left, CultureInfo.InvariantCulture), Convert.ToString(right, CultureInfo.InvariantCulture));

    /// <summary>A tuple would compare its items by itself, texts by a culture, and not at all where one of them cannot be compared.</summary>
    private static int Compare(ITuple left, ITuple right) =>
        Enumerable.Range(0, left.Length).Select(i => Compare(left[i], right[i])).FirstOrDefault(order => order != 0);
}
