using System.Xml;

namespace Phm.Notebook.Pages;

/// <summary>
/// The pictures that a notebook's prose names by relative path. A picture is embedded where it lies within the notebook's folder, no
/// link leads out of it, it is of bounded size, and its content says that it is a picture; its name's ending is not asked.
/// </summary>
internal sealed class PictureFolder(string folder)
{
    private const int LargestPicture = 5_000_000;
    private const int LargestPage = 25_000_000;

    private readonly string root = Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder)) + Path.DirectorySeparatorChar;
    private int embedded;

    /// <summary>The picture as a data URI, or null where it is not there, not a picture or not to be shown.</summary>
    /// <param name="source">What the prose gives as the picture's address, such as <c>images/a%20chart.svg</c>.</param>
    public string? Embed(string source)
    {
        if (Find(source) is not { } path) return null;
        try
        {
            var length = new FileInfo(path).Length;
            if (length is 0 or > LargestPicture || embedded + length > LargestPage) return null;
            var bytes = File.ReadAllBytes(path);
            if (TypeOf(bytes) is not { } type) return null;
            embedded += bytes.Length;
            return $"data:{type};base64,{Convert.ToBase64String(bytes)}";
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    private string? Find(string source)
    {
        var name = Uri.UnescapeDataString(source.Split('?', '#')[0]);
        if (name.Length == 0 || name.AsSpan().IndexOfAny(":\\\0") >= 0 || Path.IsPathRooted(name)) return null;
        var path = Path.GetFullPath(name, root);
        return path.StartsWith(root, StringComparison.Ordinal) && File.Exists(path) && !HasLink(path) ? path : null;
    }

    private bool HasLink(string path)
    {
        for (var at = path; at is not null && at.Length >= root.Length; at = Path.GetDirectoryName(at))
            if (File.GetAttributes(at).HasFlag(FileAttributes.ReparsePoint)) return true;
        return false;
    }

    private static string? TypeOf(ReadOnlySpan<byte> bytes) => bytes switch
    {
        [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A, ..] => "image/png",
        [0xFF, 0xD8, 0xFF, ..] => "image/jpeg",
        [(byte)'G', (byte)'I', (byte)'F', (byte)'8', ..] => "image/gif",
        [(byte)'R', (byte)'I', (byte)'F', (byte)'F', _, _, _, _, (byte)'W', (byte)'E', (byte)'B', (byte)'P', ..] => "image/webp",
        _ => IsHarmlessSvg(bytes.ToArray()) ? "image/svg+xml" : null,
    };

    /// <summary>As an image no browser runs its scripts or loads what it names; one that has scripts is not shown all the same.</summary>
    private static bool IsHarmlessSvg(byte[] bytes)
    {
        try
        {
            using var reader = XmlReader.Create(new MemoryStream(bytes), new XmlReaderSettings { DtdProcessing = DtdProcessing.Ignore, XmlResolver = null });
            if (reader.MoveToContent() != XmlNodeType.Element || reader is not { LocalName: "svg", NamespaceURI: "http://www.w3.org/2000/svg" }) return false;
            do
            {
                if (reader.NodeType == XmlNodeType.Element && !IsHarmlessElement(reader)) return false;
            }
            while (reader.Read());
            return true;
        }
        catch (XmlException)
        {
            return false;
        }
    }

    private static bool IsHarmlessElement(XmlReader reader)
    {
        if (reader.LocalName is "script" or "foreignObject" or "iframe") return false;
        while (reader.MoveToNextAttribute())
            if (reader.LocalName.StartsWith("on", StringComparison.OrdinalIgnoreCase)) return false;
        return true;
    }
}
