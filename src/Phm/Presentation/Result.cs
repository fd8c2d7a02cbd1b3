namespace Phm.Presentation;

/// <summary>
/// An immutable answer of an analysis that knows how to show itself as a table. What it shows has passed the disclosure policy;
/// what it holds has not.
/// </summary>
[TypeFormatterSource(typeof(ResultFormatterSource), PreferredMimeTypes = [MimeTypes.Html, MimeTypes.Text])]
public abstract record Result
{
    /// <summary>The result as a table, after disclosure control.</summary>
    public abstract ResultTable ToTable();

    /// <summary>The result as CSV, after disclosure control. See <see cref="ResultTable.ToCsv"/>.</summary>
    public string ToCsv() => ToTable().ToCsv();

    /// <summary>The result as a plain text table, after disclosure control.</summary>
    public sealed override string ToString() => ToTable().ToString();
}
