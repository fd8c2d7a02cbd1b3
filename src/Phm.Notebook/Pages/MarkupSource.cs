namespace Phm.Notebook.Pages;

/// <summary>What markup is allowed to do on the page.</summary>
/// <param name="IdPrefix">Put before every id, so that pictures on one page do not take each other's gradients and clips.</param>
/// <param name="IsProse">Whether links may lead to the web and to other notebooks; outputs have no links.</param>
internal sealed record MarkupSource(string IdPrefix, bool IsProse);
