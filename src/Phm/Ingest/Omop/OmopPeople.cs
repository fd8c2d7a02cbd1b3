using System.Globalization;
using Phm.Populations;

namespace Phm.Ingest.Omop;

/// <summary>Reads people and deaths.</summary>
internal sealed class OmopPeople(OmopPlaces places)
{
    private readonly Dictionary<string, int> _rowOf = new(StringComparer.Ordinal);
    private readonly List<(PatientRow Row, string? CareSite)> _people = [];

    /// <summary>How many people are registered with a place of care that has no row.</summary>
    public int UnknownCareSites => _people.Count(person => person.CareSite is { } site && !places.Contains(site));

    public void ReadPersons(CsvTable csv)
    {
        var s = OmopSchema.Person.Columns;
        var c = s.Select(csv.Column).ToArray();
        while (csv.Read())
        {
            if (!csv.Text(c[0], s[0], out var id) || !csv.OptionalWhole(c[1], s[1], out var gender) || !TryBirth(csv, c, out var birth)
                || !csv.OptionalWhole(c[6], s[6], out var race) || !csv.OptionalText(c[7], s[7], out var careSite)) continue;
            if (!_rowOf.TryAdd(id, _people.Count))
            {
                csv.Reject(s[0].Name, "a pseudonym that stands in an earlier row", "each person once", "Remove the duplicate; keep the row that is right.");
                continue;
            }
            csv.Keep();
            _people.Add((new PatientRow { Id = id, Birth = birth, Sex = SexOf(gender), EthnicGroup = EthnicGroupOf(race) }, careSite));
        }
    }

    public void ReadDeaths(CsvTable csv)
    {
        var s = OmopSchema.Death.Columns;
        var c = s.Select(csv.Column).ToArray();
        while (csv.Read())
        {
            if (!csv.Text(c[0], s[0], out var id) || !csv.Date(c[1], s[1], out var date)) continue;
            if (!_rowOf.TryGetValue(id, out var row)) csv.Reject(s[0].Name, "a pseudonym without a row in person", "a person of the table person", "Add the person to person or leave the row out.");
            else if (_people[row].Row.Death is not null) csv.Reject(s[0].Name, "a second death of a person", "one death a person", "Keep the row that is right.");
            else
            {
                csv.Keep();
                _people[row] = _people[row] with { Row = _people[row].Row with { Death = date } };
            }
        }
    }

    /// <summary>The people, and the places of care that any of them is registered with as practices.</summary>
    public (Geography Geography, PatientTable Patients) Build()
    {
        var geography = places.Build([.. _people.Select(person => person.CareSite).OfType<string>().Where(places.Contains).Distinct(StringComparer.Ordinal)]);
        var index = geography.Practices.Select((practice, position) => (practice.Code, position)).ToDictionary(p => p.Code, p => (ushort)p.position, StringComparer.Ordinal);
        var rows = new PatientRows();
        foreach (var (row, site) in _people) rows.Add(site is not null && index.TryGetValue(site, out var practice) ? row with { Practice = practice } : row);
        return (geography, rows.Build());
    }

    private static bool TryBirth(CsvTable csv, int[] c, out Day birth)
    {
        var s = OmopSchema.Person.Columns;
        birth = default;
        if (!csv.OptionalDate(c[5], s[5], out var whole)) return false;
        if (whole is { } day)
        {
            birth = day;
            return true;
        }
        if (!csv.OptionalWhole(c[2], s[2], out var year) || !csv.OptionalWhole(c[3], s[3], out var month) || !csv.OptionalWhole(c[4], s[4], out var dayOfMonth)) return false;
        if (year is null) return csv.Reject(s[2].Name, "nothing", "a year of birth", "Fill the cell or leave the row out.");
        var text = string.Create(CultureInfo.InvariantCulture, $"{year:0000}-{month ?? 1:00}-{dayOfMonth ?? 1:00}");
        return (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) && Day.TryOf(date, out birth))
            || csv.Reject(s[2].Name, "a year, month and day that are no date", s[5].Expected, "Correct them; leave month and day empty where only the year is known.");
    }

    private static Sex? SexOf(long? gender) => gender switch { 8507 => Sex.Male, 8532 => Sex.Female, _ => null };

    /// <summary>
    /// The broad groups of the Census as far as the standard race concepts are the same: Hispanic is an ethnicity there and says nothing of
    /// the groups here, so it is not used.
    /// </summary>
    private static EthnicGroup? EthnicGroupOf(long? race) => race switch
    {
        8527 => EthnicGroup.White,
        8516 => EthnicGroup.Black,
        8515 => EthnicGroup.Asian,
        8557 or 8657 or 8522 => EthnicGroup.Other,
        _ => null,
    };
}
