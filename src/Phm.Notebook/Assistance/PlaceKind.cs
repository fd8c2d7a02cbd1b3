namespace Phm.Notebook.Assistance;

/// <summary>What the grammar allows where a name is being written.</summary>
internal enum PlaceKind
{
    /// <summary>A name that does not exist yet, or nothing at all.</summary>
    Nothing,

    /// <summary>A word between two expressions.</summary>
    Operator,

    /// <summary>A namespace after <c>using</c>.</summary>
    Using,

    /// <summary>An attribute's class.</summary>
    Attribute,

    /// <summary>A type after <c>new</c>.</summary>
    Creation,

    /// <summary>A type and nothing else.</summary>
    Type,

    /// <summary>The start of a member of a type.</summary>
    Member,

    /// <summary>The start of a statement.</summary>
    Statement,

    /// <summary>Any expression.</summary>
    Expression,
}
