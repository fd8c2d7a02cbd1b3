namespace Phm.Jupyter.Checking;

/// <summary>What a step of a check has come to.</summary>
public enum CheckVerdict
{
    /// <summary>The kernel does it.</summary>
    Passed,

    /// <summary>The kernel does not do it, or not in time.</summary>
    Failed,

    /// <summary>It does not concern this kernel, or cannot be tried here.</summary>
    LeftOut,

    /// <summary>An earlier step failed without which this one cannot be tried.</summary>
    NotTried,
}
