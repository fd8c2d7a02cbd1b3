using System.ComponentModel;
using System.Globalization;
using Phm.Benchmarks.Notebooks;

namespace Phm.Benchmarks.Kernels;

/// <summary>Measures the installed kernel and ipykernel by one client, turn by turn, and prints one table.</summary>
internal static class KernelRun
{
    private const string Peer = "python3";

    private static readonly string[] Interpreters = OperatingSystem.IsWindows() ? ["python"] : ["/usr/bin/python3", "python3"];

    public static int Run(KernelOptions options)
    {
        if (!File.Exists(options.Program)) return Refuse($"There is no '{options.Program}'. It is made by: {NotebookOptions.PublishCommand}");
        if (Find("ipykernel, jupyter_client") is { } both) return Measure(options, both, hasPeer: true);
        return Find("jupyter_client") is { } python ? Measure(options, python, hasPeer: false) : Refuse("There is no Python with jupyter_client; on Debian: apt-get install python3-jupyter-client python3-ipykernel.");
    }

    private static int Measure(KernelOptions options, string python, bool hasPeer)
    {
        var prefix = Directory.CreateTempSubdirectory("phm-benchmarks-");
        try
        {
            ChildProcess.Run(Path.GetFullPath(options.Program), "kernel", "install", "--prefix", prefix.FullName);
            var own = Path.GetFileName(Directory.GetDirectories(Path.Combine(prefix.FullName, "share", "jupyter", "kernels")).Single());
            var (phm, peer) = (new List<KernelTimes>(), new List<KernelTimes>());
            for (var round = 0; round < options.Rounds; round++)
            {
                phm.Add(Times(own, KernelOptions.Library));
                if (hasPeer) peer.Add(Times(Peer, ""));
            }
            Console.Write(KernelTable.Of(KernelTimes.Join(phm), hasPeer ? KernelTimes.Join(peer) : null, options));
            return 0;
        }
        finally
        {
            prefix.Delete(recursive: true);
        }

        KernelTimes Times(string kernel, string library) => KernelTimes.Parse(ChildProcess.Run(python, Script, kernel, prefix.FullName,
            options.Cells.ToString(CultureInfo.InvariantCulture), options.Starts.ToString(CultureInfo.InvariantCulture), library));
    }

    /// <summary>The script in the source tree, found from the program upwards.</summary>
    private static string Script
    {
        get
        {
            var inTree = Path.Combine("tests", "Phm.Benchmarks", "Kernels", "measure.py");
            for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            {
                if (Path.Combine(folder.FullName, inTree) is var script && File.Exists(script)) return script;
            }
            return inTree;
        }
    }

    /// <summary>A Python that can import modules.</summary>
    private static string? Find(string modules) => Interpreters.FirstOrDefault(python =>
    {
        try
        {
            return ChildProcess.Run(python, "-c", $"import importlib.util, sys; sys.stdout.write(str(all(importlib.util.find_spec(name.strip()) for name in '{modules}'.split(','))))") == "True";
        }
        catch (Exception absent) when (absent is Win32Exception or InvalidOperationException)
        {
            return false;
        }
    });

    private static int Refuse(string reason)
    {
        Console.Error.WriteLine(reason);
        return 1;
    }
}
