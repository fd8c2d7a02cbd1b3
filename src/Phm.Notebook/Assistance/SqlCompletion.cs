using System.Text.RegularExpressions;
using Phm.Notebook.Databases;
using Phm.Notebook.Execution;

namespace Phm.Notebook.Assistance;

/// <summary>What may stand at a place in SQL: columns of the tables that the text names, tables, keywords, variables after <c>@</c>.</summary>
internal sealed partial class SqlCompletion(NotebookSession session)
{
    private const int KeywordOrder = 2;

    private static readonly string[] Keywords =
    [
        "all", "and", "as", "asc", "avg", "between", "by", "case", "cast", "coalesce", "count", "cross", "date", "desc", "distinct", "else", "end", "except", "exists", "from",
        "full", "group", "having", "in", "inner", "intersect", "is", "join", "julianday", "left", "like", "limit", "max", "min", "not", "null", "nullif", "offset", "on", "or",
        "order", "outer", "over", "partition", "right", "round", "row_number", "select", "strftime", "substr", "sum", "then", "union", "using", "values", "when", "where", "with",
    ];

    public CompletionList Complete(string kernel, string text, int cursor)
    {
        var word = TypedWord.At(text, cursor);
        if (session.Kernels.TryFind(kernel) is not SqlKernel sql || IsInText(text, cursor)) return new CompletionList(cursor, cursor, []);
        var start = text[word.Start..].StartsWith('@') ? word.Start + 1 : word.Start;
        var candidates = start > word.Start ? Variables() : Names(SqlSchema.Read(sql.Database), text, word.Start);
        return new CompletionList(start, word.End, CompletionRanking.Rank(candidates, word.Typed));
    }

    private IEnumerable<Candidate> Variables() => session.Variables.Select(variable => new Candidate(variable.Name, CompletionKinds.Variable));

    private static IEnumerable<Candidate> Names(ILookup<string, string> tables, string text, int start)
    {
        var named = TableNames().Matches(text).Select(found => (Table: Unquoted(found.Groups["table"].Value), Alias: Unquoted(found.Groups["alias"].Value)))
            .Where(found => tables.Contains(found.Table)).ToList();
        if (Owner().Match(text[..start]) is { Success: true } owner)
        {
            var name = Unquoted(owner.Groups["name"].Value);
            var table = named.FirstOrDefault(found => string.Equals(found.Alias, name, StringComparison.OrdinalIgnoreCase)).Table ?? name;
            return Columns(tables, [table]);
        }
        var keywords = Keywords.Select(keyword => new Candidate(keyword, CompletionKinds.Keyword) { Order = KeywordOrder });
        return Columns(tables, named.Select(found => found.Table))
            .Concat(tables.Select(table => new Candidate(table.Key, CompletionKinds.Table) { Insertion = Quoted(table.Key), Order = 1 })).Concat(keywords);
    }

    private static IEnumerable<Candidate> Columns(ILookup<string, string> tables, IEnumerable<string> names) =>
        names.Distinct(StringComparer.OrdinalIgnoreCase).SelectMany(name => tables[name].Select(column => new Candidate(column, CompletionKinds.Column) { Insertion = Quoted(column), Detail = name }));

    /// <summary>Whether a string or a comment is open at the cursor.</summary>
    private static bool IsInText(string text, int cursor)
    {
        for (var at = 0; at < cursor; at++)
        {
            var end = text[at] switch
            {
                '\'' => "'",
                '-' when text.AsSpan(at).StartsWith("--") => "\n",
                '/' when text.AsSpan(at).StartsWith("/*") => "*/",
                _ => null,
            };
            if (end is null) continue;
            var closed = text.IndexOf(end, Math.Min(at + (end.Length == 2 ? 2 : 1), text.Length), StringComparison.Ordinal);
            if (closed < 0 || closed >= cursor) return true;
            at = closed + end.Length - 1;
        }
        return false;
    }

    private static string Quoted(string name) => PlainName().IsMatch(name) ? name : $"\"{name.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";

    private static string Unquoted(string name) => name.Trim('"', '[', ']', '`');

    [GeneratedRegex("""\b(?:from|join|update|into)\s+(?<table>"[^"]+"|\[[^\]]+\]|\w+)(?:\s+(?:as\s+)?(?<alias>"[^"]+"|\w+))?""", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex TableNames();

    [GeneratedRegex("""(?<name>"[^"]+"|\[[^\]]+\]|\w+)\.$""", RegexOptions.CultureInvariant | RegexOptions.RightToLeft)]
    private static partial Regex Owner();

    [GeneratedRegex(@"^[\p{L}_]\w*\z", RegexOptions.CultureInvariant)]
    private static partial Regex PlainName();
}
