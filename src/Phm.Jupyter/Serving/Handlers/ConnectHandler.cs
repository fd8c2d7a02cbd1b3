namespace Phm.Jupyter.Serving.Handlers;

/// <summary><c>connect_request</c>: the kernel's ports.</summary>
internal sealed class ConnectHandler(ConnectionFile connection)
{
    public Task HandleAsync(Request request, CancellationToken interrupted)
    {
        request.Reply(json =>
        {
            json.WriteString("status"u8, "ok"u8);
            json.WriteNumber("shell_port"u8, connection.ShellPort);
            json.WriteNumber("iopub_port"u8, connection.IoPubPort);
            json.WriteNumber("stdin_port"u8, connection.StdinPort);
            json.WriteNumber("hb_port"u8, connection.HeartbeatPort);
            json.WriteNumber("control_port"u8, connection.ControlPort);
        });
        return Task.CompletedTask;
    }
}
