namespace Phm.Disclosure;

/// <summary>
/// What people's records are looked at for. To name a purpose is the first of the eight Caldicott principles; whether it is lawful, and
/// needs this much, is for the organisation and its Caldicott Guardian to say, not for this library.
/// </summary>
/// <remarks>National Data Guardian, "The Caldicott Principles" (December 2020).</remarks>
public enum PurposeKind
{
    /// <summary>Care of the people on the list, by professionals who have a legitimate relationship with them; also called individual care.</summary>
    DirectCare,

    /// <summary>Finding people who may need care, for those who care for them to act on: risk stratification for case finding.</summary>
    CaseFinding,

    /// <summary>Measuring care against a standard, to improve it.</summary>
    ClinicalAudit,

    /// <summary>Judging a service as it is, without a standard and without a research question.</summary>
    ServiceEvaluation,

    /// <summary>Planning and paying for services; rarely a reason to see who anyone is.</summary>
    Planning,

    /// <summary>Protecting the health of the public, such as control of an outbreak.</summary>
    PublicHealth,

    /// <summary>Research with the approvals that it needs.</summary>
    Research,

    /// <summary>Finding out and mending what is wrong with records.</summary>
    DataQuality,

    /// <summary>Teaching and testing with data about nobody. The user says so; nothing in files tells synthetic people from real ones.</summary>
    TeachingWithSyntheticData,
}
