namespace Phm.Notebook.Assistance;

/// <summary>How likely something is meant, before its name is compared with what is typed.</summary>
internal enum CandidateRank
{
    /// <summary>What the place asks for: the target's type, a member to initialise.</summary>
    Expected,

    /// <summary>All that may stand there.</summary>
    Usual,

    /// <summary>Obsolete, or a member that every object has.</summary>
    Rare,

    /// <summary>Not in scope without its namespace.</summary>
    Afar,
}
