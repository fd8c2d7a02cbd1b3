using Phm.Notebook.Assistance;

namespace Phm.Notebook.Tests.Assistance;

/// <summary>Documentation as strangers may write it.</summary>
public sealed class DocumentationReaderTests
{
    [Theory]
    [InlineData("c")]
    [InlineData("see")]
    [InlineData("para")]
    [InlineData("summary")]
    public void Elements_nested_without_end_are_no_documentation(string element)
    {
        var nested = string.Concat(Enumerable.Repeat($"<{element}>", 9_000)) + string.Concat(Enumerable.Repeat($"</{element}>", 9_000));
        Assert.Null(DocumentationReader.Parse($"<member><summary><c>{nested}</c></summary></member>"));
        Assert.Null(DocumentationReader.Parse($"<member><summary><see>{nested}</see></summary></member>"));
    }
}
