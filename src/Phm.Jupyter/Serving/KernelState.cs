namespace Phm.Jupyter.Serving;

/// <summary>What the kernel is doing.</summary>
internal enum KernelState
{
    /// <summary>It has just been started.</summary>
    Starting,

    /// <summary>It serves a request.</summary>
    Busy,

    /// <summary>It waits.</summary>
    Idle,
}
