using System.Runtime.ExceptionServices;

namespace Phm.Notebook.Execution;

/// <summary>
/// What threads, timers and work items of cells throw and nobody catches. The runtime would end the process, and the session with all that
/// was loaded would be lost.
/// </summary>
public static class UncaughtErrors
{
    /// <summary>Whether an exception that nobody catches does no harm where it only ends code of a cell that was stopped.</summary>
    internal static bool AreHandled { get; private set; }

    /// <summary>
    /// From now on such an exception is no error where it ends code of a cell that was stopped; what any other one means, the process says.
    /// To be called once, at the start of a process that runs notebooks.
    /// </summary>
    /// <param name="survive">Told of an exception; whether the process lives on.</param>
    public static void Handle(Func<Exception, bool> survive)
    {
        ExceptionHandling.SetUnhandledExceptionHandler(exception => exception is StoppedException || survive(exception));
        AreHandled = true;
    }
}
