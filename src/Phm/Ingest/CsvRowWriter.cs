using System.Globalization;
using CsvHelper;
using Phm.Populations;

namespace Phm.Ingest;

/// <summary>Writes rows as CSV; what is not known is an empty cell.</summary>
internal sealed class CsvRowWriter(CsvWriter csv) : RowWriter
{
    public override void Text(ReadOnlySpan<byte> utf8) => csv.WriteField(utf8);

    public override void Text(string? value) => csv.WriteField(value ?? "");

    public override void Date(Day day, bool known = true)
    {
        if (known) csv.WriteField(day.Date, "yyyy-MM-dd");
        else csv.WriteField("");
    }

    public override void Number(float? value) => csv.WriteField(value?.ToString("R", CultureInfo.InvariantCulture) ?? "");

    public override void Whole(int? value) => csv.WriteField(value?.ToString(CultureInfo.InvariantCulture) ?? "");

    public override void Pounds(int? pence)
    {
        if (pence is { } known) csv.WriteField(known / 100m, "0.##", CultureInfo.InvariantCulture);
        else csv.WriteField("");
    }

    public override void YesNo(bool? value) => csv.WriteField(value switch { true => "1", false => "0", null => "" });

    public override void EndRow() => csv.EndRecord();
}
