namespace Phm.Jupyter.Tests.Zmtp;

/// <summary>Tests that weigh the memory of the process, which no other test may change meanwhile.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class MeasuredMemory
{
    public const string Name = "Measured memory";
}
