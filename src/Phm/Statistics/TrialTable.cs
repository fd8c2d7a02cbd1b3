using MathNet.Numerics;

namespace Phm.Statistics;

/// <summary>Events and trials of a logistic regression: its frame with the share of events as outcome and the trials among the weights.</summary>
internal sealed record TrialTable(Frame Frame, double Share, double Saturated, double LogCombinations)
{
    public static TrialTable Of(Frame frame, BinaryModel model)
    {
        var trials = model.TrialsOf(frame.Table, frame.Selection);
        var shares = trials is null ? Flags(frame, model) : Shares(frame, model, trials);
        var prior = trials is null ? frame.Prior : frame.Prior is null ? trials : [.. trials.Zip(frame.Prior, (t, w) => t * w)];
        var (events, total, saturated, combinations) = (0.0, 0.0, 0.0, 0.0);
        for (var i = 0; i < shares.Length; i++)
        {
            var (y, w) = (shares[i], prior?[i] ?? 1);
            events += w * y;
            total += w;
            saturated += w * (CountTable.TimesItsLog(y) + CountTable.TimesItsLog(1 - y));
            if (trials is not null) combinations += (frame.Prior?[i] ?? 1) * LogCombinationsOf(trials[i], trials[i] * y);
        }
        if (events == 0 || events == total)
            throw new DataException($"The outcome '{model.Outcome}' {(events == 0 ? "never happens" : "always happens")} in the rows that are used: there is nothing to explain.");
        return new(frame with { Outcome = shares, Prior = prior }, events / total, saturated, combinations);
    }

    private static double LogCombinationsOf(double trials, double events) =>
        SpecialFunctions.GammaLn(trials + 1) - SpecialFunctions.GammaLn(events + 1) - SpecialFunctions.GammaLn(trials - events + 1);

    private static double[] Flags(Frame frame, BinaryModel model)
    {
        for (var i = 0; i < frame.Outcome.Length; i++)
        {
            if (frame.Outcome[i] is not (0 or 1))
                throw new DataException($"The outcome '{model.Outcome}' is neither 0 nor 1 in row {frame.Selection[i] + 1}: give 1 for an event and 0 for none, or name the column of trials by OutOf where it is a number of events.");
        }
        return frame.Outcome;
    }

    private static double[] Shares(Frame frame, BinaryModel model, double[] trials)
    {
        var shares = new double[trials.Length];
        for (var i = 0; i < shares.Length; i++)
        {
            var events = frame.Outcome[i];
            if (events < 0 || events > trials[i] || Math.Floor(events) != events || Math.Floor(trials[i]) != trials[i])
                throw new DataException($"The outcome '{model.Outcome}' in row {frame.Selection[i] + 1} is no whole number from 0 to the trials '{model.TrialsColumn}': look at what computed the two.");
            shares[i] = events / trials[i];
        }
        return shares;
    }
}
