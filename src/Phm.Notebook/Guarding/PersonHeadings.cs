using System.Collections.Frozen;
using System.Text;

namespace Phm.Notebook.Guarding;

/// <summary>What the headings of a table say of its rows. A heading counts by its letters and digits alone, in any case.</summary>
internal static class PersonHeadings
{
    /// <summary>Names of identifiers of one person. Plurals are counts.</summary>
    private static readonly FrozenSet<string> Identifying = Set(
        """
        patient patientid patientidentifier patientno patientnumber patientref patientreference patid ptid person personid personidentifier personno personnumber
        personsourcevalue nhs nhsno nhsnumber nhsid newnhsno mrn medicalrecordnumber hospitalnumber hospitalno hospitalid chi chinumber chino hcn
        healthcarenumber pseudonym pseudonymid pseudoid pseudonymisedid pseudonhs pseudonhsnumber pseudonymisednhsnumber subjectid clientid
        encryptedhesid hesid tokenpersonid tokennhsnumber localpatientid localpatientidentifier lpi uniquepatientid serviceuser serviceuserid
        """);

    private static readonly string[] IdentifyingEnds = ["patientid", "personid", "nhsnumber", "pseudonym", "patientidentifier"];

    private static readonly FrozenSet<string> Anonymous = Set("id ids identifier identifiers pid uid guid");

    private static readonly FrozenSet<string> Births = Set("dob dateofbirth birthdate birthdatetime birthday dateofbirthday");

    private static readonly FrozenSet<string> PersonalNames = Set(
        "patientname personname forename forenames firstname givenname surname lastname familyname fullname");

    private static readonly FrozenSet<string> Contacts = Set(
        "address homeaddress addressline1 street postcode postalcode homepostcode phone phonenumber telephone telephonenumber mobile mobilenumber email emailaddress dateofdeath deathdate dod");

    private static readonly FrozenSet<string> Postcodes = Set("postcode postalcode homepostcode");

    private static readonly FrozenSet<string> Traits = Set("age sex gender ethnicity ethnicgroup dateofdeath deathdate dod");

    private static readonly FrozenSet<string> Organisations = Set(
        "practice practicecode practicename gppractice surgery organisation organisationcode organisationname provider providercode site sitename trust hospital hospitalname ward carehome school network locality place");

    private static readonly FrozenSet<string> Counting = Set(
        """
        people persons patients rows row count counts n number numbers total totals sum spend cost costs pounds share rate rates per mean
        average median age ages year years month months week weeks day days date quarter score level decile quintile practices contacts
        admissions attendances visits events beds low high lower upper from to min max minimum maximum order rank percent percentage size length lines
        bytes deaths births records cases men women female male all everyone index x y z
        """);

    /// <summary>Whether a heading names the identifier of a person.</summary>
    public static bool IsIdentifier(string heading)
    {
        var name = Normal(heading);
        return Identifying.Contains(name) || IdentifyingEnds.Any(end => name.EndsWith(end, StringComparison.Ordinal));
    }

    /// <summary>Whether a heading names an identifier, of whatever it is.</summary>
    public static bool IsAnyIdentifier(string heading) => IsIdentifier(heading) || Anonymous.Contains(Normal(heading));

    /// <summary>Whether a heading is clearly that of counts, sums or positions.</summary>
    public static bool IsCount(string heading) => heading is "#" or "£" or "%" || Words(heading).Any(Counting.Contains);

    /// <summary>The column that tells the rows of a table of people apart, or -1 where the headings are not of such a table.</summary>
    public static int KeyOf(IReadOnlyList<string> headings)
    {
        var names = headings.Select(Normal).ToArray();
        var key = Array.FindIndex([.. headings], IsIdentifier);
        if (key < 0) key = Array.FindIndex(names, Births.Contains);
        if (key < 0) key = Array.FindIndex(names, PersonalNames.Contains);
        if (key >= 0 || names.Any(Organisations.Contains)) return key;
        var traits = names.Count(Traits.Contains);
        var name = Array.FindIndex(names, each => each == "name");
        if (name >= 0 && (traits > 1 || names.Any(Contacts.Contains))) return name;
        var postcode = Array.FindIndex(names, Postcodes.Contains);
        return postcode >= 0 && traits > 1 ? postcode : -1;
    }

    /// <summary>Whether a word is one that this type knows, and so can be named without telling what a table holds.</summary>
    public static bool IsKnown(string heading)
    {
        var name = Normal(heading);
        return Identifying.Contains(name) || Anonymous.Contains(name) || Births.Contains(name) || PersonalNames.Contains(name)
            || Contacts.Contains(name) || Traits.Contains(name) || Organisations.Contains(name) || name == "name";
    }

    private static string Normal(string heading) =>
        heading.Length > 100 ? "" : string.Concat(heading.Where(char.IsLetterOrDigit)).ToLowerInvariant();

    /// <summary>The words of a heading, in small letters; a capital after a small letter begins a word, as in SpendPerHead.</summary>
    private static List<string> Words(string heading)
    {
        var words = new List<string>();
        var word = new StringBuilder();
        for (var i = 0; i <= Math.Min(heading.Length, 100); i++)
        {
            var isLetter = i < heading.Length && char.IsLetter(heading[i]);
            if ((!isLetter || (char.IsUpper(heading[i]) && i > 0 && char.IsLower(heading[i - 1]))) && word.Length > 0)
            {
                words.Add(word.ToString());
                word.Clear();
            }
            if (isLetter) word.Append(char.ToLowerInvariant(heading[i]));
        }
        return words;
    }

    private static FrozenSet<string> Set(string words) => words.Split([' ', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries).ToFrozenSet(StringComparer.Ordinal);
}
