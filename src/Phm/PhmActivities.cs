using System.Diagnostics;

namespace Phm;

/// <summary>
/// What the library tells whoever listens: which files it read, which people it holds, which seed it used. Nobody needs to listen, and
/// then nothing is computed. The names are a convention that engines keep without a reference to this library, so none may change.
/// </summary>
/// <remarks>
/// The source is <c>Phm</c>. Activities: <c>phm.file.read</c>, one a data file, with its path, its digest and its rows; <c>phm.file.write</c>, with the path of data that were written;
/// <c>phm.population</c>, when people have been loaded or generated; <c>phm.synthetic.generate</c>, with the seed. A file that was not read
/// to its end has the status <see cref="ActivityStatusCode.Error"/> and neither digest nor rows.
/// </remarks>
internal static class PhmActivities
{
    public const string FileRead = "phm.file.read";

    /// <summary>The whole path, as text.</summary>
    public const string FilePath = "phm.file.path";

    /// <summary>SHA-256 of the bytes of the file as they were read, gzipped where the file is, in hexadecimal digits of lower case.</summary>
    public const string FileSha256 = "phm.file.sha256";

    /// <summary>Rows below the header, kept or not, as a <see cref="long"/>.</summary>
    public const string FileRows = "phm.file.rows";

    /// <summary>A file or folder was written, with its path: what a notebook reads of it later it has made itself.</summary>
    public const string FileWrite = "phm.file.write";

    public const string Population = "phm.population";

    public const string PopulationName = "phm.population.name";

    /// <summary>How many people, as a <see cref="long"/>.</summary>
    public const string PopulationPeople = "phm.population.people";

    /// <summary>A <see cref="Func{T, TResult}"/> of text to truth: whether it is exactly the identifier of one of the people.</summary>
    public const string PopulationIdentifiers = "phm.population.identifiers";

    /// <summary>Whether the people were made up by the generator of this library, as a <see cref="bool"/>; people from files count as real.</summary>
    public const string PopulationSynthetic = "phm.population.synthetic";

    public const string SyntheticGenerate = "phm.synthetic.generate";

    /// <summary>The seed, as a <see cref="ulong"/>.</summary>
    public const string Seed = "phm.seed";

    public static ActivitySource Source { get; } = new("Phm");

    /// <summary>Tells that data were written.</summary>
    public static void TellWritten(string path)
    {
        using var activity = Source.StartActivity(FileWrite);
        activity?.SetTag(FilePath, Path.GetFullPath(path));
    }
}
