using Phm.Ingest;
using Phm.Populations;

namespace Phm.Costing;

/// <summary>Reads tables of unit costs.</summary>
internal static class UnitCostsReader
{
    private const int MaxNights = 36_500;

    private static readonly ColumnSchema[] Columns =
    [
        new("service", ColumnKind.Text, "The word by which the cost is set.") { Required = true },
        new("name", ColumnKind.Text, "The service in words.") { Required = true, MaxLength = 120 },
        new("point_of_delivery", ColumnKind.Word, "The point of delivery, for a service that rows of activity stand for.") { Words = [.. Vocabulary<PointOfDelivery>.Codes] },
        new("unit", ColumnKind.Text, "What one unit is.") { Required = true },
        new("nights_from", ColumnKind.Number, "The fewest nights of the stay.") { Min = 0, Max = MaxNights },
        new("nights_to", ColumnKind.Number, "The most nights of the stay.") { Min = 0, Max = MaxNights },
        new("used", ColumnKind.YesNo, "Whether the cost prices activity.") { Required = true },
        new("pounds", ColumnKind.Number, "The cost of one unit.") { Required = true, Min = 0, Max = 1_000_000 },
        new("price_year", ColumnKind.Text, "The year whose prices it is in.") { Required = true },
        new("source", ColumnKind.Text, "Where it was found.") { Required = true, MaxLength = 255 },
        new("status", ColumnKind.Word, "How well it is known.") { Required = true, Words = [.. Vocabulary<UnitCostStatus>.Codes] },
    ];

    public static UnitCosts ReadFile(string path)
    {
        if (!File.Exists(path)) throw new DataException($"'{path}' is not a file. Expected unit costs as CSV; look at the path.");
        using var csv = CsvTable.OpenRead(path, quarantine: null);
        return new UnitCosts($"Unit costs of '{csv.File}'", Read(csv));
    }

    public static UnitCosts ReadResource(string file)
    {
        using var csv = CsvTable.OpenResource(file);
        return new UnitCosts("Unit costs", Read(csv));
    }

    private static List<UnitCost> Read(CsvTable csv)
    {
        var at = Columns.Select(csv.Column).ToArray();
        var costs = new List<UnitCost>();
        while (csv.Read())
        {
            if (!TryRead(csv, at, out var cost)) continue;
            csv.Keep();
            costs.Add(cost);
        }
        return csv.Problems.Total > 0 ? throw ProblemLog.ToFileException(csv.File, csv.Problems) : costs;
    }

    private static bool TryRead(CsvTable csv, int[] at, out UnitCost cost)
    {
        var s = Columns;
        cost = null!;
        if (!csv.Text(at[0], s[0], out var service) || !csv.Text(at[1], s[1], out var name)
            || !csv.OptionalWord<PointOfDelivery>(at[2], s[2], out var point) || !csv.Text(at[3], s[3], out var unit)
            || !csv.OptionalNumber(at[4], s[4], out var from) || !csv.OptionalNumber(at[5], s[5], out var to)
            || !csv.OptionalYesNo(at[6], s[6], out var used) || !csv.OptionalPence(at[7], s[7], out var pence)
            || !csv.Text(at[8], s[8], out var year) || !csv.Text(at[9], s[9], out var source)
            || !csv.Word<UnitCostStatus>(at[10], s[10], out var status)) return false;
        if (pence is null) return csv.Reject("pounds", "nothing", s[7].Expected, "Fill the cell or leave the row out.");
        cost = new UnitCost(service, name, unit, pence.Value / 100m, year, source, status)
        {
            Point = point,
            IsUsed = used == true,
            NightsFrom = (int)from.GetValueOrDefault(),
            NightsTo = (int)(to ?? int.MaxValue),
        };
        return true;
    }
}
