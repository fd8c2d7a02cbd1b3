using System.Collections;
using System.Globalization;
using System.Text.Json;

namespace Phm.Notebook.Databases;

/// <summary>Values on their way between SQLite and C#.</summary>
internal static class SqlValue
{
    private const string DayFormat = "yyyy-MM-dd";
    private const string TimeFormat = "yyyy-MM-dd HH:mm:ss.FFFFFFF";

    /// <summary>A value of SQLite as a type of C#.</summary>
    public static T As<T>(object? value, string column)
    {
        if (value is T same) return same;
        var type = Nullable.GetUnderlyingType(typeof(T)) ?? typeof(T);
        if (value is null) return default(T) is null ? default! : throw new InvalidCastException($"Column '{column}' has a NULL here. Ask for {type.Name}? to allow it.");
        try
        {
            return (T)Convert(value, type);
        }
        catch (Exception e) when (e is FormatException or OverflowException or InvalidCastException or ArgumentException)
        {
            // The value itself stays out of the message.
            throw new InvalidCastException($"Column '{column}' has a value here that is no {type.Name}.");
        }
    }

    /// <summary>A value of C# as one of SQLite: null, long, double, string or byte array; a list becomes a JSON array for <c>json_each</c>.</summary>
    /// <returns>Whether there is such a value.</returns>
    public static bool TryStore(object? value, out object? stored)
    {
        stored = value switch
        {
            null or DBNull => null,
            bool yes => yes ? 1L : 0L,
            sbyte or byte or short or ushort or int or uint or long => System.Convert.ToInt64(value, CultureInfo.InvariantCulture),
            float or double or decimal => System.Convert.ToDouble(value, CultureInfo.InvariantCulture),
            string or byte[] => value,
            char or Guid => value.ToString(),
            DateOnly day => day.ToString(DayFormat, CultureInfo.InvariantCulture),
            DateTime { TimeOfDay.Ticks: 0 } day => day.ToString(DayFormat, CultureInfo.InvariantCulture),
            DateTime time => time.ToString(TimeFormat, CultureInfo.InvariantCulture),
            IEnumerable list => Json(list),
            _ => value,
        };
        return stored is null or long or double or string or byte[] && (stored is not null || value is null or DBNull);
    }

    private static string? Json(IEnumerable list)
    {
        var items = new List<object?>();
        foreach (var item in list)
        {
            if (item is IEnumerable and not string || !TryStore(item, out var stored) || stored is byte[]) return null;
            items.Add(stored is double number ? Json(number) : stored);
        }
        return JsonSerializer.Serialize(items);
    }

    /// <summary>SQLite has no NaN and makes it NULL; it reads infinity from a number that is too large.</summary>
    private static object? Json(double number) => double.IsNaN(number) ? null : double.IsFinite(number) ? number : JsonElement.Parse(number > 0 ? "9e999" : "-9e999");

    private static object Convert(object value, Type type)
    {
        if (type == typeof(bool)) return value is long and (0 or 1) ? (long)value == 1 : throw new InvalidCastException();
        if (type == typeof(DateOnly)) return DateOnly.ParseExact((string)value, DayFormat, CultureInfo.InvariantCulture);
        if (type == typeof(DateTime)) return DateTime.Parse((string)value, CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind);
        if (type == typeof(string)) return value is byte[] ? throw new InvalidCastException() : System.Convert.ToString(value, CultureInfo.InvariantCulture)!;
        if (value is string || !type.IsPrimitive && type != typeof(decimal)) throw new InvalidCastException();
        if (value is double number && type != typeof(float) && type != typeof(decimal) && number != Math.Floor(number)) throw new InvalidCastException();
        return System.Convert.ChangeType(value, type, CultureInfo.InvariantCulture);
    }
}
