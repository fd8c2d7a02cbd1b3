namespace Phm.Jupyter.Installation;

/// <summary>What is wrong with the installation of a kernel, in one sentence: where, what was found, what to do.</summary>
public sealed class KernelSpecException : IOException
{
    /// <summary>An error without further detail.</summary>
    public KernelSpecException() { }

    /// <summary>An error with its sentence.</summary>
    public KernelSpecException(string message) : base(message) { }

    /// <summary>An error with its sentence and its cause.</summary>
    public KernelSpecException(string message, Exception? innerException) : base(message, innerException) { }
}
