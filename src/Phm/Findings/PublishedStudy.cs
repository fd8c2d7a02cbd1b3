namespace Phm.Findings;

/// <summary>Where published figures come from.</summary>
/// <param name="Key">The word by which the study is found, such as <c>barker2018</c>; the ids of its figures begin with it.</param>
/// <param name="Name">What tables call it.</param>
/// <param name="Citation">The source, as far as it was seen.</param>
/// <param name="Doi">The digital object identifier, or empty where none was seen.</param>
/// <param name="Note">What a reader of its figures must know; empty where there is nothing.</param>
public sealed record PublishedStudy(string Key, string Name, string Citation, string Doi, string Note)
{
    /// <summary>The citation with the identifier, as one sentence.</summary>
    public string Source => Citation + (Doi.Length > 0 ? $", doi:{Doi}" : "") + ".";
}
