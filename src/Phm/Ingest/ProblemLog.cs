using System.Globalization;

namespace Phm.Ingest;

/// <summary>The problems met in one file: the first few in words, all of them counted by reason.</summary>
internal sealed class ProblemLog
{
    /// <summary>How many problems are told in words.</summary>
    public const int MaxTold = 20;

    private readonly List<DataProblem> _told = [];
    private readonly SortedDictionary<string, long> _byReason = new(StringComparer.Ordinal);

    public IReadOnlyList<DataProblem> Told => _told;

    public IReadOnlyDictionary<string, long> ByReason => _byReason;

    public long Total { get; private set; }

    public void Add(DataProblem problem)
    {
        Total++;
        if (_told.Count < MaxTold) _told.Add(problem);
        var reason = problem.Column is null ? problem.Found : $"{problem.Column}: {problem.Found}";
        _byReason[reason] = _byReason.GetValueOrDefault(reason) + 1;
    }

    /// <summary>One error for the problems of several files: the first 20 and the total.</summary>
    public static DataException ToException(string folder, IReadOnlyList<ProblemLog> logs) =>
        ToException(folder, "nothing was imported", logs, "Mend the rows, or import the good ones and keep the others aside with --quarantine DIR.");

    /// <summary>One error for the problems of one file that is used whole or not at all.</summary>
    public static DataException ToFileException(string file, ProblemLog log) =>
        ToException(file, "nothing of it was used", [log], "Mend the rows.");

    private static DataException ToException(string source, string outcome, IReadOnlyList<ProblemLog> logs, string remedy)
    {
        var total = logs.Sum(log => log.Total);
        var told = logs.SelectMany(log => log.Told).Take(MaxTold).ToArray();
        var more = total > told.Length ? string.Create(CultureInfo.InvariantCulture, $"\n… and {total - told.Length:N0} more.") : "";
        var count = total == 1 ? "1 problem" : string.Create(CultureInfo.InvariantCulture, $"{total:N0} problems");
        return new DataException($"{count} in '{source}'; {outcome}.\n{string.Join('\n', told.Select(problem => "  " + problem))}{more}\n{remedy}");
    }
}
