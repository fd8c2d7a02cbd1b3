using System.Collections.Concurrent;
using System.Diagnostics;
using System.Security.Cryptography;
using Phm.Notebook.Tests.Databases;

namespace Phm.Notebook.Tests.Execution;

public sealed class FileReadTests
{
    [Fact]
    public async Task Who_listens_hears_of_each_file_that_the_engine_reads_for_a_notebook()
    {
        using var live = new LiveSession();
        var heard = new ConcurrentQueue<Activity>();
        using var listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name == "Phm.Notebook",
            Sample = (ref _) => ActivitySamplingResult.AllData,
            ActivityStopped = activity =>
            {
                // Other tests run cells too.
                if (activity.GetTagItem("phm.file.path") is string path && path.StartsWith(live.Folder.Path, StringComparison.Ordinal)) heard.Enqueue(activity);
            },
        };
        ActivitySource.AddActivityListener(listener);
        var database = SampleDatabase.Write(live.Folder);
        SampleDatabase.Write(live.Folder, "other.db");
        live.Folder.File("lib/a.csx", "var a = 1;");
        live.Folder.File("text.txt", "words");

        await live.RunAsync(SampleDatabase.Connect);
        Assert.Empty(heard);
        await live.RunAsync("#!sql-linked\nselect 1; select 2");
        await live.RunAsync("#!sql-linked\nselect 1");
        await live.RunAsync("#!sql-linked\nattach 'other.db' as other; select * from other.practices");
        await live.RunAsync("#load \"lib/a.csx\"\na");
        await live.RunAsync("#!value --name text --from-file text.txt");

        Assert.Equal(["linked.db", "other.db", "a.csx", "text.txt"], heard.Select(activity => Path.GetFileName((string)activity.GetTagItem("phm.file.path")!)));
        Assert.All(heard, activity => Assert.Equal("phm.file.read", activity.OperationName));
        Assert.All(heard, activity => Assert.DoesNotContain(activity.TagObjects, tag => tag.Key == "phm.file.rows"));
        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(database))), heard.First().GetTagItem("phm.file.sha256"));
    }
}
