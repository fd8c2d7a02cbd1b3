using Phm.Notebook.Outputs;

namespace Phm.Notebook.Interactive;

/// <summary>A script as an output, where scripts are allowed.</summary>
internal static class ScriptElement
{
    public const string Refusal =
        "Scripts are not run here: pages with kept outputs hold none, so the output would be empty. Show a chart, #!html or #!mermaid instead; a live session allows scripts by AllowScripts.";

    public static MimeBundle Of(string script) => MimeBundle.Of(MimeTypes.Html, $"<script type=\"text/javascript\">{script}</script>");
}
