namespace Phm.Statistics;

/// <summary>The coding of all terms of a model, learned from the rows of its fit.</summary>
internal sealed class DesignCoding
{
    private readonly TermCoding[] _codings;
    private readonly bool _hasIntercept;

    private DesignCoding(IReadOnlyList<Term> terms, TermCoding[] codings, bool hasIntercept, bool[] isFew)
    {
        (_codings, _hasIntercept, Terms) = (codings, hasIntercept, terms);
        var named = terms.Zip(codings).SelectMany(pair => pair.Second.Names.Select(name => (Name: name, Term: pair.First.Name)));
        (string Name, string Term)[] all = hasIntercept ? [("Intercept", "Intercept"), .. named] : [.. named];
        Names = [.. all.Select(column => column.Name)];
        TermOfColumn = [.. all.Select(column => column.Term)];
        IsFewOfColumn = isFew;
        LabelOfColumn = [.. hasIntercept ? (string[])[""] : [], .. codings.SelectMany(coding => coding.Labels)];
    }

    public IReadOnlyList<Term> Terms { get; }

    /// <summary>The names of the columns.</summary>
    public string[] Names { get; }

    /// <summary>The name of the term of each column.</summary>
    public string[] TermOfColumn { get; }

    /// <summary>What each column is within its term: the level of a factor; empty for a number and the intercept.</summary>
    public string[] LabelOfColumn { get; }

    /// <summary>Whether so few rows stand behind a column that its coefficient may not be shown. See <see cref="FewRows"/>.</summary>
    public bool[] IsFewOfColumn { get; }

    /// <summary>The level that those of a term are compared with; null where it has none.</summary>
    public string? ReferenceOf(string term) => Terms.Zip(_codings).Where(pair => pair.First.Name == term).Select(pair => pair.Second.Reference).FirstOrDefault();

    /// <summary>All levels that the columns of a term are compared with; empty where it has none.</summary>
    public string ComparedOf(string term) => Terms.Zip(_codings).Where(pair => pair.First.Name == term).Select(pair => pair.Second.Compared).FirstOrDefault() ?? "";

    /// <summary>Whether a term is a spline, or an interaction with one.</summary>
    public bool IsSpline(string term) => Terms.Zip(_codings).Any(pair => pair.First.Name == term && pair.Second.IsSpline);

    public static DesignCoding Learn(ModelSpecification model, AnalysisTable table, RowSelection rows)
    {
        if (model.Terms.Any(term => term.Name == "Intercept"))
            throw new DataException("A column is called 'Intercept', which is the name of the constant of a model: give the column another name, or leave it out, since a model has a constant already.");
        TermCoding[] codings = [.. model.Terms.Select(term => term.Learn(table, rows, model.HasIntercept))];
        return new(model.Terms, codings, model.HasIntercept, FewRows.Of(codings, model, table, rows));
    }

    /// <summary>The design with an intercept alone.</summary>
    public static DesignCoding InterceptOnly { get; } = new([], [], true, [false]);

    /// <summary>The levels of a column that enters as a factor; null where none does by that name.</summary>
    public string[]? LevelsOf(string column) => _codings.OfType<FactorCoding>().FirstOrDefault(coding => coding.Column == column)?.LevelNames.ToArray();

    /// <summary>The change of the whole design by one term between the first and the second row of a table that has its columns.</summary>
    public double[] Change(string term, AnalysisTable pair)
    {
        var (change, values) = (new double[Names.Length], new double[2]);
        var at = Array.IndexOf(TermOfColumn, term);
        var coding = _codings[Terms.Index().First(part => part.Item.Name == term).Index];
        foreach (var source in coding.Bind(pair, RowSelection.All(2)))
        {
            source.Fill(0, values);
            change[at++] = values[0] - values[1];
        }
        return change;
    }

    /// <summary>The first term that no term of a larger model holds; null where all are held.</summary>
    public string? FirstOutside(DesignCoding larger, bool besideConstant) =>
        Terms.Zip(_codings).Where(pair => !larger._codings.Any(coding => pair.Second.IsWithin(coding, besideConstant))).Select(pair => pair.First.Name).FirstOrDefault();

    public DesignMatrix Bind(AnalysisTable table, RowSelection rows)
    {
        var sources = _codings.SelectMany(coding => coding.Bind(table, rows));
        return new(rows.Count, _hasIntercept ? [new ConstantSource(), .. sources] : [.. sources], Names);
    }
}
