namespace Phm.Jupyter.Tests.Zmtp;

/// <summary>How long a test waits for what must come: long enough for any machine, and never until the end of time.</summary>
internal static class Patience
{
    public static CancellationToken Token => CancellationTokenSource.CreateLinkedTokenSource(
        TestContext.Current.CancellationToken,
        new CancellationTokenSource(TimeSpan.FromMinutes(2)).Token).Token;

    /// <summary>Waits until something holds.</summary>
    public static async Task UntilAsync(Func<bool> holds)
    {
        for (var token = Token; !holds(); await Task.Delay(5, token))
        {
        }
    }
}
