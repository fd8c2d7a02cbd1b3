namespace Phm.Cli;

/// <summary>What a command ends with.</summary>
internal static class ExitCode
{
    public const int Success = 0;
    public const int Unexpected = 1;
    public const int Usage = 2;
    public const int Data = 3;
    public const int Notebook = 4;
    public const int Disclosure = 5;
    public const int Files = 6;
    public const int Verification = 7;
    public const int Kernel = 8;
    public const int Estimation = 9;
    public const int Cancelled = 130;

    /// <summary>The list for the help.</summary>
    public const string Help =
        """
        Exit codes:
          0    done
          1    an error in phm itself
          2    the command line is wrong
          3    data are missing or malformed; nothing was imported
          4    a notebook failed or cannot be read
          5    a result would have shown something about few people, or the audit log is not whole
          6    a file or folder cannot be read or written
          7    a kept output is not what a new run gives, or cannot be verified
          8    a kernel cannot be started, or does not do what Jupyter asks of it
          9    a model cannot be estimated from the data
          130  cancelled
        """;
}
