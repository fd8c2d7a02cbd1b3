namespace Phm.Jupyter.Installation;

/// <summary>The kinds of system that Jupyter keeps its files differently on.</summary>
internal enum JupyterSystem
{
    Unix,
    Mac,
    Windows,
}
