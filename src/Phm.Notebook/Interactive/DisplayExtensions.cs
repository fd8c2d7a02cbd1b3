using Phm.Notebook.Formatting;
using Phm.Notebook.Outputs;

namespace Phm.Notebook.Interactive;

/// <summary>Shows values by a call on the value itself.</summary>
public static class DisplayExtensions
{
    /// <summary>Shows a value at once.</summary>
    /// <param name="value">The value.</param>
    /// <param name="mimeTypes">The MIME types to show it in; none for those that its type prefers.</param>
    public static DisplayedValue Display(this object? value, params string[] mimeTypes) =>
        CellHelpers.Run().Display(value, mimeTypes);

    /// <summary>Shows text that is written in a MIME type already, as it is.</summary>
    /// <param name="value">The text.</param>
    /// <param name="mimeType">Its MIME type.</param>
    /// <exception cref="FormatterException">The type is a JSON type and the text is no JSON.</exception>
    public static DisplayedValue DisplayAs(this string value, string mimeType)
    {
        ArgumentNullException.ThrowIfNull(value);
        JsonText.Check(mimeType, value, "The text");
        return CellHelpers.Run().Display(MimeBundle.Of(mimeType, value));
    }

    /// <summary>Shows a sequence as a table, one row an element and one column a property. At most 100 rows are shown.</summary>
    /// <param name="source">The sequence; it may be endless.</param>
    public static DisplayedValue DisplayTable<T>(this IEnumerable<T> source)
    {
        ArgumentNullException.ThrowIfNull(source);
        var run = CellHelpers.Run();
        return run.Display(run.Session.Formatter.FormatTable(source));
    }
}
