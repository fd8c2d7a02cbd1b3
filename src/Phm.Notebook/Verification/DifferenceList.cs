namespace Phm.Notebook.Verification;

/// <summary>The differences of a cell as they are found: all are counted, the first are kept, serious ones before tolerable ones.</summary>
internal sealed class DifferenceList
{
    private readonly List<(int Number, Difference Difference)> serious = [];
    private readonly List<(int Number, Difference Difference)> tolerable = [];

    /// <summary>The output that is being compared.</summary>
    public int? Output { get; set; }

    /// <summary>The MIME type that is being compared.</summary>
    public string? MimeType { get; set; }

    /// <summary>Why a type is compared otherwise than it usually is, such as text instead of structure; said with each difference.</summary>
    public string? Remark { get; set; }

    public int Count { get; private set; }

    public Verdict Worst { get; private set; }

    public void Add(Verdict verdict, Func<DifferenceText> describe)
    {
        Count++;
        if (verdict > Worst) Worst = verdict;
        var list = verdict > Verdict.WithinTolerance ? serious : tolerable;
        if (list.Count >= CellVerdict.MostListed) return;
        var text = describe();
        list.Add((Count, new Difference
        {
            Output = Output,
            MimeType = MimeType,
            Verdict = verdict,
            Reason = Remark is null ? text.Reason : $"{text.Reason} {Remark}",
            Where = text.Where,
            Kept = text.Kept,
            Obtained = text.Obtained,
        }));
    }

    /// <summary>The listed differences in the order in which they were found.</summary>
    public IReadOnlyList<Difference> Listed() =>
        [.. serious.Concat(tolerable).Take(CellVerdict.MostListed).OrderBy(entry => entry.Number).Select(entry => entry.Difference)];
}
