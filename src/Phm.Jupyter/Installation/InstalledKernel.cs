namespace Phm.Jupyter.Installation;

/// <summary>What an installation has come to.</summary>
/// <param name="Spec">The kernel as it was written.</param>
/// <param name="IsUpdate">Whether it has taken the place of an earlier one of ours.</param>
/// <param name="Holder">The other kernel because of which it could not have the name that notebooks ask for; null where it has it.</param>
public sealed record InstalledKernel(KernelSpec Spec, bool IsUpdate, KernelSpec? Holder);
