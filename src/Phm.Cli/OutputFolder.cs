namespace Phm.Cli;

/// <summary>The folder that <c>--output</c> names.</summary>
internal static class OutputFolder
{
    /// <summary>Makes the folder where it does not exist, before anything has run in vain.</summary>
    /// <exception cref="IOException">There is a file of that name, or no folder can be made there.</exception>
    public static void Create(string path)
    {
        try
        {
            Directory.CreateDirectory(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new IOException($"--output is '{path}', where no folder can be made: {(File.Exists(path) ? "a file has that name" : "the place does not exist or may not be written to")}. Name another one.", e);
        }
    }
}
