namespace Phm.Jupyter.Zmtp;

/// <summary>A message that came to a ROUTER, with the peer that sent it.</summary>
/// <param name="Identity">1 to 255 bytes that name the peer; a reply goes to the same bytes.</param>
/// <param name="Frames">The frames as the peer sent them, at least one; the identity is not among them.</param>
internal sealed record RoutedMessage(ReadOnlyMemory<byte> Identity, IReadOnlyList<ReadOnlyMemory<byte>> Frames);
