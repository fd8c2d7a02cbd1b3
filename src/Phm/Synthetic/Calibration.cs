using Phm.Populations;
using Phm.Presentation;
using Phm.Synthetic.Studies;

namespace Phm.Synthetic;

/// <summary>
/// How well a synthetic population meets published figures, one by one, each with its tolerance: what is met, and what falls short.
/// Small populations miss figures by chance; 100,000 people are enough for these tolerances.
/// </summary>
public sealed record Calibration : Result
{
    private Calibration(int people, Period period, IReadOnlyList<CalibrationFigure> figures) => (People, Period, Figures) = (people, period, figures);

    /// <summary>How many people the population has.</summary>
    public int People { get; }

    /// <summary>The year in which it was looked at.</summary>
    public Period Period { get; }

    /// <summary>The figures.</summary>
    public IReadOnlyList<CalibrationFigure> Figures { get; }

    /// <summary>Looks at a synthetic population in a year.</summary>
    /// <exception cref="DataException">The population came without activity, diagnoses or deficits.</exception>
    public static Calibration Of(Population population, Period period)
    {
        foreach (var table in (EventTable[])[population.Activity, population.Diagnoses, population.Deficits]) population.Require(table, "Calibration");
        return new(population.Count, period, [.. CalibrationFigures.Of(population, period, CalibrationCounts.Of(population, period))]);
    }

    /// <summary>
    /// Looks at a cohort of <see cref="ActivationStudyCohort"/> as its study does: who answers at each level, mean use and its spread, crude and adjusted ratios.
    /// </summary>
    /// <param name="cohort">The cohort.</param>
    /// <param name="parameters">The parameters that it was made with; those that come with the product by default.</param>
    /// <exception cref="DataException">The people came without questionnaires, activity or diagnoses.</exception>
    public static Calibration OfActivationStudy(Population cohort, SyntheticParameters? parameters = null)
    {
        ArgumentNullException.ThrowIfNull(cohort);
        parameters ??= SyntheticParameters.ActivationStudy;
        return new(cohort.Count, StudyFrame.Records(parameters), [.. ActivationStudyFigures.Of(cohort, parameters)]);
    }

    /// <summary>Target, obtained and tolerance of each figure.</summary>
    public override ResultTable ToTable() => new()
    {
        Title = $"Calibration of {new TableColumn("", ColumnFormat.Count).Print(Disclosure.DisclosedValue.Of(People))} synthetic people in {Period}",
        Columns = [new("Figure"), new("Target", ColumnFormat.Decimal3), new("Obtained", ColumnFormat.Decimal3), new("Tolerance", ColumnFormat.Percent), new("Met"), new("Status"), new("Source")],
        Rows = [.. Figures.Select(f => (TableCell[])[f.Name, f.Target, f.Obtained, f.Tolerance, f.IsMet ? "yes" : f.Conflict is null ? "NO" : "conflict", f.Status, f.Source])],
        Notes =
        [
            $"{Figures.Count(f => f.IsMet)} of {Figures.Count} figures met. Synthetic people: nothing here is about anyone.",
            .. Figures.Select(f => f.Conflict).OfType<string>().Distinct(),
            "Status: C seen in the named source, D arithmetic on such figures, M from memory, unconfirmed" + (Figures.Any(f => f.Status == "S") ? ", S seen only in a secondary source." : "."),
        ],
    };
}
