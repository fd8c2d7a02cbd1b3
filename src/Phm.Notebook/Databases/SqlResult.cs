namespace Phm.Notebook.Databases;

/// <summary>Reads the rows of a statement: the page to show, all rows where they are to be kept, and how many there are. All of it is bounded.</summary>
internal sealed class SqlResult
{
    /// <summary>A result is counted to its end or to this many rows after its page.</summary>
    private const long MostCounted = 1_000_000;
    private const int MostKept = 1_000_000;
    private const long MostKeptBytes = 500_000_000;
    private const long MostShownCharacters = 1_000_000;

    private readonly List<object?[]> shown = [];
    private readonly List<object?[]> kept = [];
    private long bytes;
    private long characters;

    private SqlResult(IReadOnlyList<SqlColumn> columns) => Columns = columns;

    public IReadOnlyList<SqlColumn> Columns { get; }

    public SqlPage Page { get; private set; } = new([], []);

    /// <summary>The whole result; empty unless it was asked for by a name.</summary>
    public SqlTable Table => new(Columns, kept);

    public static SqlResult Read(SqlStatement statement, SqlRequest request)
    {
        var result = new SqlResult(statement.ReadColumns());
        var (count, isCut, hasMore) = (0L, false, false);
        while (statement.Step())
        {
            if (request.Name is null && count >= request.Before + request.Rows + MostCounted)
            {
                hasMore = true;
                break;
            }
            var isOfPage = count >= request.Before && count < request.Before + request.Rows;
            if ((isOfPage && !isCut) || request.Name is not null)
            {
                var row = statement.ReadRow();
                if (request.Name is not null) result.Keep(row, statement);
                if (isOfPage && !isCut) isCut = !result.TryShow(row);
            }
            count++;
        }
        result.Page = new SqlPage(result.Columns, result.shown) { Before = request.Before, Count = count, HasMore = hasMore, IsCut = isCut };
        return result;
    }

    private bool TryShow(object?[] row)
    {
        characters += Length(row);
        if (shown.Count > 0 && characters > MostShownCharacters) return false;
        shown.Add(row);
        return true;
    }

    private void Keep(object?[] row, SqlStatement statement)
    {
        bytes += (2 * Length(row)) + (32 * row.Length);
        if (kept.Count == MostKept || bytes > MostKeptBytes)
            throw statement.Error("the result is too large to keep (more than 1,000,000 rows or 500 MB); sum it up in SQL, or leave out --name");
        kept.Add(row);
    }

    private static long Length(object?[] row)
    {
        var length = 0L;
        foreach (var value in row) length += value switch { string text => text.Length, byte[] blob => blob.Length, _ => 8L };
        return length;
    }
}
