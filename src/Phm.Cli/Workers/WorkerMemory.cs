using System.Globalization;

namespace Phm.Cli.Workers;

/// <summary>How much memory a worker may use: the hard limit of its garbage collector.</summary>
/// <param name="Megabytes">The limit in MiB.</param>
internal sealed record WorkerMemory(int Megabytes)
{
    private const int Mebibyte = 1024 * 1024;

    /// <summary>The compiler alone needs about half of this.</summary>
    public const int LeastMegabytes = 256;

    /// <summary>What a worker holds back so that it can report a cell which used up the rest, in bytes.</summary>
    public const int Reserve = 32 * Mebibyte;

    /// <summary>Three quarters of what the machine or the container has.</summary>
    public static WorkerMemory Default { get; } = new((int)Math.Clamp(GC.GetGCMemoryInfo().TotalAvailableMemoryBytes / 4 * 3 / Mebibyte, LeastMegabytes, int.MaxValue));

    /// <summary>The limit in bytes as the runtime reads it: hexadecimal digits.</summary>
    public string Hexadecimal => ((long)Megabytes * Mebibyte).ToString("X", CultureInfo.InvariantCulture);
}
