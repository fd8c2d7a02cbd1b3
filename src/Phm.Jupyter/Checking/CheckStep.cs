namespace Phm.Jupyter.Checking;

/// <summary>One thing that Jupyter asks of a kernel, and whether the kernel does it.</summary>
/// <param name="Name">What is asked.</param>
/// <param name="Verdict">Whether it is done.</param>
/// <param name="Time">How long it took; null where it was not tried.</param>
/// <param name="Detail">What was found, in a few words. It may repeat what the kernel has said.</param>
public sealed record CheckStep(string Name, CheckVerdict Verdict, TimeSpan? Time, string Detail);
