using System.Collections.Frozen;

namespace Phm.Notebook.Verification;

/// <summary>Compares the attributes of two elements as sets; numbers in geometry and style have a tolerance.</summary>
internal sealed class AttributeComparison(DifferenceList differences, TextComparison texts)
{
    /// <summary>Attributes that hold numbers as pictures write them.</summary>
    private static readonly FrozenSet<string> Geometry =
        """
        x y x1 x2 y1 y2 cx cy r rx ry fx fy d dx dy points width height viewBox transform rotate offset pathLength fill-opacity stroke-width
        stroke-opacity stroke-dasharray stroke-dashoffset stroke-miterlimit opacity font-size font-weight letter-spacing word-spacing textLength
        startOffset markerWidth markerHeight refX refY orient stop-opacity gradientTransform patternTransform baseline-shift
        """.Split([' ', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries).ToFrozenSet(StringComparer.Ordinal);

    public void Compare(MarkupNode kept, MarkupNode obtained)
    {
        foreach (var (name, value) in kept.Attributes)
        {
            if (obtained.Attributes.TryGetValue(name, out var other)) CompareValues(kept, name, value, other);
            else differences.Add(Verdict.Changed, () => new("The run does not give this attribute.", Place(kept, name), MarkedExcerpt.Of(value)));
        }
        foreach (var (name, value) in obtained.Attributes)
            if (!kept.Attributes.ContainsKey(name)) differences.Add(Verdict.Changed, () => new("The run gives an attribute that the notebook has not kept.", Place(kept, name), "", MarkedExcerpt.Of(value)));
    }

    private void CompareValues(MarkupNode element, string name, string kept, string obtained)
    {
        if (kept == obtained) return;
        if (name == "class" && Words(kept).SetEquals(Words(obtained))) return;
        if (name == "style") CompareStyles(element, kept, obtained);
        else texts.Compare(kept, obtained, Geometry.Contains(name) ? NumberNotation.Geometry : NumberNotation.Prose, () => Place(element, name));
    }

    private void CompareStyles(MarkupNode element, string kept, string obtained)
    {
        var (a, b) = (Declarations(kept), Declarations(obtained));
        foreach (var property in a.Keys.Union(b.Keys, StringComparer.Ordinal))
            texts.Compare(a.GetValueOrDefault(property, ""), b.GetValueOrDefault(property, ""), NumberNotation.Geometry, () => Places.Join(Place(element, "style"), MarkedExcerpt.Name(property, 40)));
    }

    private static HashSet<string> Words(string value) => value.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).ToHashSet(StringComparer.Ordinal);

    /// <summary>The last declaration of a property holds, as in CSS.</summary>
    private static Dictionary<string, string> Declarations(string style)
    {
        var declarations = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var rule in style.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            var colon = rule.IndexOf(':', StringComparison.Ordinal);
            declarations[colon < 0 ? rule : rule[..colon].Trim().ToLowerInvariant()] = colon < 0 ? rule : rule[(colon + 1)..].Trim();
        }
        return declarations;
    }

    private static string Place(MarkupNode element, string attribute) => Places.Join(MarkupPlace.Of(element), MarkedExcerpt.Name(attribute, 40));
}
