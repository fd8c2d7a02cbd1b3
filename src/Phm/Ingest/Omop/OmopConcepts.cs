using System.Text;
using Phm.Codelists;
using Phm.Populations;

namespace Phm.Ingest.Omop;

/// <summary>The concepts of the vocabularies that the import can use. A folder without them is read by its source values.</summary>
internal sealed class OmopConcepts(ConditionCodes<SnomedCode> snomed, ConditionCodes<Icd10Code> icd10)
{
    private readonly Dictionary<long, ConditionSet> _conditions = [];
    private readonly Dictionary<long, OmopMeasure> _measures = [];
    private readonly Dictionary<long, string> _medicines = [];
    private readonly Dictionary<long, string> _currencies = [];

    /// <summary>Units as in UCUM. Those that stand here from the start are standard concepts, for folders without vocabularies.</summary>
    private readonly Dictionary<long, string> _units = new()
    {
        [8554] = "%", [8876] = "mm[Hg]", [9531] = "kg/m2", [8582] = "cm", [8840] = "mg/dL", [8753] = "mmol/L",
    };

    public void Read(CsvTable csv)
    {
        var s = OmopSchema.Concept.Columns;
        var c = s.Select(csv.Column).ToArray();
        while (csv.Read())
        {
            if (!csv.OptionalWhole(c[0], s[0], out var id) || !csv.Text(c[2], s[2], out var domain)
                || !csv.Text(c[3], s[3], out var vocabulary) || !csv.Text(c[4], s[4], out var code)) continue;
            if (id is null) csv.Reject(s[0].Name, "nothing", s[0].Expected, "Fill the cell or leave the row out.");
            else if (Add(id.Value, domain, vocabulary, code, csv.Cell(c[1]))) csv.Keep();
            else csv.LeaveOut("concept that the import does not use");
        }
    }

    /// <summary>The conditions of a record: by its standard concept, else by its source concept, else by its source value as a SNOMED CT code.</summary>
    public ConditionSet ConditionsOf(long? concept, long? sourceConcept, string? sourceValue)
    {
        if (concept is { } standard && _conditions.TryGetValue(standard, out var found)) return found;
        if (sourceConcept is { } source && _conditions.TryGetValue(source, out found)) return found;
        return sourceValue is not null && SnomedCode.TryParse(sourceValue, out var code) ? snomed.Of(code) : new();
    }

    /// <summary>What a measurement measures, by its concept or else by its source value as a LOINC code; null where it is not held.</summary>
    public OmopMeasure? MeasureOf(long? concept, string? sourceValue) =>
        concept is { } id && _measures.TryGetValue(id, out var measure) ? measure : OmopMeasure.Find(sourceValue);

    /// <summary>The unit of a measurement as in UCUM: null where none is stated, empty where it cannot be told.</summary>
    public string? UnitOf(long? concept, string? sourceValue) =>
        concept is { } id && _units.TryGetValue(id, out var unit) ? unit : sourceValue ?? (concept is null or 0 ? null : "");

    /// <summary>The name of a medicine, or null.</summary>
    public string? MedicineOf(long? concept) => concept is { } id ? _medicines.GetValueOrDefault(id) : null;

    /// <summary>Whether a currency is known to be another one than the pound.</summary>
    public bool IsForeign(long? currency) => currency is { } id && _currencies.TryGetValue(id, out var code) && code != "GBP";

    private bool Add(long id, string domain, string vocabulary, string code, ReadOnlySpan<byte> name)
    {
        var used = false;
        if (ConditionsOf(vocabulary, code) is { Count: > 0 } conditions) used = _conditions.TryAdd(id, conditions);
        if (vocabulary == "LOINC" && OmopMeasure.Find(code) is { } measure) used |= _measures.TryAdd(id, measure);
        if (vocabulary == "UCUM")
        {
            _units[id] = code;
            used = true;
        }
        if (domain == "Drug") used |= _medicines.TryAdd(id, ShortName.Of(Encoding.UTF8.GetString(name), $"{vocabulary} {code}"));
        if (domain == "Currency") used |= _currencies.TryAdd(id, code);
        return used;
    }

    private ConditionSet ConditionsOf(string vocabulary, string code) => vocabulary switch
    {
        "SNOMED" => SnomedCode.TryParse(code, out var concept) ? snomed.Of(concept) : new(),
        "ICD10" or "ICD10CM" => Icd10Code.TryParse(code, out var category) ? icd10.Of(category) : new(),
        _ => new(),
    };
}
