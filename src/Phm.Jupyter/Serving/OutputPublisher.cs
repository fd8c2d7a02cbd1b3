using System.Text;
using System.Text.Json;
using Phm.Jupyter.Messages;
using Phm.Jupyter.Zmtp;
using Phm.Notebook.Outputs;

namespace Phm.Jupyter.Serving;

/// <summary>The iopub channel: what the kernel does and what cells show, to everybody who listens.</summary>
internal sealed class OutputPublisher(PublisherSocket socket, MessageEncoder writer)
{
    /// <summary>The engine counts displays anew in every session; with this in front, a restarted kernel never updates a display of its predecessor.</summary>
    private readonly string displays = writer.Session[..8];

    private readonly Lock gate = new();

    /// <summary>Updates that a slow subscriber has lost, by display: the latest counts.</summary>
    private readonly Dictionary<string, (MessageHeader Parent, DisplayUpdate Update)> lost = new(StringComparer.Ordinal);

    public void Status(MessageHeader? parent, KernelState state) => Publish("status", parent, json =>
        json.WriteString("execution_state"u8, state switch
        {
            KernelState.Starting => "starting"u8,
            KernelState.Busy => "busy"u8,
            _ => "idle"u8,
        }));

    public void ExecuteInput(MessageHeader parent, string code, int executionCount) => Publish("execute_input", parent, json =>
    {
        json.WriteString("code"u8, code);
        json.WriteNumber("execution_count"u8, executionCount);
    });

    /// <summary>Publishes what a cell shows.</summary>
    public void Output(MessageHeader parent, CellOutput output)
    {
        switch (output)
        {
            case StreamOutput stream:
                PublishExpendable("stream", parent, json => Write(json, stream));
                break;
            case DisplayOutput display:
                PublishExpendable("display_data", parent, json => WriteDisplay(json, display.Data, display.DisplayId));
                break;
            case DisplayUpdate update:
                Update(parent, update);
                break;
            case ResultOutput result:
                Publish("execute_result", parent, json => Write(json, result));
                break;
            case ErrorOutput error:
                Publish("error", parent, json => ErrorFields.Write(json, error.Name, error.Message, error.Traceback));
                break;
            case ClearOutput clear:
                PublishExpendable("clear_output", parent, json => json.WriteBoolean("wait"u8, clear.Wait));
                break;
        }
    }

    /// <summary>
    /// Publishes once more what displays show at last, where a subscriber was too slow for all their updates: a progress bar does not
    /// stop half-way.
    /// </summary>
    public void CatchUp()
    {
        lock (gate)
        {
            foreach (var (parent, update) in lost.Values) Publish("update_display_data", parent, json => WriteDisplay(json, update.Data, update.DisplayId));
            lost.Clear();
        }
    }

    /// <summary>Publishes a message whose fields the caller writes.</summary>
    public void Publish(string type, MessageHeader? parent, Action<Utf8JsonWriter> fields) => Publish(type, parent, fields, isExpendable: false);

    private void Update(MessageHeader parent, DisplayUpdate update)
    {
        lock (gate)
        {
            if (PublishExpendable("update_display_data", parent, json => WriteDisplay(json, update.Data, update.DisplayId))) lost.Remove(update.DisplayId);
            else lost[update.DisplayId] = (parent, update);
        }
    }

    /// <summary>What a cell can publish without end gives way first: a client that misses an <c>idle</c> waits for ever.</summary>
    private bool PublishExpendable(string type, MessageHeader parent, Action<Utf8JsonWriter> fields) => Publish(type, parent, fields, isExpendable: true);

    private bool Publish(string type, MessageHeader? parent, Action<Utf8JsonWriter> fields, bool isExpendable)
    {
        var topic = Encoding.UTF8.GetBytes($"kernel.{writer.Session}.{type}");
        var message = writer.Write([topic], type, parent, json =>
        {
            json.WriteStartObject();
            fields(json);
            json.WriteEndObject();
        });
        return socket.Publish(message.Frames, isExpendable);
    }

    private static void Write(Utf8JsonWriter json, StreamOutput stream)
    {
        json.WriteString("name"u8, stream.Stream);
        json.WriteString("text"u8, stream.Text);
    }

    private static void Write(Utf8JsonWriter json, ResultOutput result)
    {
        BundleFields.Write(json, result.Data);
        json.WriteNumber("execution_count"u8, result.ExecutionCount);
    }

    private void WriteDisplay(Utf8JsonWriter json, MimeBundle data, string id)
    {
        BundleFields.Write(json, data);
        json.WriteStartObject("transient"u8);
        json.WriteString("display_id"u8, $"{displays}-{id}");
        json.WriteEndObject();
    }
}
