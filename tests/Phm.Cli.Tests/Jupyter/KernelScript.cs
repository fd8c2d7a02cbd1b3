using System.Text.Json.Nodes;

namespace Phm.Cli.Tests.Jupyter;

/// <summary>
/// A script of scenarios that drives the installed kernel by Jupyter's own client. It runs once, when the first test asks; the tests
/// judge what it tells.
/// </summary>
public abstract class KernelScript : IDisposable
{
    private readonly TemporaryFolder folder = new();
    private readonly Lazy<Task<JsonObject>> scenarios;

    /// <param name="name">The file of the script, without its ending.</param>
    protected KernelScript(string name) => scenarios = new(() => RunAsync(name));

    public void Dispose()
    {
        folder.Dispose();
        GC.SuppressFinalize(this);
    }

    /// <summary>What came of a scenario.</summary>
    internal async Task<JsonNode> ResultAsync(string scenario)
    {
        var result = (await scenarios.Value)[scenario] ?? throw new InvalidOperationException($"The script tells nothing of '{scenario}'.");
        Assert.False(result is JsonObject && result["failure"] is not null, result is JsonObject ? result["failure"]?.ToString() : null);
        return result;
    }

    /// <summary>A scenario of one request.</summary>
    internal async Task<Exchange> ExchangeAsync(string scenario) => new(await ResultAsync(scenario));

    /// <summary>One request of a scenario.</summary>
    internal async Task<Exchange> ExchangeAsync(string scenario, string part) => new((await ResultAsync(scenario))[part]!);

    private async Task<JsonObject> RunAsync(string name)
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Jupyter's client of a Linux system drives the kernel here.");
        string[] modules = ["jupyter_client", "zmq"];
        await PythonTools.RunAsync(modules, folder, "-c", "");
        var kernel = await InstalledKernel.InstallAsync(folder);
        File.WriteAllText(folder["library"], Path.Combine(Repository.Root, "artifacts", "phm", "Phm.dll"));
        var script = Path.Combine(Repository.Root, "tests", "Phm.Cli.Tests", "Jupyter", "Scripts", $"{name}.py");
        return JsonNode.Parse(await PythonTools.RunAsync(modules, folder, script, kernel))!.AsObject();
    }
}
