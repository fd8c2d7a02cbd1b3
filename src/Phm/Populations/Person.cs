using System.Numerics;
using System.Runtime.CompilerServices;
using Phm.Presentation;

namespace Phm.Populations;

/// <summary>
/// One person as seen in a period: who they are, what they live with and what they used. It is a view on the columns, made for the
/// rules of segments and cohorts; nothing that it shows leaves the library by itself.
/// </summary>
/// <remarks>
/// A member that needs a table which did not come with the data throws a <see cref="DataException"/> that names it; to answer 0 would
/// pass off as health what is not known.
/// <para/>
/// Its members are compiled in full at their first call. A rule runs over millions of people in the first second of a session, which
/// is before the runtime would have noticed that it is hot.
/// </remarks>
[TypeFormatterSource(typeof(PersonFormatterSource), PreferredMimeTypes = [MimeTypes.Html, MimeTypes.Text])]
public readonly struct Person
{
    private readonly Population _population;
    private readonly ConditionSet _conditions;

    internal Person(Population population, int index, Period period) : this(population, index, period, population.ConditionsOf(index, period))
    {
    }

    /// <summary>A person whose conditions in the period are already known.</summary>
    internal Person(Population population, int index, Period period, ConditionSet conditions)
    {
        _population = population;
        Index = index;
        Period = period;
        _conditions = conditions;
    }

    /// <summary>The period in which the person is seen.</summary>
    public Period Period { get; }

    /// <summary>The conditions that the person lived with on any day of the period.</summary>
    /// <exception cref="DataException">The data came without diagnoses.</exception>
    public ConditionSet Conditions
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => _conditions.IsNotKnown ? throw _population.Absent(_population.Diagnoses, "What a person lives with") : _conditions;
    }

    /// <summary>How many of the <see cref="ConditionSet.LongTerm"/> conditions the person lived with.</summary>
    public int LongTermConditions
    {
        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
        get => Conditions.And(ConditionSet.LongTerm).Count;
    }

    /// <summary>How many of the long-term conditions of mental health (<see cref="ConditionSet.Mental"/>) the person lived with.</summary>
    public int MentalConditions => Conditions.And(ConditionSet.Mental).Count;

    /// <summary>How many of the other long-term conditions the person lived with.</summary>
    public int PhysicalConditions => LongTermConditions - MentalConditions;

    /// <summary>Age in completed years on the first day of the period; 0 for those born in it.</summary>
    public int Age
    {
        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
        get => Period.First.AgeOf(Birth);
    }

    /// <summary>Sex, or null where it was not recorded.</summary>
    public Sex? Sex => Knows(PatientFlags.HasSex) ? _population.Patients.Sex.Span[Index] : null;

    /// <summary>Ethnic group, or null where it was not recorded.</summary>
    public EthnicGroup? EthnicGroup => Knows(PatientFlags.HasEthnicGroup) ? _population.Patients.EthnicGroup.Span[Index] : null;

    /// <summary>Decile of the Index of Multiple Deprivation, 1 for the most deprived tenth, or null where it is not known.</summary>
    public int? DeprivationDecile => Knows(PatientFlags.HasDeprivation) ? _population.Patients.DeprivationDecile.Span[Index] : null;

    /// <summary>Fifth of the Index of Multiple Deprivation, 1 for the most deprived, or null where it is not known.</summary>
    public int? DeprivationQuintile => (DeprivationDecile + 1) / 2;

    /// <summary>Whether the person lives in a care home.</summary>
    public bool LivesInCareHome => Knows(PatientFlags.CareHome);

    /// <summary>Whether the person died in the period.</summary>
    public bool Died => Knows(PatientFlags.HasDeath) && Period.Contains(_population.Patients.Death.Span[Index]);

    /// <summary>
    /// How many of the 36 deficits of the electronic frailty index were recorded by the last day of the period. A deficit that is
    /// recorded twice counts once.
    /// </summary>
    /// <exception cref="DataException">The data came without deficits.</exception>
    public int Deficits
    {
        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
        get
        {
            var table = _population.Deficits;
            if (!table.IsAvailable) throw _population.Absent(table, "A count of a person's deficits");
            var rows = table.RowsOf(Index);
            var dates = table.Date.Span[rows];
            var deficits = table.Deficit.Span[rows];
            var last = Period.Last;
            ulong seen = 0;
            for (var row = 0; row < dates.Length && dates[row] <= last; row++) seen |= 1UL << (int)deficits[row];
            return BitOperations.PopCount(seen);
        }
    }

    internal int Index { get; }

    internal Day Birth => _population.Patients.Birth.Span[Index];

    /// <summary>The index of the practice, or one past the last practice where it is not known.</summary>
    internal int Practice => Knows(PatientFlags.HasPractice) ? _population.Patients.Practice.Span[Index] : _population.Geography.Practices.Count;

    /// <summary>Whether the person lived with a condition on any day of the period.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public bool Has(Condition condition) => Conditions.Contains(condition);

    /// <summary>Whether the person lived with any of these conditions.</summary>
    public bool HasAny(params ReadOnlySpan<Condition> conditions) => Conditions.And(ConditionSet.Of(conditions)).Count > 0;

    /// <summary>How many rows of activity the person has at a point of delivery in the period. Missed outpatient appointments count, missed ones at the GP do not.</summary>
    /// <exception cref="DataException">The data came without activity.</exception>
    public int Uses(PointOfDelivery point)
    {
        var table = Activity("A count of a person's contacts");
        var points = table.Point.Span;
        var count = 0;
        foreach (var row in RowsInPeriod(table))
        {
            if (points[row] == point && !table.IsMissedConsultation(row)) count++;
        }
        return count;
    }

    /// <summary>How many rows of activity the person has in the period, at all points of delivery; missed appointments count.</summary>
    /// <exception cref="DataException">The data came without activity.</exception>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public int Contacts()
    {
        var rows = RowsInPeriod(Activity("A count of a person's contacts"));
        return rows.End - rows.Start;
    }

    /// <summary>What was spent on the person in the period, in pounds; rows without a cost add nothing.</summary>
    /// <exception cref="DataException">The data came without activity.</exception>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public double Spend()
    {
        var table = Activity("What was spent on a person");
        var rows = RowsInPeriod(table);
        var costs = table.Cost.Span[rows.Start..rows.End];
        var flags = table.Flags.Span[rows.Start..rows.End];
        long pence = 0;
        for (var row = 0; row < costs.Length; row++) pence += (flags[row] & ActivityFlags.HasCost) != 0 ? costs[row] : 0;
        return pence / 100.0;
    }

    private ActivityTable Activity(string what)
    {
        var table = _population.Activity;
        return table.IsAvailable ? table : throw _population.Absent(table, what);
    }

    private RowRange RowsInPeriod(EventTable table) => table.RowsIn(Index, Period);

    /// <summary>Says nothing about the person, so that no list of people can be printed by mistake.</summary>
    public override string ToString() => PersonFormatterSource.Words;

    private bool Knows(PatientFlags flag) => (_population.Patients.Flags.Span[Index] & flag) != 0;
}
