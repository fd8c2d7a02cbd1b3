using System.Text.Json;
using System.Text.Json.Nodes;

namespace Phm.Notebook.Verification;

/// <summary>Compares JSON deeply: the order of members does not count, numbers and numbers within strings have a tolerance.</summary>
internal sealed class JsonComparison(Tolerance tolerance, DifferenceList differences, TextComparison texts)
{
    private const int Deepest = 256;

    /// <param name="kept">The kept value; null is JSON's null.</param>
    /// <param name="obtained">The obtained one.</param>
    /// <param name="place">Where it is.</param>
    public void Compare(JsonNode? kept, JsonNode? obtained, JsonPlace place) => Compare(kept, obtained, place, 0);

    private void Compare(JsonNode? kept, JsonNode? obtained, JsonPlace place, int depth)
    {
        if (depth > Deepest) differences.Add(Verdict.Unverifiable, () => new($"The value is nested more than {Deepest} levels deep and was not compared further.", place.ToString()));
        else if (kept is JsonObject members && obtained is JsonObject otherMembers) CompareObjects(members, otherMembers, place, depth);
        else if (kept is JsonArray items && obtained is JsonArray otherItems) CompareArrays(items, otherItems, place, depth);
        else CompareValues(kept, obtained, place);
    }

    private void CompareObjects(JsonObject kept, JsonObject obtained, JsonPlace place, int depth)
    {
        foreach (var (key, value) in kept)
        {
            if (obtained.TryGetPropertyValue(key, out var other)) Compare(value, other, place.Member(key), depth + 1);
            else differences.Add(Verdict.Changed, () => new("The run does not give this member.", place.Member(key).ToString(), JsonExcerpt.Of(value)));
        }
        foreach (var (key, value) in obtained)
            if (!kept.ContainsKey(key)) differences.Add(Verdict.Changed, () => new("The run gives a member that the notebook has not kept.", place.Member(key).ToString(), "", JsonExcerpt.Of(value)));
    }

    private void CompareArrays(JsonArray kept, JsonArray obtained, JsonPlace place, int depth)
    {
        if (kept.Count == obtained.Count)
        {
            for (var i = 0; i < kept.Count; i++) Compare(kept[i], obtained[i], place.Item(i), depth + 1);
            return;
        }
        differences.Add(Verdict.Changed, () => new($"The array of {Places.Number(kept.Count)} became one of {Places.Number(obtained.Count)}.", place.ToString(), JsonExcerpt.Of(kept), JsonExcerpt.Of(obtained)));
        foreach (var (k, o) in Alignment.Of(JsonKeys.Of(kept), JsonKeys.Of(obtained)))
        {
            if (k is { } keptItem && o is { } obtainedItem) Compare(kept[keptItem], obtained[obtainedItem], place.Item(keptItem), depth + 1);
            else if (k is { } left) differences.Add(Verdict.Changed, () => new("The run does not give this item.", place.Item(left).ToString(), JsonExcerpt.Of(kept[left])));
            else if (o is { } added) differences.Add(Verdict.Changed, () => new("The run gives an item that the notebook has not kept.", place.Item(added).ToString(), "", JsonExcerpt.Of(obtained[added])));
        }
    }

    private void CompareValues(JsonNode? kept, JsonNode? obtained, JsonPlace place)
    {
        var (keptKind, obtainedKind) = (kept?.GetValueKind() ?? JsonValueKind.Null, obtained?.GetValueKind() ?? JsonValueKind.Null);
        if (keptKind == JsonValueKind.Number && obtainedKind == JsonValueKind.Number) CompareNumbers(JsonStrings.Write(kept), JsonStrings.Write(obtained), place);
        else if (keptKind == JsonValueKind.String && obtainedKind == JsonValueKind.String) texts.ComparePart(JsonStrings.Read(kept!), JsonStrings.Read(obtained!), place.ToString);
        else if (keptKind != obtainedKind) differences.Add(Verdict.Changed, () => new("The value is of another kind.", place.ToString(), JsonExcerpt.Of(kept), JsonExcerpt.Of(obtained)));
    }

    private void CompareNumbers(string kept, string obtained, JsonPlace place)
    {
        var verdict = NumberComparison.Compare(kept, obtained, tolerance);
        if (verdict == Verdict.Identical) return;
        differences.Add(verdict, () => new(NumberComparison.Reason(kept, obtained, verdict), place.ToString(), MarkedExcerpt.Of(kept), MarkedExcerpt.Of(obtained)));
    }
}
