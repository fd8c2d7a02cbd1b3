namespace Phm.Jupyter.Messages;

/// <summary>A message is not what the protocol asks for. Its sentence says which part, and repeats nothing of the content.</summary>
internal sealed class MessageException(string problem) : Exception(problem);
