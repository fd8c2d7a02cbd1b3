using System.ComponentModel;
using System.Globalization;
using System.Runtime.InteropServices;

namespace Phm.Benchmarks.Regression;

/// <summary>R's <c>lm</c> and <c>MASS::glm.nb</c> on the same rows, which R reads as binary columns before the clock starts.</summary>
internal sealed record RPeer(string Version, double LinearSeconds, double CountSeconds, double[] Linear, double[] Counts, double Theta)
{
    private const string Script = """
        suppressMessages(library(MASS))
        a <- commandArgs(TRUE); f <- file(a[1], "rb"); n <- readBin(f, "integer", 1); p <- readBin(f, "integer", 1)
        d <- as.data.frame(lapply(seq_len(p), function(j) readBin(f, "double", n))); names(d) <- c(paste0("x", seq_len(p - 3)), "group", "count", "cost"); close(f)
        d$group <- factor(d$group)
        t1 <- system.time(m <- lm(reformulate(paste0("x", 1:29), "cost"), d))[["elapsed"]]; b <- coef(m); rm(m); invisible(gc())
        t2 <- system.time(m <- glm.nb(reformulate(c(paste0("x", 1:15), "group"), "count"), d))[["elapsed"]]
        cat(paste(R.version$major, R.version$minor, sep = "."), format(c(t1, t2, b, coef(m), m$theta), digits = 15), sep = "\n")
        """;

    /// <summary>What R found; null where it is not installed.</summary>
    public static RPeer? Of(RegressionRun run, string rscript, string folder)
    {
        var (script, file) = (Path.Combine(folder, "phm-regression.R"), Path.Combine(folder, "phm-regression.bin"));
        try
        {
            File.WriteAllText(script, Script);
            Write(run.Data, file);
            var lines = ChildProcess.Run(rscript, script, file).Split('\n', StringSplitOptions.RemoveEmptyEntries);
            var numbers = lines.Skip(1).Select(line => double.Parse(line, NumberStyles.Float, CultureInfo.InvariantCulture)).ToArray();
            var linear = run.LinearFit.Coefficients.Count;
            return new(lines[0], numbers[0], numbers[1], numbers[2..(2 + linear)], numbers[(2 + linear)..^1], numbers[^1]);
        }
        catch (Win32Exception)
        {
            return null;
        }
        finally
        {
            File.Delete(script);
            File.Delete(file);
        }
    }

    private static void Write(RegressionData data, string file)
    {
        using var stream = File.Create(file);
        stream.Write(MemoryMarshal.AsBytes<int>([data.Rows, data.Numbers.Length + 3]));
        foreach (var column in (double[][])[.. data.Numbers, Array.ConvertAll(data.Group, code => code + 1.0), data.Count, data.Cost]) stream.Write(MemoryMarshal.AsBytes<double>(column));
    }
}
