namespace Phm.Jupyter.Messages;

/// <summary>A message that is ready to be sent.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Frames">Its frames, the route first.</param>
internal sealed record WrittenMessage(string Id, ReadOnlyMemory<byte>[] Frames);
