using Microsoft.CodeAnalysis;

namespace Phm.Notebook.Assistance;

/// <summary>Something that may stand at the cursor, before it is compared with what is typed.</summary>
/// <param name="Name">The name that is compared and shown.</param>
/// <param name="Kind">What it is: a word of <see cref="CompletionKinds"/>.</param>
internal sealed record Candidate(string Name, string Kind)
{
    /// <summary>What is inserted, where it is not the name.</summary>
    public string? Insertion { get; init; }

    /// <summary>Expected things come first, what comes from afar last.</summary>
    public CandidateRank Rank { get; init; } = CandidateRank.Usual;

    /// <summary>The order among things that match equally well.</summary>
    public int Order { get; init; }

    /// <summary>What is behind the name; of overloads the first.</summary>
    public ISymbol? Symbol { get; init; }

    /// <summary>How many more overloads there are.</summary>
    public int Overloads { get; init; }

    /// <summary>A detail on one line, where no symbol tells it.</summary>
    public string Detail { get; init; } = "";
}
