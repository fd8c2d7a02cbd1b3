namespace Phm.Notebook.Pages;

/// <summary>How a notebook's page is written.</summary>
public sealed record PageOptions
{
    /// <summary>The page's title, or null for the notebook's first heading, else its file name.</summary>
    public string? Title { get; init; }

    /// <summary>The path of the index page to link back to, from this page and with forward slashes, or null.</summary>
    public string? IndexHref { get; init; }

    /// <summary>Whether the source of code cells is shown. Default: it is.</summary>
    public bool ShowCode { get; init; } = true;

    /// <summary>Whether a list of the notebook's headings, with links, stands under its title. Default: it does not.</summary>
    public bool ShowContents { get; init; }

    /// <summary>Whether each picture can be opened to the text that was kept with it, for those who cannot see it. Default: it cannot.</summary>
    public bool ShowPictureText { get; init; }

    /// <summary>The folder from which pictures that the prose names by relative path are taken into the page, or null to name them only.</summary>
    public string? PictureFolder { get; init; }
}
