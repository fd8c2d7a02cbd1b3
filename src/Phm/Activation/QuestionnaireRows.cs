using System.Runtime.InteropServices;
using Phm.Populations;

namespace Phm.Activation;

/// <summary>The questionnaires of a period in the order of people and days, and what was counted around them.</summary>
internal sealed class QuestionnaireRows
{
    public static readonly int Outcomes = Vocabulary<ActivationOutcome>.All.Count;

    private readonly List<Questionnaire> _rows = [];
    private readonly List<int> _counts = [];

    public ReadOnlySpan<Questionnaire> Rows => CollectionsMarshal.AsSpan(_rows);

    /// <summary>As many numbers a questionnaire with a whole window as there are outcomes.</summary>
    public ReadOnlySpan<int> Counts => CollectionsMarshal.AsSpan(_counts);

    /// <summary>Adds a questionnaire around which nothing was counted.</summary>
    public void Add(Questionnaire row) => _rows.Add(row);

    /// <summary>Adds a questionnaire and what was counted around it.</summary>
    public void Add(Questionnaire row, ReadOnlySpan<int> counts)
    {
        _rows.Add(row with { CountsFrom = _counts.Count });
        _counts.AddRange(counts);
    }

    /// <summary>Adds the questionnaires of later people.</summary>
    public void Append(QuestionnaireRows later)
    {
        var from = _counts.Count;
        foreach (var row in later.Rows) _rows.Add(row with { CountsFrom = row.CountsFrom + from });
        _counts.AddRange(later.Counts);
    }

    /// <summary>The questionnaires of a kind.</summary>
    public Questionnaire[] Where(Func<Questionnaire, bool> criterion) => [.. _rows.Where(criterion)];

    /// <summary>The last questionnaire of each person, of those of a kind.</summary>
    public Questionnaire[] LastOfEachPerson(Func<Questionnaire, bool> criterion)
    {
        var last = new List<Questionnaire>();
        foreach (var row in _rows.Where(criterion))
        {
            if (last.Count > 0 && last[^1].Patient == row.Patient) last[^1] = row;
            else last.Add(row);
        }
        return [.. last];
    }

    /// <summary>What was counted around a questionnaire with a whole window.</summary>
    public int Count(Questionnaire row, ActivationOutcome outcome) => _counts[row.CountsFrom + (int)outcome];
}
