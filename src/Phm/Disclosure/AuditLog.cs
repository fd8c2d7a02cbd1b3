using System.Text;

namespace Phm.Disclosure;

/// <summary>
/// The file in which every showing and writing of people's records is noted: one line of JSON each, added at the end, each with the
/// digest of the line before. Nothing is shown that could not be noted first.
/// </summary>
/// <remarks>
/// The file is the one that the environment variable <c>PHM_AUDIT_LOG</c> names by its full path, otherwise <c>phm/audit.jsonl</c> in the
/// folder for local application data of the account. It is made, with its folder and readable by the account alone, when the first
/// list is revealed or exported. A line that a crash has cut off stays where it is; the next entry begins on a line of its own and
/// follows the last whole one. The log proves order and wholeness to those who trust the account; it does not stop someone who may write
/// to the file from writing it anew (see <see cref="AuditCheck.LastDigest"/>), so an organisation that needs more collects it elsewhere.
/// </remarks>
public sealed class AuditLog
{
    /// <summary>The environment variable that names the file.</summary>
    public const string Variable = "PHM_AUDIT_LOG";

    private const int Tries = 200;
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(25);

    private readonly TimeProvider _clock;
    private readonly string _user;
    private readonly string _machine;

    /// <summary>The log in a file.</summary>
    /// <param name="path">The file; it need not exist yet.</param>
    public AuditLog(string path) : this(path, TimeProvider.System, Environment.UserName, Environment.MachineName)
    {
    }

    internal AuditLog(string path, TimeProvider clock, string user, string machine)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(path);
        Path = System.IO.Path.GetFullPath(path);
        (_clock, _user, _machine) = (clock, user, machine);
    }

    /// <summary>The log of this account, as the environment says at this moment.</summary>
    /// <exception cref="DisclosureException">The variable is not a full path, or the account has no folder for local application data.</exception>
    public static AuditLog Default => new(DefaultPath(Environment.GetEnvironmentVariable(Variable), Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.DoNotVerify)));

    /// <summary>The whole path of the file.</summary>
    public string Path { get; }

    /// <summary>Reads a log and says whether it is as it was written.</summary>
    /// <param name="path">The file.</param>
    /// <exception cref="IOException">The file is not there or cannot be read.</exception>
    public static AuditCheck Check(string path)
    {
        using var log = Retry(() => new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite));
        return AuditChain.Read(log);
    }

    /// <summary>Reads the log and says whether it is as it was written.</summary>
    /// <exception cref="IOException">The file is not there or cannot be read.</exception>
    public AuditCheck Check() => Check(Path);

    internal static string DefaultPath(string? variable, string localApplicationData)
    {
        if (!string.IsNullOrWhiteSpace(variable))
        {
            return System.IO.Path.IsPathFullyQualified(variable) ? variable
                : throw new DisclosureException($"{Variable} holds a path that is not whole. Expected the full path of a file, because the folder that a notebook runs in changes; nothing was revealed.");
        }
        return localApplicationData.Length > 0 ? System.IO.Path.Combine(localApplicationData, "phm", "audit.jsonl")
            : throw new DisclosureException($"This account has no folder for local application data, so there is no place for the audit log. Set {Variable} to the full path of a file; nothing was revealed.");
    }

    /// <summary>Adds an entry, with the time and the user. It is on the disk when this returns.</summary>
    /// <exception cref="DisclosureException">The entry could not be written.</exception>
    internal void Append(AuditEntry entry)
    {
        try
        {
            if (System.IO.Path.GetDirectoryName(Path) is { Length: > 0 } folder) CreateFolder(folder);
            using var log = Retry(() => new FileStream(Path, Options()));
            var (line, _) = AuditLine.Write(entry with { When = _clock.GetUtcNow(), User = _user, Machine = _machine }, AuditChain.LastDigest(log));
            var isTorn = log.Length > 0 && !EndsLine(log);
            log.Seek(0, SeekOrigin.End);
            log.Write(Encoding.UTF8.GetBytes((isTorn ? "\n" : "") + line + "\n"));
            log.Flush(flushToDisk: true);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or NotSupportedException)
        {
            throw new DisclosureException($"The audit log '{Path}' cannot be written, so nothing was revealed. Make the file and its folder writable for this account, or set {Variable} to the full path of another file.");
        }
    }

    /// <summary>Nobody else reads or writes while an entry is added: two that followed the same line would break the chain.</summary>
    private static FileStreamOptions Options()
    {
        var options = new FileStreamOptions { Mode = FileMode.OpenOrCreate, Access = FileAccess.ReadWrite, Share = FileShare.None };
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        return options;
    }

    private static void CreateFolder(string folder)
    {
        if (OperatingSystem.IsWindows()) Directory.CreateDirectory(folder);
        else Directory.CreateDirectory(folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }

    private static bool EndsLine(FileStream log)
    {
        log.Seek(-1, SeekOrigin.End);
        return log.ReadByte() == '\n';
    }

    /// <summary>Waits up to five seconds for another writer. A file that is not there, or is a folder, will not come by waiting.</summary>
    private static FileStream Retry(Func<FileStream> open)
    {
        for (var i = 1; ; i++)
        {
            try
            {
                return open();
            }
            catch (IOException e) when (i < Tries && e is not (FileNotFoundException or DirectoryNotFoundException or PathTooLongException))
            {
                Thread.Sleep(Pause);
            }
        }
    }
}
