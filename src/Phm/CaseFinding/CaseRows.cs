using Phm.Populations;
using Phm.Presentation;

namespace Phm.CaseFinding;

/// <summary>Makes the rows of a case list, in the order of the population: by practice, then by pseudonym.</summary>
internal static class CaseRows
{
    public static List<TableCell[]> Of(Population population, Period period, CaseColumn[] columns) =>
        population.Fold(period, () => new List<TableCell[]>(),
            (rows, person) => rows.Add([.. columns.Select(column => column.Of(population, person))]),
            (rows, more) => rows.AddRange(more));
}
