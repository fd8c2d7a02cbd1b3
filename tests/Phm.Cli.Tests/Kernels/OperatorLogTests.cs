using System.IO.Pipes;
using Phm.Cli.Kernels;

namespace Phm.Cli.Tests.Kernels;

public sealed class OperatorLogTests
{
    [Fact]
    public async Task A_log_that_nobody_reads_keeps_nobody_waiting_and_its_first_lines_wait_for_a_reader()
    {
        using var pipe = new AnonymousPipeServerStream(PipeDirection.Out);
        using var end = new AnonymousPipeClientStream(PipeDirection.In, pipe.ClientSafePipeHandle);
        using (var log = new OperatorLog(pipe))
        {
            for (var i = 0; i < 2_000; i++) log.Write($"line {i} {new string('x', 1_000)}");
        }
        using var reader = new StreamReader(end);
        Assert.StartsWith("phm kernel: line 0 x", await reader.ReadLineAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_written_before_the_end_is_told()
    {
        using var stream = new MemoryStream();
        using (var log = new OperatorLog(stream)) log.Write("a last word");
        using var reader = new StreamReader(new MemoryStream(stream.ToArray()));
        Assert.Equal("phm kernel: a last word", await reader.ReadLineAsync(TestContext.Current.CancellationToken));
    }
}
