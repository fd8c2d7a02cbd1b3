namespace Phm.Jupyter.Tests.Zmtp;

/// <summary>Tests that weigh or take what all tests share: the memory and the thread pool of the process.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class Alone
{
    public const string Name = "Alone";
}
