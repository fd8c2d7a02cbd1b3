namespace Phm.Notebook.Pages;

/// <summary>How a notebook's page is written.</summary>
public sealed record PageOptions
{
    /// <summary>The page's title, or null for the notebook's first heading, else its file name.</summary>
    public string? Title { get; init; }

    /// <summary>The file name of the index page to link back to, or null.</summary>
    public string? IndexHref { get; init; }

    /// <summary>Whether the source of code cells is shown. Default: it is.</summary>
    public bool ShowCode { get; init; } = true;
}
