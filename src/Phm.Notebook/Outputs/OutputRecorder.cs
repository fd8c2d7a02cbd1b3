using System.Text.Json.Nodes;
using Phm.Notebook.Documents;

namespace Phm.Notebook.Outputs;

/// <summary>
/// Keeps what cells publish as nbformat outputs: pieces of a stream become one output, its lines as a terminal shows them in the end;
/// an update replaces what was displayed under its id, in whichever cell that was.
/// </summary>
public sealed class OutputRecorder
{
    /// <summary>What ends a line, as <see cref="string.ReplaceLineEndings()"/> has it, apart from carriage returns.</summary>
    private static readonly char[] LineEnds = ['\n', '\f', '\u0085', '\u2028', '\u2029'];

    private readonly Dictionary<string, List<JsonObject>> displays = new(StringComparer.Ordinal);
    private readonly List<JsonObject> outputs = [];
    private readonly List<string> stream = [];
    private bool clearsBeforeNext;

    /// <summary>Starts the next cell.</summary>
    public void Begin()
    {
        outputs.Clear();
        stream.Clear();
        clearsBeforeNext = false;
    }

    /// <summary>Keeps one output.</summary>
    public void Record(CellOutput output)
    {
        // An update is no output of its own, so it withdraws nothing.
        if (clearsBeforeNext && output is not (DisplayUpdate or ClearOutput)) Begin();
        switch (output)
        {
            case StreamOutput piece:
                RecordStream(piece);
                break;
            case DisplayOutput display:
                var node = Keep(new JsonObject { ["data"] = display.Data.ToJson(), ["metadata"] = new JsonObject(), ["output_type"] = "display_data" });
                Displays(display.DisplayId).Add(node);
                break;
            case DisplayUpdate update:
                foreach (var shown in Displays(update.DisplayId)) shown["data"] = update.Data.ToJson();
                break;
            case ResultOutput result:
                Keep(new JsonObject
                {
                    ["data"] = result.Data.ToJson(),
                    ["execution_count"] = result.ExecutionCount,
                    ["metadata"] = new JsonObject(),
                    ["output_type"] = "execute_result",
                });
                break;
            case ErrorOutput error:
                Keep(Node(error));
                break;
            case ClearOutput { Wait: true }:
                clearsBeforeNext = true;
                break;
            case ClearOutput:
                Begin();
                break;
        }
    }

    /// <summary>Ends the cell and hands over its outputs. Later updates still reach them.</summary>
    public JsonArray End()
    {
        CloseStream();
        return new JsonArray([.. outputs]);
    }

    /// <summary>An error as nbformat keeps it.</summary>
    public static JsonObject Node(ErrorOutput error) => new()
    {
        ["ename"] = error.Name,
        ["evalue"] = error.Message,
        ["output_type"] = "error",
        ["traceback"] = new JsonArray([.. error.Traceback.Select(line => (JsonNode)JsonValue.Create(line))]),
    };

    /// <summary>A copy of what the running cell has shown so far.</summary>
    internal JsonArray Snapshot()
    {
        var copy = new JsonArray([.. outputs.Select(output => output.DeepClone())]);
        if (stream.Count > 0) copy[^1]!["text"] = StreamText();
        return copy;
    }

    /// <summary>The lines as a terminal shows them in the end: a carriage return goes back to a line's start, and the next text takes the place of the last.</summary>
    private JsonArray StreamText() =>
        MultilineText.Write(string.Join('\n', string.Concat(stream).Replace("\r\n", "\n", StringComparison.Ordinal).Split(LineEnds).Select(LastState)));

    private static string LastState(string line)
    {
        var written = line.TrimEnd('\r');
        return written[(written.LastIndexOf('\r') + 1)..];
    }

    private void RecordStream(StreamOutput piece)
    {
        if (stream.Count == 0 || (string?)outputs[^1]["name"] != piece.Stream)
            Keep(new JsonObject { ["name"] = piece.Stream, ["output_type"] = "stream", ["text"] = new JsonArray() });
        stream.Add(piece.Text);
    }

    private JsonObject Keep(JsonObject node)
    {
        CloseStream();
        outputs.Add(node);
        return node;
    }

    private void CloseStream()
    {
        if (stream.Count == 0) return;
        outputs[^1]["text"] = StreamText();
        stream.Clear();
    }

    private List<JsonObject> Displays(string id)
    {
        if (!displays.TryGetValue(id, out var shown)) displays[id] = shown = [];
        return shown;
    }
}
