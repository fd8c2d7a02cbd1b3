using Phm.Notebook.Running;

namespace Phm.Notebook.Pages;

/// <summary>A notebook on the index page.</summary>
/// <param name="Title">Its title.</param>
/// <param name="Href">The file name of its page, relative to the index.</param>
/// <param name="Report">Its run, or null where it was not run.</param>
public sealed record IndexEntry(string Title, string Href, RunReport? Report = null);
