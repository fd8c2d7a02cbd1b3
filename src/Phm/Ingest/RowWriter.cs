using Phm.Populations;

namespace Phm.Ingest;

/// <summary>Takes the cells of a table of linked data, one after another in the order of its columns.</summary>
internal abstract class RowWriter
{
    public abstract void Text(ReadOnlySpan<byte> utf8);

    /// <summary>A code or name; null where it is not known.</summary>
    public abstract void Text(string? value);

    public abstract void Date(Day day, bool known = true);

    public abstract void Number(float? value);

    public abstract void Whole(int? value);

    public abstract void Pounds(int? pence);

    public abstract void YesNo(bool? value);

    public abstract void EndRow();
}
