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
    private const int MostCauseFrames = 5;
    private const int MostCauses = 5;
    private const int LongestMessage = 10_000;

    public static CellError Of(Exception thrown, string label, RelativePaths paths, CompiledCell? current)
    {
        var (exception, wrapping) = Unwrap(thrown);
        var name = NameOf(exception);
        var message = MessageOf(exception, paths);
        // What a static constructor throws is the error; who first needed the type is where it came from.
        List<CodePlace> frames = [.. Frames(exception, current), .. wrapping is null ? [] : Frames(wrapping, current)];
        List<string> traceback = [$"{name}: {message}", .. Causes(exception, paths, current), .. Lines(frames, MostFrames)];
        var own = frames.Find(frame => frame.File == label && frame.Line > 0);
        return new CellError(name, message, traceback, own?.Line, own?.Column is > 0 ? own.Column : null);
    }

    /// <summary>The exception that the cell's author raised, without the wrappings of reflection, tasks and static constructors.</summary>
    private static (Exception Exception, TypeInitializationException? Wrapping) Unwrap(Exception exception) => exception switch
    {
        TargetInvocationException { InnerException: { } inner } => Unwrap(inner),
        AggregateException { InnerExceptions: [var only] } => Unwrap(only),
        TypeInitializationException { InnerException: { } inner } type => (Unwrap(inner).Exception, type),
        _ => (exception, null),
    };

    /// <summary>The exceptions behind one, each with the places of the notebook that it came from.</summary>
    private static IEnumerable<string> Causes(Exception exception, RelativePaths paths, CompiledCell? current)
    {
        var causes = exception is AggregateException many ? many.Flatten().InnerExceptions.ToList() : Chain(exception);
        foreach (var cause in causes.Take(MostCauses))
        {
            yield return $" ---> {NameOf(cause)}: {MessageOf(cause, paths)}";
            foreach (var line in Lines(Frames(cause, current).Where(frame => frame.File is not null), MostCauseFrames)) yield return $"   {line}";
        }
        if (causes.Count > MostCauses) yield return $" ---> … {causes.Count - MostCauses} more";
    }

    private static List<Exception> Chain(Exception exception)
    {
        var causes = new List<Exception>();
        for (var cause = exception.InnerException; cause is not null && causes.Count <= MostCauses; cause = cause.InnerException) causes.Add(cause);
        return causes;
    }

    /// <summary>Places as lines; what calls itself is one line that says how often.</summary>
    private static IEnumerable<string> Lines(IEnumerable<CodePlace> frames, int most)
    {
        var runs = new List<(CodePlace Place, int Times)>();
        foreach (var frame in frames)
        {
            if (runs.Count > 0 && runs[^1].Place with { Column = 0 } == frame with { Column = 0 }) runs[^1] = (frame, runs[^1].Times + 1);
            else runs.Add((frame, 1));
        }
        foreach (var (place, times) in runs.Take(most)) yield return times > 1 && place is { Method.Length: > 0, File: not null } ? place.ToString(times) : place.ToString();
        if (runs.Count > most) yield return $"   … {runs.Count - most} more";
    }

    private static string NameOf(Exception exception) => CodePlace.NameOf(exception.GetType());

    /// <summary>A message may be of the notebook's own making and of any length.</summary>
    private static string MessageOf(Exception exception, RelativePaths paths)
    {
        var message = paths.Relative(exception.Message.ReplaceLineEndings("\n"));
        return message.Length <= LongestMessage ? message : message[..LongestMessage] + "…";
    }

    /// <summary>
    /// Of the framework only the method that was called and failed, not how it does its work, which differs between systems. One that a cell
    /// called and that called the cell's own code back is left out: whether it stands on the stack depends on what the runtime has compiled
    /// how by then.
    /// </summary>
    private static List<CodePlace> Frames(Exception exception, CompiledCell? current)
    {
        var frames = new List<CodePlace>();
        StackFrame? called = null;
        foreach (var frame in new StackTrace(exception, fNeedFileInfo: true).GetFrames())
        {
            if (frame.GetMethod() is not { } method || IsPlumbing(method)) continue;
            if (IsFramework(method))
            {
                if (IsVisible(method)) called = frame;
                continue;
            }
            if (called is not null && frames.Count == 0) frames.Add(CodePlace.Of(called, called.GetMethod()!, current));
            called = null;
            frames.Add(CodePlace.Of(frame, method, current) is var place && current is not null ? current.Locate(place, exception) : place);
        }
        return frames;
    }

    private static bool IsFramework(MethodBase method) =>
        method.DeclaringType is { } type && FrameworkReferences.IsFramework(type.Assembly.GetName().Name!);

    /// <summary>Whether a cell can have called it; what it calls in turn depends on the machine and on what the runtime has inlined.</summary>
    private static bool IsVisible(MethodBase method) => method.IsPublic && method.DeclaringType is { IsVisible: true };

    private static bool IsPlumbing(MethodBase method)
    {
        // Without a type it was made by the runtime, for dynamic calls for instance.
        if (method.DeclaringType is null) return true;
        if (method.IsDefined(typeof(StackTraceHiddenAttribute), false)) return true;
        if (method.Name == "<Factory>" || method.DeclaringType?.Assembly == typeof(ExceptionReport).Assembly) return true;
        return method.DeclaringType is { } type
            && (type.Name.StartsWith("<PrivateImplementationDetails>", StringComparison.Ordinal) || IsHidden(type)
                || type.Namespace is "System.Runtime" or "System.Runtime.CompilerServices" or "System.Runtime.ExceptionServices" or "System.Threading" or "System.Reflection");
    }

    /// <summary>Whether a type hides itself, or the one in which the compiler has put it does.</summary>
    private static bool IsHidden(Type? type) => type is not null && (type.IsDefined(typeof(StackTraceHiddenAttribute), false) || IsHidden(type.DeclaringType));
}
