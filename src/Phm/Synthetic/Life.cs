using Phm.Populations;

namespace Phm.Synthetic;

/// <summary>The course of a person through the years of the records: joining, leaving, death, and each year with its state.</summary>
internal sealed class Life(SyntheticOptions options, SyntheticParameters parameters, MortalityModel mortality, Health health)
{
    private const int LastMonthsDays = 183;

    private readonly double _joins = parameters.Number("population.joins");
    private readonly double _leaves = parameters.Number("population.leaves");
    private readonly Period[] _years = [.. Enumerable.Range(0, options.Years).Select(year => Period.FinancialYear(options.StartYear + year))];
    private readonly List<LifeYear> _lived = [];

    public Health Health { get; } = health;

    public IReadOnlyList<LifeYear> Years => _lived;

    public Day? RegisteredFrom { get; private set; }

    public Day? RegisteredTo { get; private set; }

    public Day? Death { get; private set; }

    /// <summary>The last day on which something can be recorded.</summary>
    public Day LastDay => _lived.Count > 0 ? _lived[^1].To : _years[^1].Last;

    /// <summary>Lives the years.</summary>
    public void Run(Sketch person)
    {
        var random = new RandomStream(options.Seed, person.Stream, Purpose.Life);
        Health.Draw(person, options.Seed, AgeOn(_years[^1].Last, person));
        _lived.Clear();
        (RegisteredFrom, RegisteredTo, Death) = (null, null, null);
        Move(person, ref random);
        for (var year = 0; year < _years.Length; year++)
        {
            if (Present(person, _years[year]) is not { } present) continue;
            var state = State(person, year, present);
            if (random.Chance(1 - Math.Exp(-mortality.Hazard(person, state) * state.Years)))
            {
                Death = present.First.Plus(random.Below(present.Days));
                // Who would have left later no longer leaves.
                if (RegisteredTo > Death) RegisteredTo = null;
                _lived.Add(State(person, year, new Period(present.First, Death.Value)));
                MarkLastMonths(Death.Value);
                return;
            }
            _lived.Add(state);
        }
    }

    /// <summary>Age in years of 365.25 days.</summary>
    public static double AgeOn(Day day, Sketch person) => day.DaysSince(person.Birth) / 365.25;

    private void Move(Sketch person, ref RandomStream random)
    {
        var start = person.Birth > _years[0].First ? person.Birth : _years[0].First;
        var last = _years[^1].Last;
        var days = last.DaysSince(start);
        if (person.Birth < _years[0].First && random.Chance(_joins * _years.Length)) RegisteredFrom = start.Plus(random.Below(days + 1));
        else if (person.Birth >= _years[0].First) RegisteredFrom = person.Birth;
        var from = RegisteredFrom ?? start;
        if (random.Chance(_leaves * _years.Length)) RegisteredTo = from.Plus(random.Below(last.DaysSince(from) + 1));
    }

    private Period? Present(Sketch person, Period year)
    {
        var first = RegisteredFrom is { } from && from > year.First ? from : year.First;
        var last = RegisteredTo is { } to && to < year.Last ? to : year.Last;
        return first <= last && person.Birth <= last ? new Period(first, last) : null;
    }

    private LifeYear State(Sketch person, int year, Period present)
    {
        var age = Math.Max(0, AgeOn(present.First.Plus(present.Days / 2), person));
        return new LifeYear(year, present.First, present.Last, age, Health.At(age), Health.DeficitsAt(age), 0);
    }

    private void MarkLastMonths(Day death)
    {
        var from = death.DaysSince(Day.Earliest) < LastMonthsDays ? Day.Earliest : death.Plus(1 - LastMonthsDays);
        for (var i = 0; i < _lived.Count; i++)
        {
            var year = _lived[i];
            if (year.To < from) continue;
            var first = year.From > from ? year.From : from;
            _lived[i] = year with { LastMonths = year.To.DaysSince(first) + 1 };
        }
    }
}
