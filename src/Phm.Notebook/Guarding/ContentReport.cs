using System.Globalization;

namespace Phm.Notebook.Guarding;

/// <summary>Says what one kept content gives away, without repeating it.</summary>
internal static class ContentReport
{
    private const string ForIdentifiers =
        "Show counts instead of people, or write the list to a file with a stated purpose, and clear this output. People whom a generator made up count as well: a kept list of them teaches the wrong habit.";

    private const string ForTheRest =
        "Show counts instead of people and clear this output. If it shows nobody, tag the cell 'phm-reviewed' and give the reason in its metadata as phm.reviewed.";

    public static IEnumerable<(LeakKind Kind, string Message)> Of(KeptContent content, IdentifierTest identifiers)
    {
        var search = new ContentSearch(identifiers, content.Form != ContentForm.Code);
        search.Read(content);
        var place = Place(content, identifiers);
        foreach (var (column, found) in search.Columns) yield return (LeakKind.PatientIdentifier, $"{place}, {column}: {Number(found.Count)} of patients of the data that were read. {ForIdentifiers}");
        var elsewhere = search.Tokens.Identifiers.Count(identifier => !search.Columns.Values.Any(found => found.Contains(identifier)));
        if (elsewhere > 0) yield return (LeakKind.PatientIdentifier, $"{place}: {Number(elsewhere)} of patients of the data that were read. {ForIdentifiers}");
        if (search.Tokens.NhsNumbers.Count is > 0 and var numbers) yield return (LeakKind.NhsNumber, $"{place}: {Count(numbers, "different number", "different numbers")} with the form and the check digit of an NHS number. {ForTheRest}");
        if (search.Postcodes > 0) yield return (LeakKind.Postcode, $"{place}: {Count(search.Postcodes, "full postcode", "full postcodes")} in a table of people. {ForTheRest}");
        if (search.PersonRows > 0) yield return (LeakKind.PersonLevelTable, $"{place}: a table with one row a person, told by the heading of {search.PersonColumn}; {Number(search.PersonRows, "row", "rows")}. {ForTheRest}");
        else if (search.IsDeclared) yield return (LeakKind.PersonLevelTable, $"{place}: rows about people, which a case list revealed for a purpose. {ForTheRest}");
    }

    /// <summary>A MIME type that a cell has made up may be an identifier itself.</summary>
    private static string Place(KeptContent content, IdentifierTest identifiers)
    {
        var inPlace = new TokenSearch(identifiers, withNhsNumbers: true);
        inPlace.Scan(content.Place);
        return inPlace.Identifiers.Count + inPlace.NhsNumbers.Count == 0 ? content.Place : "one of its outputs";
    }

    private static string Number(int distinct) => Count(distinct, "different identifier", "different identifiers");

    private static string Number(int rows, string one, string many) => rows >= DataGrid.MostRows ? $"at least {Count(rows, one, many)}" : Count(rows, one, many);

    private static string Count(int number, string one, string many) => number > TokenSearch.MostCounted
        ? string.Create(CultureInfo.InvariantCulture, $"more than {TokenSearch.MostCounted:N0} {many}")
        : string.Create(CultureInfo.InvariantCulture, $"{number:N0} {(number == 1 ? one : many)}");
}
