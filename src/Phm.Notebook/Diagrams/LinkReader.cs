using System.Text.RegularExpressions;

namespace Phm.Notebook.Diagrams;

/// <summary>Reads a link such as <c>--&gt;</c>, <c>-.-&gt;</c> or <c>-- text --&gt;</c>.</summary>
internal static partial class LinkReader
{
    private const string Start = @"\G\s*(?<start><|(?<=\s)[xo](?=[-=]))?";
    private const string Tips = @"(?<end>>|[xo](?=\s|\|))";
    private const string SolidTail = "(?<body>--+)" + Tips + "|(?<body>---+)";
    private const string ThickTail = "(?<body>==+)" + Tips + "|(?<body>===+)";
    private const string Tails = SolidTail + "|" + ThickTail + @"|(?<body>-\.+-)" + Tips + "?|(?<body>~~~+)";
    private const string Words = @"(?<text>\s*""[^""]*""\s*|[^""|]+?)";

    /// <returns>The link and where it ends, or null where there is none.</returns>
    public static (FlowLink Link, int End)? TryRead(string text, int at)
    {
        var match = Whole().Match(text, at);
        if (!match.Success) match = WithText().Match(text, at);
        if (!match.Success) return null;
        var body = match.Groups["body"].Value;
        var line = body[0] switch { '=' => LineKind.Thick, '~' => LineKind.Invisible, _ when body.Contains('.') => LineKind.Dotted, _ => LineKind.Solid };
        var end = Tip(match.Groups["end"].Value);
        var marks = line == LineKind.Dotted ? body.Count(c => c == '.') : body.Length - (end == TipKind.None ? 2 : 1);
        var label = match.Groups["text"].Success ? match.Groups["text"].Value : "";
        var last = match.Index + match.Length;
        if (Label().Match(text, last) is { Success: true } after)
        {
            label = after.Groups["text"].Value;
            last += after.Length;
        }
        return (new FlowLink(line, Tip(match.Groups["start"].Value), end, Math.Clamp(marks, 1, 10), label), last);
    }

    private static TipKind Tip(string mark) => mark switch { "" => TipKind.None, "o" => TipKind.Dot, "x" => TipKind.Cross, _ => TipKind.Arrow };

    [GeneratedRegex(Start + "(" + Tails + ")")]
    private static partial Regex Whole();

    [GeneratedRegex(Start + @"(--(?![->])" + Words + "(" + SolidTail + @")|-\.(?![-.])" + Words + @"(?<body>\.+-)" + Tips + "?|==(?![=>])" + Words + "(" + ThickTail + "))")]
    private static partial Regex WithText();

    [GeneratedRegex(@"\G\s*\|(?<text>(""[^""]*""|[^|])*)\|")]
    private static partial Regex Label();
}
