using Phm.Jupyter.Serving.Handlers;
using Phm.Notebook.Execution;

namespace Phm.Jupyter.Serving;

/// <summary>Which handler serves which type of message.</summary>
internal sealed class HandlerTable
{
    public HandlerTable(NotebookSession session, Task warmUp, OutputPublisher publisher, StandardInput input, Interruption cells, ConnectionFile connection, Action end)
    {
        var life = new LifeHandler(cells, publisher, end);
        var comm = new CommHandler(publisher);
        var history = new History();
        Control = new Dictionary<string, RequestHandler>(StringComparer.Ordinal)
        {
            ["kernel_info_request"] = KernelInfoHandler.HandleAsync,
            ["connect_request"] = new ConnectHandler(connection).HandleAsync,
            ["comm_info_request"] = CommHandler.InfoAsync,
            ["interrupt_request"] = life.InterruptAsync,
            ["shutdown_request"] = life.ShutdownAsync,
        };
        Shell = new Dictionary<string, RequestHandler>(Control, StringComparer.Ordinal)
        {
            ["execute_request"] = new ExecuteHandler(session, warmUp, publisher, input, history).HandleAsync,
            ["complete_request"] = new CompleteHandler(session, warmUp).HandleAsync,
            ["inspect_request"] = new InspectHandler(session, warmUp).HandleAsync,
            ["is_complete_request"] = new CompletenessHandler(session, warmUp).HandleAsync,
            ["history_request"] = new HistoryHandler(history).HandleAsync,
            ["comm_open"] = comm.OpenAsync,
            ["comm_msg"] = CommHandler.IgnoreAsync,
            ["comm_close"] = CommHandler.IgnoreAsync,
        };
    }

    /// <summary>What control serves, also while a cell runs: nothing that needs the session.</summary>
    public IReadOnlyDictionary<string, RequestHandler> Control { get; }

    /// <summary>What shell serves, one request after another.</summary>
    public Dictionary<string, RequestHandler> Shell { get; }
}
