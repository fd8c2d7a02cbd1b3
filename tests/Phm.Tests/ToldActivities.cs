using System.Diagnostics;

namespace Phm.Tests;

/// <summary>What the library tells listeners while the code of one test runs; other tests in the same process do not count.</summary>
internal sealed class ToldActivities : IDisposable
{
    private readonly Activity _test = new("test");
    private readonly ActivityListener _listener;
    private readonly List<Activity> _told = [];

    public ToldActivities()
    {
        _test.SetIdFormat(ActivityIdFormat.W3C).Start();
        _listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name == "Phm",
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllData,
            ActivityStopped = activity =>
            {
                if (activity.TraceId != _test.TraceId) return;
                lock (_told) _told.Add(activity);
            },
        };
        ActivitySource.AddActivityListener(_listener);
    }

    public Activity[] Named(string name)
    {
        lock (_told) return [.. _told.Where(activity => activity.OperationName == name)];
    }

    public void Dispose()
    {
        _listener.Dispose();
        _test.Dispose();
    }
}
