using System.Globalization;
using System.Reflection;
using Phm.Notebook.CSharp;
using Phm.Notebook.Outputs;

namespace Phm.Notebook.Formatting;

/// <summary>A formatter that a type brings along.</summary>
/// <param name="MimeType">The MIME type that it writes.</param>
/// <param name="Write">Writes a value, or returns false.</param>
internal sealed record TypeFormatter(string MimeType, Func<object, TextWriter, bool> Write)
{
    public static TypeFormatter Of(object formatter, string typeName)
    {
        var type = formatter.GetType();
        const BindingFlags Members = BindingFlags.Instance | BindingFlags.Public;
        var mimeType = type.GetProperty("MimeType", Members)?.GetValue(formatter) as string;
        var format = type.GetMethod("Format", Members, [typeof(object), typeof(TextWriter)]);
        if (string.IsNullOrEmpty(mimeType) || format?.ReturnType != typeof(bool))
            throw new FormatterException($"{CodePlace.NameOf(type)}, a formatter of {typeName}, lacks 'string MimeType' or 'bool Format(object, TextWriter)'.");
        return new TypeFormatter(mimeType, format.CreateDelegate<Func<object, TextWriter, bool>>(formatter));
    }

    /// <summary>The text, or null where the formatter leaves the value to others.</summary>
    public string? TryFormat(object value, string typeName)
    {
        using var writer = new StringWriter(CultureInfo.InvariantCulture) { NewLine = "\n" };
        try
        {
            if (!Write(value, writer)) return null;
        }
        catch (Exception e) when (e is not (OperationCanceledException or ThreadInterruptedException or ThreadAbortException))
        {
            throw new FormatterException($"The {MimeType} formatter of {typeName} failed: {CodePlace.NameOf(e.GetType())}: {e.Message}", e);
        }
        var text = writer.ToString();
        if (MimeTypes.IsJson(MimeType)) JsonText.Check(MimeType, text, $"What the formatter of {typeName} wrote");
        return text;
    }
}
