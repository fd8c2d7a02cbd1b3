using System.Diagnostics;
using System.Reflection;
using Phm.Notebook.Execution;

namespace Phm.Notebook.CSharp;

/// <summary>
/// An exception for a reader: its type and message, those of its causes, and the places that led to it; frames of the engine, of
/// the runtime's plumbing and paths of this machine are left out.
/// </summary>
internal static class ExceptionReport
{
    private const int MostFrames = 30;
    private const int MostCauses = 5;
    private const int LongestMessage = 10_000;

    public static CellError Of(Exception thrown, string label, RelativePaths paths, CompiledCell? current)
    {
        var exception = Unwrap(thrown);
        var name = NameOf(exception);
        var message = MessageOf(exception, paths);
        var frames = Frames(exception, current);
        List<string> traceback = [$"{name}: {message}", .. Causes(exception, paths), .. frames.Take(MostFrames).Select(frame => frame.ToString())];
        if (frames.Count > MostFrames) traceback.Add($"   … {frames.Count - MostFrames} more");
        var own = frames.Find(frame => frame.File == label && frame.Line > 0);
        return new CellError(name, message, traceback, own?.Line, own?.Column is > 0 ? own.Column : null);
    }

    /// <summary>The exception that the cell's author raised, without the wrappings of reflection, tasks and static constructors.</summary>
    private static Exception Unwrap(Exception exception) => exception switch
    {
        TargetInvocationException { InnerException: { } inner } => Unwrap(inner),
        AggregateException { InnerExceptions: [var only] } => Unwrap(only),
        _ => exception,
    };

    private static IEnumerable<string> Causes(Exception exception, RelativePaths paths)
    {
        var cause = exception.InnerException;
        for (var i = 0; i < MostCauses && cause is not null; i++, cause = cause.InnerException)
            yield return $" ---> {NameOf(cause)}: {MessageOf(cause, paths)}";
    }

    private static string NameOf(Exception exception) => CodePlace.NameOf(exception.GetType());

    /// <summary>A message may be of the notebook's own making and of any length.</summary>
    private static string MessageOf(Exception exception, RelativePaths paths)
    {
        var message = paths.Relative(exception.Message.ReplaceLineEndings("\n"));
        return message.Length <= LongestMessage ? message : message[..LongestMessage] + "…";
    }

    /// <summary>Of the framework only the method that was called, not how it does its work, which differs between systems.</summary>
    private static List<CodePlace> Frames(Exception exception, CompiledCell? current)
    {
        var frames = new List<CodePlace>();
        StackFrame? called = null;
        foreach (var frame in new StackTrace(exception, fNeedFileInfo: true).GetFrames())
        {
            if (frame.GetMethod() is not { } method || IsPlumbing(method)) continue;
            if (IsFramework(method))
            {
                called = frame;
                continue;
            }
            if (called is not null) frames.Add(CodePlace.Of(called, called.GetMethod()!, current));
            called = null;
            frames.Add(CodePlace.Of(frame, method, current) is var place && current is not null ? current.Locate(place, exception) : place);
        }
        return frames;
    }

    private static bool IsFramework(MethodBase method) =>
        method.DeclaringType is { } type && FrameworkReferences.IsFramework(type.Assembly.GetName().Name!);

    private static bool IsPlumbing(MethodBase method)
    {
        if (method.IsDefined(typeof(StackTraceHiddenAttribute), false)) return true;
        if (method.Name == "<Factory>" || method.DeclaringType?.Assembly == typeof(ExceptionReport).Assembly) return true;
        return method.DeclaringType is { } type
            && (type.Name.StartsWith("<PrivateImplementationDetails>", StringComparison.Ordinal) || type.IsDefined(typeof(StackTraceHiddenAttribute), false)
                || type.Namespace is "System.Runtime" or "System.Runtime.CompilerServices" or "System.Runtime.ExceptionServices" or "System.Threading" or "System.Reflection");
    }
}
