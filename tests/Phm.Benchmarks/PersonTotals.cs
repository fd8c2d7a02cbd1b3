using Phm.Populations;

namespace Phm.Benchmarks;

/// <summary>Spend and contacts of each person in a year, as an analyst would write it: one fold.</summary>
internal sealed class PersonTotals
{
    private readonly List<(long Pence, int Contacts)> _people = [];

    public TotalsCheck Check => new(_people.LongCount(person => person.Contacts > 0), _people.Sum(person => person.Pence), _people.Sum(person => (long)person.Contacts));

    public static PersonTotals Of(Population population, Period year) => population.Fold(year,
        () => new PersonTotals(),
        (totals, person) => totals._people.Add(((long)Math.Round(100 * person.Spend()), person.Contacts())),
        (totals, later) => totals._people.AddRange(later._people));
}
