using System.Diagnostics;
using System.Reflection;
using System.Text.RegularExpressions;

namespace Phm.Notebook.CSharp;

/// <summary>A place in code: of a cell or a loaded script with its line, of a library by the method's name alone.</summary>
/// <param name="Method">The method's name; empty for the top level of a cell.</param>
/// <param name="File">The cell's or script's name; null for a library.</param>
/// <param name="Line">The line, counted from 1; 0 where the optimised code no longer knows it.</param>
/// <param name="Column">The column, counted from 1, or 0.</param>
/// <param name="Text">What is written on that line, or null where that is not known.</param>
internal sealed partial record CodePlace(string Method, string? File, int Line, int Column, string? Text = null)
{
    private const string TopLevel = "<Initialize>";

    /// <summary>How deep a stack is before it is full differs from machine to machine, and kept outputs do not.</summary>
    private const int MostTimes = 1000;

    public override string ToString() => Write("");

    /// <summary>The place of a method that calls itself.</summary>
    public string ToString(int times) => Write(times <= MostTimes ? $" ({times} times)" : $" (more than {MostTimes} times)");

    private string Write(string times)
    {
        if (File is null) return $"   at {Method}";
        var where = Line > 0 ? $"{File}, line {Line}" : File;
        return (Method.Length == 0 ? $"   at {where}" : $"   at {Method}, {where}") + times + (Text is null ? "" : $": {Text}");
    }

    /// <param name="frame">The frame.</param>
    /// <param name="method">Its method.</param>
    /// <param name="current">The cell whose frames may know no line.</param>
    public static CodePlace Of(StackFrame frame, MethodBase method, CompiledCell? current)
    {
        var isScript = method.Module.Assembly is { IsDynamic: false, Location.Length: 0 };
        var file = isScript ? frame.GetFileName() ?? (method.Module.Assembly.GetName().Name == current?.Assembly ? current?.Label : null) : null;
        return new CodePlace(MethodName(method, isScript), file, frame.GetFileLineNumber(), frame.GetFileColumnNumber());
    }

    /// <summary>A type's name as C# writes it, without the class that the compiler makes of a cell.</summary>
    public static string NameOf(Type type)
    {
        var name = (type.FullName ?? type.Name).Split('[')[0].Replace('+', '.');
        return Arity().Replace(SubmissionPrefix().Replace(name, ""), "");
    }

    /// <summary>A type's name without its namespace and outer types.</summary>
    public static string ShortNameOf(Type type) => NameOf(type).Split('.')[^1];

    private static string MethodName(MethodBase method, bool isScript)
    {
        var type = method.DeclaringType;
        var name = method.Name;
        while (type is not null && type.Name.Contains('<'))
        {
            // An async method or iterator is a class named after its method, closures are classes named after nothing.
            if (name is "MoveNext" && Inner().Match(type.Name) is { Success: true } match) name = match.Groups["name"].Value;
            type = type.DeclaringType;
        }
        if (name.Contains(TopLevel, StringComparison.Ordinal) && !name.StartsWith(TopLevel + "g__", StringComparison.Ordinal)) return "";
        name = Readable(name);
        if (type is null) return name;
        var owner = NameOf(type);
        if (name is ".ctor") return $"new {owner}";
        if (name is ".cctor") return $"{owner}, static fields";
        return isScript && (owner.Length == 0 || SubmissionName().IsMatch(owner)) ? name : $"{owner}.{name}";
    }

    private static string Readable(string name)
    {
        if (LocalFunction().Match(name) is { Success: true } local) return local.Groups["name"].Value;
        if (name is "get_Item" or "set_Item") return "this[]";
        if (name.StartsWith("get_", StringComparison.Ordinal) || name.StartsWith("set_", StringComparison.Ordinal)) return name[4..];
        return name.StartsWith('<') && Inner().Match(name) is { Success: true } lambda ? $"lambda in {lambda.Groups["name"].Value}" : name;
    }

    [GeneratedRegex(@"^Submission\d+\.")]
    private static partial Regex SubmissionPrefix();

    [GeneratedRegex(@"^Submission\d+$")]
    private static partial Regex SubmissionName();

    [GeneratedRegex(@"`\d+")]
    private static partial Regex Arity();

    [GeneratedRegex(@"^<(?<name><?[^<>]*>?)>")]
    private static partial Regex Inner();

    [GeneratedRegex(@"g__(?<name>\w+)\|")]
    private static partial Regex LocalFunction();
}
