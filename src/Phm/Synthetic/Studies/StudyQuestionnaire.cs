using Phm.Activation;
using Phm.Populations;

namespace Phm.Synthetic.Studies;

/// <summary>A questionnaire of the study with the person as they are on its day, and the use around it.</summary>
internal sealed class StudyQuestionnaire
{
    /// <summary>Level 1 to 4.</summary>
    public required int Level { get; init; }

    /// <summary>Age on the day, in days.</summary>
    public required int AgeDays { get; init; }

    public required bool IsMale { get; init; }

    public required int Decile { get; init; }

    public required int Physical { get; init; }

    public required int Mental { get; init; }

    /// <summary>What the counts of a questionnaire share beyond the covariates, a standard normal number; high is ill.</summary>
    public required double Health { get; init; }

    /// <summary>Whether the day cases are a course of treatment, such as dialysis.</summary>
    public bool IsOnCourse { get; set; }

    /// <summary>Elective stays with a night, of the elective admissions.</summary>
    public int OvernightStays { get; set; }

    /// <summary>Age in years.</summary>
    public double Age => AgeDays / 365.25;

    private int[] Counts { get; } = new int[Vocabulary<ActivationOutcome>.All.Count];

    /// <summary>How often an outcome occurs in the window.</summary>
    public int this[ActivationOutcome outcome]
    {
        get => Counts[(int)outcome];
        set => Counts[(int)outcome] = value;
    }
}
