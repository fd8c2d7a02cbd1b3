namespace Phm.Jupyter.Zmtp;

/// <summary>A peer broke the protocol or a limit: its connection ends. The message never holds what the peer sent.</summary>
internal sealed class ZmtpException(string message) : IOException(message);
