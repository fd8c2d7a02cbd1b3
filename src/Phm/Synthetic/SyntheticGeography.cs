using System.Globalization;
using Phm.Populations;

namespace Phm.Synthetic;

/// <summary>
/// Practices in networks, localities and places with invented names, each practice with a size and a middle of deprivation. A practice
/// has about 8,000 people, three practices make a network, two networks a locality, ten localities a place; a small population keeps
/// the tree and shrinks the practices.
/// </summary>
internal sealed class SyntheticGeography
{
    private const int PracticesPerNetwork = 3;
    private const int NetworksPerLocality = 2;
    private const int LocalitiesPerPlace = 10;

    private static readonly string[] First =
    [
        "Alder", "Ashen", "Aspen", "Barley", "Beacon", "Birch", "Bramble", "Bridge", "Brook", "Castle", "Cedar", "Chalk", "Chapel", "Cherry", "Clover",
        "Copper", "Coral", "Court", "Cross", "Down", "Elder", "Elm", "Fern", "Field", "Forge", "Garden", "Gate", "Glebe", "Grange", "Green",
        "Harbour", "Hawthorn", "Hazel", "Heath", "Heron", "Holly", "Hop", "Ivy", "Juniper", "Lark", "Laurel", "Lime", "Linden", "Maple",
        "Market", "Marsh", "Meadow", "Mill", "Oak", "Orchard", "Park", "Pear", "Pine", "Poplar", "Priory", "Quarry", "River", "Rowan", "Sorrel", "Willow",
    ];

    private static readonly string[] Last = ["Surgery", "Medical Centre", "Health Centre", "Practice", "Group Practice", "Family Doctors"];

    private static readonly string[] Localities =
    [
        "Harrowmere", "Estbourne Bay", "Wealdmoor", "Saltreach", "Oasthurst", "Thornwick", "Maplestead", "Chalkdown", "Ferrywick", "Brambleford",
        "Kingsmarsh", "Larkfield Vale", "Northwold", "Otterham", "Pilgrims Cross", "Quillbrook", "Ravensea", "Stonegarth", "Tidewell", "Underwood",
    ];

    private static readonly string[] Places = ["East Coast", "North Estuary", "West Weald", "Mid Downs", "South Marsh", "High Chalk"];

    private SyntheticGeography(Geography geography, double[] size, double[] deprivation)
    {
        Geography = geography;
        Size = size;
        Deprivation = deprivation;
    }

    public Geography Geography { get; }

    /// <summary>Relative size of each practice.</summary>
    public double[] Size { get; }

    /// <summary>The decile around which the people of each practice live.</summary>
    public double[] Deprivation { get; }

    public static SyntheticGeography Make(SyntheticOptions options, SyntheticParameters parameters)
    {
        var random = new RandomStream(options.Seed, 0, Purpose.Geography);
        var count = options.People < 2_000 ? 6 : Math.Max(24, (int)Math.Round(options.People / parameters.Number("geography.people_per_practice")));
        var localities = (count - 1) / (PracticesPerNetwork * NetworksPerLocality) + 1;
        var places = localities >= 2 * LocalitiesPerPlace ? localities / LocalitiesPerPlace : Math.Min(2, localities);
        var (mostDeprived, leastDeprived) = (parameters.Number("geography.most_deprived_place"), parameters.Number("geography.least_deprived_place"));
        var placeDeprivation = Enumerable.Range(0, places).Select(place => mostDeprived + (leastDeprived - mostDeprived) * place / Math.Max(1, places - 1)).ToArray();
        var (sizeSpread, practiceSpread) = (parameters.Number("geography.size_spread"), parameters.Number("geography.practice_spread"));

        var practices = new Practice[count];
        var size = new double[count];
        var deprivation = new double[count];
        for (var i = 0; i < count; i++)
        {
            var network = i / PracticesPerNetwork;
            var locality = network / NetworksPerLocality;
            var place = locality * places / localities;
            var localityName = Name(Localities, locality);
            practices[i] = new Practice(
                string.Create(CultureInfo.InvariantCulture, $"P{i + 1:00000}"),
                PracticeName(i),
                $"{localityName} Network {"ABCDEFGH"[network % NetworksPerLocality]}",
                localityName,
                Name(Places, place),
                "Wealdshire (synthetic)");
            size[i] = random.LogNormal(sizeSpread);
            deprivation[i] = Math.Clamp(placeDeprivation[place] + practiceSpread * random.Normal(), 1, 10);
        }
        return new(new Geography(practices), size, deprivation);
    }

    /// <summary>The steps of the two words are coprime, so names repeat only after all pairs were used.</summary>
    internal static string PracticeName(int i)
    {
        var name = $"{First[i * 7 % First.Length]} {Last[(i * 7 / First.Length + i) % Last.Length]}";
        return i < First.Length ? name : string.Create(CultureInfo.InvariantCulture, $"{name} {i / First.Length + 1}");
    }

    private static string Name(string[] names, int i) => i < names.Length ? names[i] : string.Create(CultureInfo.InvariantCulture, $"{names[i % names.Length]} {i / names.Length + 1}");
}
