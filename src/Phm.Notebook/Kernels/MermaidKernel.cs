using Phm.Notebook.Diagrams;
using Phm.Notebook.Directives;
using Phm.Notebook.Execution;
using Phm.Notebook.Outputs;

namespace Phm.Notebook.Kernels;

/// <summary>
/// <c>#!mermaid</c>: a flowchart is drawn as a picture that every page can show; other kinds of diagram stay text, which some front
/// ends draw.
/// </summary>
internal sealed class MermaidKernel() : Kernel(new DirectiveUsage("mermaid", "", "Draws a flowchart; shows other diagrams as text."))
{
    /// <summary>Kinds of diagram that mermaid knows and that are not drawn here.</summary>
    private static readonly string[] OtherKinds =
    [
        "sequenceDiagram", "classDiagram", "classDiagram-v2", "stateDiagram", "stateDiagram-v2", "erDiagram", "journey", "gantt", "pie", "quadrantChart",
        "requirementDiagram", "gitGraph", "mindmap", "timeline", "zenuml", "sankey", "sankey-beta", "xychart", "xychart-beta", "block", "block-beta",
        "packet", "packet-beta", "kanban", "architecture", "architecture-beta", "radar-beta", "treemap-beta", "info",
        "C4Context", "C4Container", "C4Component", "C4Dynamic", "C4Deployment",
    ];

    protected override Task ExecuteAsync(TextStep step, DirectiveArguments arguments, CellRun run)
    {
        if (!string.IsNullOrWhiteSpace(step.Text)) run.Controlled(() => { run.Display(Show(step, run)); });
        return Task.CompletedTask;
    }

    private static MimeBundle Show(TextStep step, CellRun run)
    {
        try
        {
            var kind = new FlowchartLines(step.Text).Header.Split([' ', ':'], 2)[0];
            if (OtherKinds.Contains(kind)) return Kept(step.Text, kind);
            var picture = FlowchartPicture.Draw(FlowchartReader.Read(step.Text));
            return new MimeBundle([new MimeContent(MimeTypes.Svg, picture), new MimeContent(MimeTypes.Mermaid, step.Text), new MimeContent(MimeTypes.Text, step.Text)]);
        }
        catch (DiagramException e)
        {
            var line = step.Line + e.Line - 1;
            throw new CellFailedException(new CellError("MermaidError", $"{e.Message}, line {line}", [$"MermaidError: {e.Message}", $"   at {run.Label}, line {line}"], line, 1));
        }
    }

    private static MimeBundle Kept(string source, string kind) => new(
    [
        new MimeContent(MimeTypes.Mermaid, source),
        new MimeContent(MimeTypes.Text, $"{source.TrimEnd()}\n\n[A diagram of the kind {kind} is kept as text here; flowcharts are drawn.]"),
    ]);
}
