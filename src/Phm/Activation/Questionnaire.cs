using Phm.Populations;

namespace Phm.Activation;

/// <summary>One questionnaire: who answered, when, at which level, and how the person is seen on that day.</summary>
internal readonly record struct Questionnaire
{
    /// <summary>What stands in place of a number of conditions where the data came without diagnoses.</summary>
    public const int NotKnown = -1;

    public required int Patient { get; init; }

    public required Day Date { get; init; }

    /// <summary>1 to 4.</summary>
    public required int Level { get; init; }

    /// <summary>Null where only the level was recorded.</summary>
    public float? Score { get; init; }

    public int Age { get; init; }

    public Sex? Sex { get; init; }

    public int? DeprivationDecile { get; init; }

    public int PhysicalConditions { get; init; }

    public int MentalConditions { get; init; }

    /// <summary>Whether use could be counted.</summary>
    public WindowState Window { get; init; }

    /// <summary>How many days of the window the person lived.</summary>
    public int Days { get; init; }

    /// <summary>Whether the window shares days with that of another questionnaire of the person.</summary>
    public bool Overlaps { get; init; }

    /// <summary>Where the person's counts begin in <see cref="QuestionnaireRows.Counts"/>, where the window is whole.</summary>
    public int CountsFrom { get; init; }

    public int? DeprivationFifth => (DeprivationDecile + 1) / 2;
}
