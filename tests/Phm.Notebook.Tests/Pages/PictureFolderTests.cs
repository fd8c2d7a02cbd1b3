using System.Text;
using Phm.Notebook.Documents;
using Phm.Notebook.Pages;

namespace Phm.Notebook.Tests.Pages;

public sealed class PictureFolderTests
{
    private const string Svg = "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 1 1\"><rect/></svg>";

    private static readonly byte[] Png = [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A, 1];

    [Theory]
    [InlineData("images/a b.svg", "![A](images/a%20b.svg)")]
    [InlineData("a.svg", "![A](./a.svg)")]
    [InlineData("a.svg", "<img src='a.svg?x=1' alt='A'>")]
    [InlineData("images/a.svg", "![A](images/../images/a.svg)")]
    public void A_picture_beside_the_notebook_is_part_of_the_page(string file, string prose)
    {
        using var folder = new TemporaryFolder();
        Write(folder, "notebooks/" + file, Encoding.UTF8.GetBytes(Svg));
        Assert.Contains($"src=\"data:image/svg+xml;base64,{Convert.ToBase64String(Encoding.UTF8.GetBytes(Svg))}\"", Page(folder, prose), StringComparison.Ordinal);
    }

    [Fact]
    public void The_content_says_what_a_picture_is_and_not_its_name()
    {
        using var folder = new TemporaryFolder();
        Write(folder, "notebooks/a.svg", Png);
        Write(folder, "notebooks/b.png", "id,nhs_number\n1,9434765919\n"u8.ToArray());
        Assert.Contains("src=\"data:image/png;base64,", Page(folder, "![A](a.svg)"), StringComparison.Ordinal);
        Assert.Contains("<em>B</em>", Page(folder, "![B](b.png)"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("../secret.png")]
    [InlineData("images/../../secret.png")]
    [InlineData("%2e%2e/secret.png")]
    [InlineData("..%2fsecret.png")]
    [InlineData("..\\secret.png")]
    [InlineData("missing.png")]
    [InlineData("images")]
    [InlineData("empty.png")]
    [InlineData("file:secret.png")]
    [InlineData("http://example.org/secret.png")]
    [InlineData("//example.org/secret.png")]
    public void A_picture_from_elsewhere_is_only_named(string name)
    {
        using var folder = new TemporaryFolder();
        Write(folder, "secret.png", Png);
        Write(folder, "notebooks/images/a.png", Png);
        Write(folder, "notebooks/empty.png", []);
        var page = Page(folder, $"<img src=\"{name}\" alt=\"The picture\">");
        Assert.Contains("<em>The picture</em>", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<img", page, StringComparison.Ordinal);
    }

    [Fact]
    public void An_absolute_path_is_refused()
    {
        using var folder = new TemporaryFolder();
        Write(folder, "notebooks/a.png", Png);
        Assert.Contains("<em>A</em>", Page(folder, $"<img src=\"{folder.File("notebooks/a.png")}\" alt=\"A\">"), StringComparison.Ordinal);
    }

    [Fact]
    public void A_link_that_leads_out_of_the_folder_is_not_followed()
    {
        using var folder = new TemporaryFolder();
        Write(folder, "outside/a.png", Png);
        Write(folder, "notebooks/here.png", Png);
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Making links needs rights that a test does not have on Windows.");
        File.CreateSymbolicLink(folder.File("notebooks/link.png"), folder.File("outside/a.png"));
        Directory.CreateSymbolicLink(folder.File("notebooks/images"), folder.File("outside"));
        Assert.Contains("<em>A</em>", Page(folder, "![A](link.png)"), StringComparison.Ordinal);
        Assert.Contains("<em>A</em>", Page(folder, "![A](images/a.png)"), StringComparison.Ordinal);
        Assert.Contains("<img", Page(folder, "![A](here.png)"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("<svg xmlns=\"http://www.w3.org/2000/svg\"><script>1</script></svg>")]
    [InlineData("<svg xmlns=\"http://www.w3.org/2000/svg\" onload=\"x\"/>")]
    [InlineData("<svg xmlns=\"http://www.w3.org/2000/svg\"><foreignObject/></svg>")]
    [InlineData("<!DOCTYPE svg [<!ENTITY e SYSTEM \"file:///etc/hostname\">]><svg xmlns=\"http://www.w3.org/2000/svg\"><text>&e;</text></svg>")]
    [InlineData("<svg xmlns=\"http://www.w3.org/2000/svg\">")]
    [InlineData("<html xmlns=\"http://www.w3.org/1999/xhtml\"/>")]
    public void A_drawing_with_scripts_or_other_people_s_text_is_only_named(string svg)
    {
        using var folder = new TemporaryFolder();
        Write(folder, "notebooks/a.svg", Encoding.UTF8.GetBytes(svg));
        Assert.Contains("<em>A</em>", Page(folder, "![A](a.svg)"), StringComparison.Ordinal);
    }

    [Fact]
    public void A_picture_of_more_than_five_megabytes_is_only_named()
    {
        using var folder = new TemporaryFolder();
        Write(folder, "notebooks/a.png", [.. Png, .. new byte[5_000_000]]);
        Assert.Contains("<em>A</em>", Page(folder, "![A](a.png)"), StringComparison.Ordinal);
    }

    [Fact]
    public void Outputs_take_no_files()
    {
        using var folder = new TemporaryFolder();
        Write(folder, "notebooks/a.png", Png);
        const string Notebook = """{"cells":[{"cell_type":"code","execution_count":1,"id":"a","metadata":{},"source":"x","outputs":[{"output_type":"display_data","data":{"text/html":"<img src='a.png' alt='A'>"},"metadata":{}}]}],"metadata":{},"nbformat":4,"nbformat_minor":5}""";
        Assert.Contains("<em>A</em>", NotebookPage.Write(NotebookDocument.Parse(Notebook), new PageOptions { PictureFolder = folder.File("notebooks") }), StringComparison.Ordinal);
    }

    private static string Page(TemporaryFolder folder, string prose)
    {
        var document = NotebookDocument.Create();
        document.AddMarkdown(prose);
        return NotebookPage.Write(document, new PageOptions { PictureFolder = folder.File("notebooks") });
    }

    private static void Write(TemporaryFolder folder, string name, byte[] content)
    {
        File.WriteAllBytes(folder.File(name), content);
    }
}
