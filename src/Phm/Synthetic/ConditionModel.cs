using Phm.Populations;

namespace Phm.Synthetic;

/// <summary>One condition: its thresholds, scaled so that the reference population has the published prevalence and gradient.</summary>
internal sealed class ConditionModel
{
    private ConditionModel(Condition condition, OnsetTable onsets, double physical, double mental)
    {
        Condition = condition;
        Onsets = onsets;
        Physical = physical;
        Mental = mental;
        Own = Math.Sqrt(1 - physical * physical - mental * mental);
    }

    public Condition Condition { get; }

    public OnsetTable Onsets { get; }

    /// <summary>Loading on the person's physical liability.</summary>
    public double Physical { get; }

    /// <summary>Loading on the person's mental liability.</summary>
    public double Mental { get; }

    /// <summary>Loading on what is the condition's own; the three squares add up to 1, so liability is standard normal.</summary>
    public double Own { get; }

    /// <summary>The model of every condition but pregnancy, which is an episode and not a liability.</summary>
    public static IReadOnlyList<ConditionModel> All(SyntheticParameters parameters)
    {
        var reference = Demography.Reference(parameters).ToArray();
        return [.. Vocabulary<Condition>.All.Where(condition => condition != Condition.Pregnancy).Select(condition => Fit(condition, parameters, reference))];
    }

    private static ConditionModel Fit(Condition condition, SyntheticParameters parameters, (int Age, bool IsMale, int Decile, double People)[] reference)
    {
        var name = $"condition.{condition.Code()}";
        var shape = parameters.Curve($"{name}.shape");
        var (women, men) = (parameters.Number($"{name}.women"), parameters.Number($"{name}.men"));
        var lasting = parameters.Number($"{name}.lasting") != 0;
        var fromAge = parameters.Number($"{name}.from_age");
        var relative = new double[OnsetTable.OldestAge + 1];
        for (var age = 0; age < relative.Length; age++) relative[age] = lasting && age > 0 ? Math.Max(relative[age - 1], shape[age]) : shape[age];

        double Relative(int age, bool isMale, int decile, double slope) => relative[age] * (isMale ? men : women) * Math.Exp(slope * (5.5 - decile));
        double Mean(IEnumerable<(int Age, bool IsMale, int Decile, double People)> people, double slope)
        {
            var (cases, all) = (0.0, 0.0);
            foreach (var (age, isMale, decile, number) in people)
            {
                cases += number * Relative(age, isMale, decile, slope);
                all += number;
            }
            return cases / all;
        }

        var counted = reference.Where(cell => cell.Age >= fromAge).ToArray();
        var (most, least) = (counted.Where(cell => cell.Decile == 1).ToArray(), counted.Where(cell => cell.Decile == 10).ToArray());
        var target = parameters.Number($"{name}.deprivation");
        var (low, high) = (-0.5, 0.5);
        for (var step = 0; step < 50; step++)
        {
            var middle = (low + high) / 2;
            if (Mean(most, middle) / Mean(least, middle) < target) low = middle;
            else high = middle;
        }
        var gradient = (low + high) / 2;
        var scale = parameters.Number($"{name}.prevalence") / Mean(counted, gradient);
        var onsets = new OnsetTable((age, isMale, decile) => scale * Relative(age, isMale, decile, gradient), lasting);
        return new(condition, onsets, parameters.Number($"{name}.physical"), parameters.Number($"{name}.mental"));
    }
}
