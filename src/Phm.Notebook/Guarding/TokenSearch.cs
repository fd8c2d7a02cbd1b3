namespace Phm.Notebook.Guarding;

/// <summary>
/// Looks for identifiers and NHS numbers that stand alone in text. An identifier is a run of letters and digits, or several of them
/// joined by single signs or spaces, as in <c>AB-12/7</c> or <c>943 476 5919</c>; each place is looked at a bounded number of times.
/// </summary>
internal sealed class TokenSearch(IdentifierTest identifiers, bool withNhsNumbers)
{
    /// <summary>More different ones than this are not counted.</summary>
    public const int MostCounted = 1_000;

    private const int MostRuns = 8;
    private const int MostSpaces = 3;
    private const string Joins = "-_./:+#@~*|\\ ";

    private readonly int[] starts = new int[MostRuns];

    /// <summary>The identifiers that were found.</summary>
    public HashSet<string> Identifiers { get; } = new(StringComparer.Ordinal);

    /// <summary>The NHS numbers that were found, as ten digits.</summary>
    public HashSet<string> NhsNumbers { get; } = new(StringComparer.Ordinal);

    /// <summary>Looks through a text as it stands and as a reader sees it.</summary>
    public void Scan(string text)
    {
        ScanRuns(text);
        var plain = PlainText.Of(text);
        if (!ReferenceEquals(plain, text)) ScanRuns(plain);
    }

    /// <summary>Looks at a text that is one value, such as a cell of a table: its identifier may hold any sign.</summary>
    public void ScanValue(ReadOnlySpan<char> value)
    {
        value = value.Trim();
        if (value.Length <= IdentifierTest.Longest && IdentifierShape.CountsAlone(value)) Test(value);
    }

    private void ScanRuns(string text)
    {
        var (count, last) = (0, -1);
        for (var i = 0; i < text.Length;)
        {
            if (!IdentifierShape.IsWord(text[i]))
            {
                i++;
                continue;
            }
            var start = i;
            while (i < text.Length && IdentifierShape.IsWord(text[i])) i++;
            if (count > 0 && !(start == last + 1 && Joins.Contains(text[last]))) count = 0;
            if (count == MostRuns) Array.Copy(starts, 1, starts, 0, --count);
            starts[count++] = start;
            last = i;
            if (withNhsNumbers) FindNhsNumber(text, count, i);
            if (identifiers.HasTests) FindIdentifiers(text, count, i);
        }
    }

    private void FindIdentifiers(string text, int count, int end)
    {
        var spaces = 0;
        for (var k = count - 1; k >= 0 && end - starts[k] <= IdentifierTest.Longest; k--)
        {
            if (k < count - 1 && text[starts[k + 1] - 1] == ' ' && ++spaces > MostSpaces) return;
            var run = text.AsSpan(starts[k], end - starts[k]);
            // Words of prose joined by spaces are no identifier; one of several words has a digit.
            if (spaces > 0 && !run.ContainsAnyInRange('0', '9')) continue;
            if (IdentifierShape.CountsAlone(run) && !IdentifierShape.IsPartOfAmount(text, starts[k], end)) Test(run);
            TestWithEdges(text, starts[k], end);
        }
    }

    /// <summary>A sign that leads the run may belong to the identifier, and so may the braces in which some systems write theirs.</summary>
    private void TestWithEdges(string text, int start, int end)
    {
        if (start == 0) return;
        if (text[start - 1] is '#' or '@' or '*') TestIfLong(text.AsSpan()[(start - 1)..end]);
        if (text[start - 1] == '{' && end < text.Length && text[end] == '}') TestIfLong(text.AsSpan()[(start - 1)..(end + 1)]);
    }

    private void TestIfLong(ReadOnlySpan<char> run)
    {
        if (IdentifierShape.CountsAlone(run)) Test(run);
    }

    private void Test(ReadOnlySpan<char> run)
    {
        if (Identifiers.Count <= MostCounted && identifiers.Is(run, out var identifier)) Identifiers.Add(identifier);
    }

    private void FindNhsNumber(string text, int count, int end)
    {
        var start = starts[count - 1];
        if (NhsNumbers.Count > MostCounted) return;
        if (end - start == NhsNumber.Digits)
        {
            var digits = text.AsSpan(start, NhsNumber.Digits);
            if (NhsNumber.IsValid(digits) && !IdentifierShape.IsPartOfAmount(text, start, end) && !IsPartOfLongerNumber(text, start, end, '-') && !IsBookNumber(text, start))
                NhsNumbers.Add(digits.ToString());
        }
        else if (end - start == 4 && count >= 3 && starts[count - 2] == start - 4 && starts[count - 3] == start - 8
            && text[start - 1] is '-' or ' ' && text[start - 5] == text[start - 1] && !IsPartOfLongerNumber(text, start - 8, end, text[start - 1]))
        {
            var digits = $"{text.AsSpan(start - 8, 3)}{text.AsSpan(start - 4, 3)}{text.AsSpan(start, 4)}";
            if (NhsNumber.IsValid(digits)) NhsNumbers.Add(digits);
        }
    }

    private static bool IsPartOfLongerNumber(string text, int start, int end, char join) =>
        (start > 1 && (text[start - 1] == join || text[start - 1] == '/') && char.IsAsciiDigit(text[start - 2]))
        || (end + 1 < text.Length && text[end] == join && char.IsAsciiDigit(text[end + 1]));

    /// <summary>An ISBN of ten digits has the check digit of an NHS number.</summary>
    private static bool IsBookNumber(string text, int start) =>
        text.AsSpan(Math.Max(0, start - 10), Math.Min(10, start)).Contains("ISBN", StringComparison.OrdinalIgnoreCase);
}
