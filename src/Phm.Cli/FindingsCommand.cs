using System.CommandLine;
using System.Text;
using Phm.Findings;
using Phm.Presentation;

namespace Phm.Cli;

/// <summary><c>phm findings</c>: prints published figures with their sources and with how well each is known.</summary>
internal static class FindingsCommand
{
    /// <summary>The width of sentences; tables are as wide as their cells.</summary>
    private const int Width = 100;

    private static readonly Option<string?> Study = new("--study") { Description = "The study, by its key or name, such as barker2018." };
    private static readonly Option<string?> Status = new("--status") { Description = "How well the figures are known: C seen in the source, D arithmetic on C figures, S seen only in a secondary source, M from memory, unconfirmed." };
    private static readonly Option<string> Format = new("--format") { Description = "text to read; csv or json, with every column, for other tools.", DefaultValueFactory = _ => "text" };

    public static Command Create()
    {
        Status.AcceptOnlyFromAmong("C", "D", "S", "M");
        Format.AcceptOnlyFromAmong("text", "csv", "json");
        var command = new Command("findings",
            """
            Prints published figures that results can be held against: each with its source, its interval and how well it is known.

            Examples:
              phm findings                                 every figure, by study
              phm findings --study barker2018
              phm findings --status M                      what is from memory and unconfirmed
              phm findings --format csv > findings.csv
            """)
        { Study, Status, Format };
        command.SetAction(result => Print(Choose(result.GetValue(Study), result.GetValue(Status)), result.GetValue(Format)!));
        return command;
    }

    private static FindingList Choose(string? study, string? status)
    {
        var chosen = study is null ? PublishedFindings.All : PublishedFindings.OfStudy(study);
        return status is null ? chosen : chosen.WithStatus(Enum.GetValues<FindingStatus>().Single(each => each.Letter() == status));
    }

    private static int Print(FindingList findings, string format)
    {
        Console.Write(format switch
        {
            "csv" => findings.Columns.ToCsv(),
            "json" => findings.ToJson(),
            _ => Text(findings),
        });
        return ExitCode.Success;
    }

    private static string Text(FindingList findings)
    {
        if (findings.Figures.Count == 0) return "No figure is of this status.\n";
        var text = new StringBuilder();
        foreach (var study in findings.Studies)
        {
            PublishedFinding[] figures = [.. findings.Figures.Where(figure => figure.Study == study)];
            text.Append(Table(study, figures)).Append('\n');
            foreach (var sentence in (string[])[study.Source, study.Note, .. figures.Select(figure => figure.Note).Distinct()]) AppendWrapped(text, sentence);
            text.Append('\n');
        }
        AppendWrapped(text, PublishedFindings.Legend);
        return text.ToString();
    }

    /// <summary>Ids without their study say what a figure is of, in half the width of the words.</summary>
    private static ResultTable Table(PublishedStudy study, IEnumerable<PublishedFinding> figures) => new()
    {
        Title = $"{study.Name} ({study.Key})",
        Columns = [new("Figure"), new("Published", ColumnFormat.Decimal3), new("Unit"), new("Status")],
        Rows = [.. figures.Select(figure => (TableCell[])[figure.Key[(study.Key.Length + 1)..], figure.Figure, figure.Unit, figure.Status.InWords()])],
    };

    private static void AppendWrapped(StringBuilder text, string sentence)
    {
        var at = 0;
        foreach (var word in sentence.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            var gap = at == 0 ? "" : at + 1 + word.Length > Width ? "\n" : " ";
            text.Append(gap).Append(word);
            at = gap == "\n" ? word.Length : at + gap.Length + word.Length;
        }
        if (at > 0) text.Append('\n');
    }
}
