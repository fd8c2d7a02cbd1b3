namespace Phm.Activation;

/// <summary>Whether use around a questionnaire could be counted, and if not, why.</summary>
internal enum WindowState : byte
{
    /// <summary>The whole window is in the data, up to the person's death where that comes first.</summary>
    Whole = 0,

    /// <summary>The window reaches beyond the days of which the data hold activity.</summary>
    BeyondData = 1,

    /// <summary>The person joined or left a practice within the window, and what they used elsewhere is not in the data.</summary>
    BeyondRegistration = 2,

    /// <summary>The person was not alive and registered on the day of the questionnaire.</summary>
    NotRegistered = 3,
}
