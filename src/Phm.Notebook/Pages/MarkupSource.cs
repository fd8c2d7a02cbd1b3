namespace Phm.Notebook.Pages;

/// <summary>What markup is allowed to do on the page.</summary>
/// <param name="IdPrefix">Put before every id, so that pictures on one page do not take each other's gradients and clips.</param>
/// <param name="IsProse">Whether links may lead to the web and to other notebooks; outputs have no links.</param>
/// <param name="Pictures">Where pictures that prose names by relative path are taken from, or null to name them only.</param>
internal sealed record MarkupSource(string IdPrefix, bool IsProse, PictureFolder? Pictures = null);
