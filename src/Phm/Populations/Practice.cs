namespace Phm.Populations;

/// <summary>A general practice and the units above it.</summary>
/// <param name="Code">The practice's code.</param>
/// <param name="Name">The practice's name.</param>
/// <param name="Network">Its primary care network.</param>
/// <param name="Locality">The locality of the network.</param>
/// <param name="Place">The place of the locality.</param>
/// <param name="System">The system of the place.</param>
public sealed record Practice(string Code, string Name, string Network, string Locality, string Place, string System)
{
    /// <summary>The name of the unit at a level that the practice belongs to.</summary>
    public string UnitAt(Level level) => level switch
    {
        Level.Practice => Name,
        Level.Network => Network,
        Level.Locality => Locality,
        Level.Place => Place,
        _ => System,
    };
}
