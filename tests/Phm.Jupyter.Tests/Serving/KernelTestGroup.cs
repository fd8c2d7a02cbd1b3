namespace Phm.Jupyter.Tests.Serving;

/// <summary>Tests that run cells: a process has one console and one current folder, so they run one after another.</summary>
[CollectionDefinition(Name)]
public sealed class KernelTestGroup
{
    public const string Name = "kernels";
}
