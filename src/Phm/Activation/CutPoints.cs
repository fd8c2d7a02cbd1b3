using System.Globalization;

namespace Phm.Activation;

/// <summary>
/// Where the levels of patient activation meet on the score from 0 to 100. Level 1 reaches up to the first edge, level 2 up to the second,
/// level 3 up to the third, and level 4 from there to 100; each edge belongs to the level below it.
/// </summary>
/// <remarks>
/// Edges are printed with one decimal, and so a score is rounded to one decimal before it is compared, halves upwards: 47.04 is 47.0 and
/// level 1, 47.05 is 47.1 and level 2. The instrument is proprietary; how answers become a score is no part of this library.
/// </remarks>
public sealed record CutPoints
{
    private CutPoints(decimal first, decimal second, decimal third, string source, bool isConfirmed) =>
        (Level1To, Level2To, Level3To, Source, IsConfirmed) = (first, second, third, source, isConfirmed);

    /// <summary>Level 1: 0-47.0, level 2: 47.1-55.1, level 3: 55.2-72.4, level 4: 72.5-100, as published for the 13-item measure.</summary>
    public static CutPoints Published { get; } = new(47.0m, 55.1m, 72.4m, "PAM-13", true);

    /// <summary>
    /// The older set, which differs in the edge between levels 3 and 4: 67.0 instead of 72.4. It has not been confirmed in a source, nor on which
    /// side of the edge 67.0 itself lies (here in level 3, as all edges belong to the level below), and every table that rests on it says so.
    /// </summary>
    public static CutPoints Older { get; } = new(47.0m, 55.1m, 67.0m, "an older version of the measure; from memory", false);

    /// <summary>The highest score of level 1.</summary>
    public decimal Level1To { get; }

    /// <summary>The highest score of level 2.</summary>
    public decimal Level2To { get; }

    /// <summary>The highest score of level 3.</summary>
    public decimal Level3To { get; }

    /// <summary>Where the edges come from.</summary>
    public string Source { get; }

    /// <summary>Whether the edges have been seen in the source that they are said to come from.</summary>
    public bool IsConfirmed { get; }

    /// <summary>Edges of one's own.</summary>
    /// <param name="level1To">The highest score of level 1, 0 or more.</param>
    /// <param name="level2To">The highest score of level 2.</param>
    /// <param name="level3To">The highest score of level 3, below 100.</param>
    /// <param name="source">Where they come from, as tables shall say.</param>
    /// <exception cref="ArgumentException">The edges do not rise between 0 and 100, have more than one decimal, or no source is named.</exception>
    public static CutPoints Of(decimal level1To, decimal level2To, decimal level3To, string source)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(source);
        if (level1To < 0 || level2To <= level1To || level3To <= level2To || level3To >= 100)
            throw new ArgumentException(string.Create(CultureInfo.InvariantCulture, $"Cut-points rise between 0 and 100, as in Of(47.0m, 55.1m, 72.4m, \"…\"); they were given as {level1To}, {level2To}, {level3To}."), nameof(level1To));
        if (((decimal[])[level1To, level2To, level3To]).Any(edge => decimal.Round(edge, 1) != edge))
            throw new ArgumentException("Cut-points have one decimal at most, because scores are compared with one decimal.", nameof(level1To));
        return new(level1To, level2To, level3To, source, true);
    }

    /// <summary>The level, 1 to 4, of a score.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The score is not a number from 0 to 100.</exception>
    public int LevelOf(double score)
    {
        if (score is not (>= 0 and <= 100)) throw new ArgumentOutOfRangeException(nameof(score), "A score of patient activation is a number from 0 to 100.");
        // Scores are held in four bytes, whose nearest decimal is what was recorded; in eight bytes 72.4 would lie above itself.
        var rounded = decimal.Round((decimal)(float)score, 1, MidpointRounding.AwayFromZero);
        return rounded <= Level1To ? 1 : rounded <= Level2To ? 2 : rounded <= Level3To ? 3 : 4;
    }

    /// <summary>The edges and where they come from, as tables say it.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture,
        $"level 1 to {Level1To:0.0}, 2 to {Level2To:0.0}, 3 to {Level3To:0.0}, 4 above ({Source}{(IsConfirmed ? "" : "; unconfirmed")})");
}
