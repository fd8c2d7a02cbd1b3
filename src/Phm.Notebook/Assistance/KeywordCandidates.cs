namespace Phm.Notebook.Assistance;

/// <summary>Keywords, by the places where they make sense in a cell.</summary>
internal static class KeywordCandidates
{
    private const int Order = 3;

    private static readonly string[] TypeWords =
    [
        "bool", "byte", "char", "decimal", "double", "dynamic", "float", "int", "long", "nint", "nuint", "object", "sbyte", "short", "string", "uint", "ulong", "ushort",
    ];

    private static readonly string[] ExpressionWords =
    [
        "async", "await", "base", "checked", "default", "delegate", "false", "from", "nameof", "new", "null", "sizeof", "stackalloc", "static", "switch", "this", "throw", "true",
        "typeof", "unchecked", "with", "is", "as", "not",
    ];

    private static readonly string[] StatementWords =
    [
        "abstract", "break", "case", "catch", "class", "const", "continue", "do", "else", "enum", "finally", "fixed", "for", "foreach", "goto", "if", "interface", "internal", "lock",
        "private", "protected", "public", "readonly", "record", "ref", "return", "sealed", "struct", "try", "unsafe", "using", "var", "void", "while",
    ];

    private static readonly string[] MemberWords =
    [
        "abstract", "async", "class", "const", "delegate", "enum", "event", "explicit", "implicit", "init", "interface", "internal", "operator", "override", "partial", "private",
        "protected", "public", "readonly", "record", "required", "sealed", "static", "struct", "unsafe", "virtual", "void", "get", "set",
    ];

    private static readonly string[] OperatorWords =
    [
        "and", "as", "ascending", "by", "descending", "equals", "group", "in", "into", "is", "join", "let", "not", "on", "or", "orderby", "select", "switch", "when", "where", "with",
    ];

    public static IEnumerable<Candidate> Types { get; } = Of(TypeWords);

    public static IEnumerable<Candidate> Expressions { get; } = Of(TypeWords.Concat(ExpressionWords));

    public static IEnumerable<Candidate> Statements { get; } = Of(TypeWords.Concat(ExpressionWords).Concat(StatementWords));

    public static IEnumerable<Candidate> Members { get; } = Of(TypeWords.Concat(MemberWords));

    /// <summary>What may follow an expression.</summary>
    public static IEnumerable<Candidate> Operators { get; } = Of(OperatorWords);

    private static IReadOnlyList<Candidate> Of(IEnumerable<string> words) => [.. words.Select(word => new Candidate(word, CompletionKinds.Keyword) { Order = Order })];
}
