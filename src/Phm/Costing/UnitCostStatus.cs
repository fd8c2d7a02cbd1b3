using Phm.Populations;

namespace Phm.Costing;

/// <summary>How well a unit cost is known.</summary>
public enum UnitCostStatus : byte
{
    /// <summary>Seen in the source that is named.</summary>
    [Term("confirmed", "Confirmed")]
    Confirmed = 1,

    /// <summary>Calculated from confirmed figures of the source that is named.</summary>
    [Term("derived", "Derived")]
    Derived = 2,

    /// <summary>Seen in a secondary source only.</summary>
    [Term("secondary", "Secondary source")]
    Secondary = 3,

    /// <summary>From memory, not confirmed.</summary>
    [Term("memory", "Unconfirmed")]
    Unconfirmed = 4,

    /// <summary>No figure was found: a round number that stands in until the user sets one, and no evidence of anything.</summary>
    [Term("placeholder", "PLACEHOLDER: set your own")]
    Placeholder = 5,

    /// <summary>Set by the user.</summary>
    [Term("own", "Set by the user")]
    Own = 6,
}
