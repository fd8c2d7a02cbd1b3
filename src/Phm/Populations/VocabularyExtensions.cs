namespace Phm.Populations;

/// <summary>Words of members of a closed set, at the member.</summary>
public static class VocabularyExtensions
{
    /// <summary>The word that stands in files, such as <c>day_case</c>.</summary>
    public static string Code<T>(this T value) where T : struct, Enum => Vocabulary<T>.Code(value);

    /// <summary>The words for a reader, such as "Day case".</summary>
    public static string Name<T>(this T value) where T : struct, Enum => Vocabulary<T>.Name(value);
}
