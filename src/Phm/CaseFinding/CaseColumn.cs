using Phm.Disclosure;
using Phm.Populations;
using Phm.Presentation;

namespace Phm.CaseFinding;

/// <summary>What a case list tells of each person: a heading and where the value comes from.</summary>
public sealed class CaseColumn
{
    private readonly Func<Population, Person, TableCell> _value;

    private CaseColumn(string heading, ColumnFormat format, Func<Population, Person, TableCell> value)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(heading);
        Column = new TableColumn(heading, format);
        _value = value;
    }

    /// <summary>The pseudonym by which the practice or the linking service knows the person. Its heading is one that leak checks know.</summary>
    public static CaseColumn Patient { get; } = new("Patient", ColumnFormat.Text, (population, person) => population.Patients.Ids[person.Index]);

    /// <summary>Age in completed years on the first day of the period.</summary>
    public static CaseColumn Age { get; } = new("Age", ColumnFormat.Count, (_, person) => person.Age);

    /// <summary>Sex as recorded.</summary>
    public static CaseColumn Sex { get; } = new("Sex", ColumnFormat.Text, (_, person) => person.Sex is { } sex ? sex.Name() : DisclosedValue.Missing);

    /// <summary>Broad ethnic group as recorded.</summary>
    public static CaseColumn EthnicGroup { get; } = new("Ethnic group", ColumnFormat.Text, (_, person) => person.EthnicGroup is { } group ? group.Name() : DisclosedValue.Missing);

    /// <summary>The practice's name.</summary>
    public static CaseColumn Practice { get; } = Unit(Level.Practice);

    /// <summary>Decile of the Index of Multiple Deprivation, 1 for the most deprived tenth.</summary>
    public static CaseColumn DeprivationDecile { get; } = new("Deprivation decile", ColumnFormat.Count, (_, person) => Number(person.DeprivationDecile));

    /// <summary>Whether the person lives in a care home.</summary>
    public static CaseColumn CareHome { get; } = new("Care home", ColumnFormat.Text, (_, person) => YesNo(person.LivesInCareHome));

    /// <summary>The conditions that the person lived with in the period, by name.</summary>
    public static CaseColumn Conditions { get; } = new("Conditions", ColumnFormat.Text, (_, person) => person.Conditions.ToString());

    /// <summary>How many long-term conditions the person lived with.</summary>
    public static CaseColumn LongTermConditions { get; } = new("Long-term conditions", ColumnFormat.Count, (_, person) => person.LongTermConditions);

    /// <summary>How many deficits of the electronic frailty index were recorded by the end of the period.</summary>
    public static CaseColumn Deficits { get; } = new("Deficits", ColumnFormat.Count, (_, person) => person.Deficits);

    /// <summary>How many rows of activity the person has in the period.</summary>
    public static CaseColumn Contacts { get; } = new("Contacts", ColumnFormat.Count, (_, person) => person.Contacts());

    /// <summary>What was spent on the person in the period.</summary>
    public static CaseColumn Spend { get; } = new("Spend", ColumnFormat.Pounds, (_, person) => person.Spend());

    /// <summary>The heading.</summary>
    public string Heading => Column.Heading;

    internal TableColumn Column { get; }

    /// <summary>The unit of a level that the person's practice belongs to.</summary>
    public static CaseColumn Unit(Level level) => new(level.ToString(), ColumnFormat.Text,
        (population, person) => population.Geography.UnitsAt(level)[population.Geography.UnitOf(person.Practice, level)]);

    /// <summary>How many rows of activity the person has at a point of delivery.</summary>
    public static CaseColumn Uses(PointOfDelivery point) => new(point.Name(), ColumnFormat.Count, (_, person) => person.Uses(point));

    /// <summary>Whether the person lived with a condition.</summary>
    public static CaseColumn Has(Condition condition) => new(condition.Name(), ColumnFormat.Text, (_, person) => YesNo(person.Has(condition)));

    /// <summary>A column of words of your own, as in <c>CaseColumn.Words("Tier", p => p.Contacts() > 20 ? "high" : "rising")</c>.</summary>
    /// <param name="heading">The heading.</param>
    /// <param name="value">What the column says of a person; null is shown as not known.</param>
    public static CaseColumn Words(string heading, Func<Person, string?> value) =>
        new(heading, ColumnFormat.Text, (_, person) => value(person) is { } words ? words : DisclosedValue.Missing);

    /// <summary>A column of numbers of your own, as in <c>CaseColumn.Number("GP contacts", p => p.Uses(PointOfDelivery.Gp))</c>.</summary>
    /// <param name="heading">The heading, with the unit.</param>
    /// <param name="value">The number of a person; null is shown as not known.</param>
    /// <param name="format">How it is written.</param>
    public static CaseColumn Number(string heading, Func<Person, double?> value, ColumnFormat format = ColumnFormat.Count) =>
        new(heading, format, (_, person) => Number(value(person)));

    /// <summary>The heading alone.</summary>
    public override string ToString() => Heading;

    /// <summary>The cell of a person. An error of a rule that a user wrote may repeat what it saw, so its words are not passed on.</summary>
    /// <exception cref="DataException">The rule failed, or a table that it needs did not come with the data.</exception>
    internal TableCell Of(Population population, Person person)
    {
        try
        {
            return _value(population, person);
        }
        catch (Exception e) when (e is not (PhmException or OutOfMemoryException))
        {
            throw new DataException($"The column '{CleanText.Of(Heading, CleanText.MaxCell)}' of a case list failed with {e.GetType().Name}. Mend its rule; nothing was revealed.");
        }
    }

    private static TableCell Number(double? number) => number is { } known ? known : DisclosedValue.Missing;

    private static string YesNo(bool yes) => yes ? "yes" : "no";
}
