namespace Phm.Cli.Tests;

/// <summary>What a run of <c>phm</c> ended with.</summary>
internal sealed record PhmResult(int ExitCode, string Output, string Error);
