using System.Text.Json;

namespace Phm.Jupyter.Messages;

/// <summary>A message that has come and whose signature is right.</summary>
/// <param name="Route">The frames before the delimiter, by which the answer finds its way.</param>
/// <param name="Header">Who sent it and what kind it is.</param>
/// <param name="ParentId">The id of the message that it answers, or null.</param>
/// <param name="Content">A JSON object.</param>
internal sealed record Message(IReadOnlyList<ReadOnlyMemory<byte>> Route, MessageHeader Header, string? ParentId, JsonElement Content);
