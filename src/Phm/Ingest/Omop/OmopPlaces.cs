using Phm.Populations;

namespace Phm.Ingest.Omop;

/// <summary>
/// Reads locations and places of care. A place of care is a practice; its city is the locality, its county the place, its state the system. OMOP
/// knows no networks, and a level that is not known is called so within the level above, so that units of one name stay apart.
/// </summary>
internal sealed class OmopPlaces
{
    private readonly Dictionary<string, (string? City, string? County, string? State)> _locations = new(StringComparer.Ordinal);
    private readonly Dictionary<string, (string Name, string? Location)> _careSites = new(StringComparer.Ordinal);

    public bool Contains(string careSite) => _careSites.ContainsKey(careSite);

    public void ReadLocations(CsvTable csv)
    {
        var s = OmopSchema.Location.Columns;
        var c = s.Select(csv.Column).ToArray();
        while (csv.Read())
        {
            if (!csv.Text(c[0], s[0], out var id) || !csv.OptionalText(c[1], s[1], out var city) || !csv.OptionalText(c[2], s[2], out var county)
                || !csv.OptionalText(c[3], s[3], out var state)) continue;
            if (_locations.TryAdd(id, (city, county, state))) csv.Keep();
            else csv.Reject(s[0].Name, "an identifier that stands in an earlier row", "each location once", "Remove the duplicate.");
        }
    }

    public void ReadCareSites(CsvTable csv)
    {
        var s = OmopSchema.CareSite.Columns;
        var c = s.Select(csv.Column).ToArray();
        while (csv.Read())
        {
            if (!csv.Text(c[0], s[0], out var id) || !csv.OptionalText(c[1], s[1], out var name) || !csv.OptionalText(c[2], s[2], out var location)) continue;
            if (_careSites.TryAdd(id, (name is null ? $"Care site {id}" : ShortName.Of(name, $"Care site {id}"), location))) csv.Keep();
            else csv.Reject(s[0].Name, "an identifier that stands in an earlier row", "each place of care once", "Remove the duplicate.");
        }
    }

    /// <summary>These places of care as practices.</summary>
    public Geography Build(IReadOnlyCollection<string> careSites)
    {
        var named = careSites.ToLookup(site => _careSites[site].Name);
        return new Geography(careSites.Select(site =>
        {
            var (name, location) = _careSites[site];
            var (city, county, state) = location is not null && _locations.TryGetValue(location, out var found) ? found : default;
            return new Practice(site,
                named[name].Count() == 1 ? name : ShortName.Of($"{name} ({site})", $"Care site {site}"),
                Within(location, "Network not known", city, county, state),
                Within(location, city ?? "Locality not known", county, state),
                Within(location, county ?? "Place not known", state),
                Within(location, state ?? "System not known"));
        }));
    }

    private static string Within(string? location, params string?[] parts) => ShortName.Of(string.Join(", ", parts.OfType<string>()), $"location {location}");
}
