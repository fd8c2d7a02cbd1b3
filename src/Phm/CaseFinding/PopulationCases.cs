using Phm.Populations;

namespace Phm.CaseFinding;

/// <summary>What can be found among the people of any population, at the population.</summary>
public static class PopulationCases
{
    /// <summary>
    /// The case list of everyone of a population who was present in a period, as in
    /// <c>kent.Where(year, p => p.Has(Condition.Copd)).CaseList(year, CaseColumn.Patient, CaseColumn.Age, CaseColumn.Practice)</c>. See
    /// <see cref="CaseFinding.CaseList"/>.
    /// </summary>
    /// <param name="population">The people, mostly a cohort.</param>
    /// <param name="period">The period in which each person is seen.</param>
    /// <param name="columns">What is told of each person; where none is given, pseudonym, age, sex, practice and conditions.</param>
    public static CaseList CaseList(this Population population, Period period, params IReadOnlyList<CaseColumn> columns) =>
        CaseFinding.CaseList.Of(population, period, columns);
}
