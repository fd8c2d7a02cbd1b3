using Phm.Activation;

namespace Phm.Synthetic.Studies;

/// <summary>
/// Draws the counts of an outcome. What is a part of another outcome is drawn out of it: minor attendances out of all, nights out of elective
/// admissions, readmissions out of emergency admissions after the first.
/// </summary>
internal sealed class CountDraw
{
    /// <summary>So many days lie between the end of a stay and an emergency admission that is no readmission.</summary>
    public const int FreshAfter = 31;

    private const double MostLikely = 0.95;

    private readonly StudyQuestionnaire[] _questionnaires;
    private readonly double[] _means;
    private readonly double[] _parents;
    private readonly double[] _sizes;
    private readonly double _overnight;
    private readonly double _nightSize;
    private readonly int _windowDays;
    private readonly ActivationOutcome _outcome;

    /// <param name="model">The expected counts.</param>
    /// <param name="parent">The expected counts of the outcome out of which it is drawn, or null.</param>
    /// <param name="questionnaires">The questionnaires, with the counts of the parent.</param>
    /// <param name="parameters">The parameters.</param>
    public CountDraw(OutcomeModel model, OutcomeModel? parent, StudyQuestionnaire[] questionnaires, SyntheticParameters parameters)
    {
        (_questionnaires, _means, _parents, _outcome) = (questionnaires, model.Means, parent?.Means ?? [], model.Outcome);
        var sized = parent ?? model;
        _sizes = [.. Enumerable.Range(1, OutcomeModel.Levels).Select(sized.Size)];
        (_overnight, _nightSize) = (parameters.Number("elective.overnight_share"), parameters.Number("elective.night_size"));
        _windowDays = StudyFrame.WindowDays(parameters);
    }

    /// <summary>The count of a questionnaire at a probability.</summary>
    public int At(int i, double probability) => _outcome switch
    {
        ActivationOutcome.ElectiveAdmissions when _questionnaires[i].IsOnCourse => (int)_means[i],
        ActivationOutcome.MinorSelfReferredEd => Minor(i, probability),
        ActivationOutcome.ElectiveOvernightNights => Nights(i, probability).Nights,
        ActivationOutcome.ReadmissionsWithin30Days => Readmissions(i, probability),
        _ => CountQuantiles.NegativeBinomial(probability, _means[i], _sizes[_questionnaires[i].Level - 1]),
    };

    /// <summary>How many of the elective admissions have a night, and how many nights these have together; each has at least one.</summary>
    public (int Stays, int Nights) Nights(int i, double probability)
    {
        if (_questionnaires[i].IsOnCourse) return default;
        var each = _means[i] / _parents[i];
        var share = Math.Min(_overnight, each);
        var stays = CountQuantiles.Binomial(ref probability, _questionnaires[i][ActivationOutcome.ElectiveAdmissions], share);
        if (stays == 0) return default;
        var more = Math.Max(1e-9, each / share - 1);
        return (stays, stays + CountQuantiles.NegativeBinomial(probability, stays * more, stays * _nightSize));
    }

    private int Minor(int i, double probability) =>
        CountQuantiles.Binomial(ref probability, _questionnaires[i][ActivationOutcome.EdAttendances], Math.Min(MostLikely, _means[i] / _parents[i]));

    /// <summary>
    /// Of the emergency admissions after the first, each is a readmission with the chance that makes the expected count; and so many are at least that the
    /// others have room in the window, each more than 30 days after the stay before.
    /// </summary>
    private int Readmissions(int i, double probability)
    {
        var q = _questionnaires[i];
        var admissions = q[ActivationOutcome.EmergencyAdmissions];
        if (admissions < 2) return 0;
        var afterTheFirst = _parents[i] - 1 + CountQuantiles.NegativeBinomialZero(_parents[i], _sizes[q.Level - 1]);
        var readmissions = CountQuantiles.Binomial(ref probability, admissions - 1, Math.Min(MostLikely, _means[i] / afterTheFirst));
        var room = (_windowDays - q[ActivationOutcome.ElectiveAdmissions] - q[ActivationOutcome.ElectiveOvernightNights] - admissions) / FreshAfter;
        return Math.Clamp(Math.Max(readmissions, admissions - Math.Max(1, room)), 0, admissions - 1);
    }
}
