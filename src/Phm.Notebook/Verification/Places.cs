using System.Globalization;

namespace Phm.Notebook.Verification;

/// <summary>Words for places within an output.</summary>
internal static class Places
{
    public static string Join(string place, string part) => place.Length == 0 ? part : part.Length == 0 ? place : $"{place}, {part}";

    public static string Number(long number) => number.ToString("#,##0", CultureInfo.InvariantCulture);

    public static string None() => "";
}
