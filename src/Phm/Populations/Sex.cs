namespace Phm.Populations;

/// <summary>Sex as recorded by the practice. Not recorded is a missing value, not a member.</summary>
public enum Sex : byte
{
    /// <summary>Female.</summary>
    [Term("F", "Female")]
    Female = 1,

    /// <summary>Male.</summary>
    [Term("M", "Male")]
    Male = 2,

    /// <summary>Indeterminate or other.</summary>
    [Term("O", "Other")]
    Other = 3,
}
