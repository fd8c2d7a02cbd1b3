using Phm.Populations;

namespace Phm.Activation;

/// <summary>
/// What is counted around a questionnaire of patient activation: the outcomes of Barker I, Steventon A, Williamson R, Deeny SR. BMJ Qual
/// Saf 2018;27:989-999, doi:10.1136/bmjqs-2017-007635. An event counts where it begins in the window (<see cref="UseWindow"/>).
/// </summary>
public enum ActivationOutcome : byte
{
    /// <summary>Contacts with general practice that were not missed: rows at the GP except those recorded as not attended.</summary>
    [Term("gp_contacts", "GP contacts")]
    GpContacts = 0,

    /// <summary>Attendances at accident and emergency, of any type.</summary>
    [Term("ed_attendances", "ED attendances")]
    EdAttendances = 1,

    /// <summary>Emergency admissions to hospital.</summary>
    [Term("emergency_admissions", "Emergency admissions")]
    EmergencyAdmissions = 2,

    /// <summary>Elective admissions to hospital, with a night or as a day case.</summary>
    [Term("elective_admissions", "Elective admissions")]
    ElectiveAdmissions = 3,

    /// <summary>Outpatient appointments recorded as attended. One without a record of attendance is neither attended nor missed.</summary>
    [Term("outpatient_attended", "Outpatient attended")]
    OutpatientAttended = 4,

    /// <summary>Appointments in general practice recorded as not attended.</summary>
    [Term("gp_did_not_attend", "GP did not attend")]
    GpDidNotAttend = 5,

    /// <summary>Outpatient appointments recorded as not attended.</summary>
    [Term("outpatient_did_not_attend", "Outpatient did not attend")]
    OutpatientDidNotAttend = 6,

    /// <summary>Attendances at accident and emergency of somebody who came by themselves with a minor problem.</summary>
    [Term("minor_self_referred_ed", "Minor self-referred ED")]
    MinorSelfReferredEd = 7,

    /// <summary>Nights of elective admissions that begin in the window, all of them; a day case has none, and a stay without a recorded end adds none.</summary>
    [Term("elective_overnight_nights", "Elective overnight length of stay")]
    ElectiveOvernightNights = 8,

    /// <summary>
    /// Emergency admissions that begin 0 to 30 days after the end of an emergency or elective admission which began on an earlier day. A day
    /// case is no such admission: whoever comes every week for a day's treatment would be readmitted at every emergency.
    /// </summary>
    [Term("readmissions_30_days", "30-day readmissions")]
    ReadmissionsWithin30Days = 9,
}
