namespace Phm.Jupyter.Checking;

/// <summary>A step has failed, and why in a few words.</summary>
internal sealed class CheckFailedException(string detail) : Exception(detail);
