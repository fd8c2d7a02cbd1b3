// Written by 'phm export --to script' beside every script, which includes it. Shows what a notebook's cells show: text on the console,
// charts and HTML in files. Formatters are found by the convention of .NET Interactive: an attribute called TypeFormatterSourceAttribute.
using System;
using System.Collections;
using System.Collections.Generic;
using System.ComponentModel;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Threading.Tasks;

static class NotebookDisplay
{
    const string Svg = "image/svg+xml", Html = "text/html", Plain = "text/plain";
    const int MostItems = 20;

    /// <summary>Values that tell of their changes, such as progress: their last state is shown, when the cell has ended.</summary>
    static readonly List<INotifyPropertyChanged> live = [];

    static string output = "", cell = "";
    static int files;

    /// <summary>Starts the script where its notebook lies, so that relative paths mean what they mean there.</summary>
    /// <param name="name">The script's name; its files go to artifacts/scripts/name below the folder that it is called from.</param>
    /// <param name="notebookFolder">The notebook's folder, from the script's own.</param>
    /// <param name="args">The script's arguments: another folder for its files.</param>
    /// <param name="script">The script's place; the compiler fills it in.</param>
    public static void Begin(string name, string notebookFolder, string[] args, [CallerFilePath] string script = "")
    {
        CultureInfo.CurrentCulture = CultureInfo.DefaultThreadCurrentCulture = CultureInfo.InvariantCulture;
        output = Path.GetFullPath(args is [var folder, ..] ? folder : Path.Combine("artifacts", "scripts", name));
        var own = AppContext.GetData("EntryPointFileDirectoryPath") as string ?? Path.GetDirectoryName(script)!;
        Directory.SetCurrentDirectory(Path.GetFullPath(notebookFolder, own));
        AppDomain.CurrentDomain.ProcessExit += (_, _) => ShowLive();
    }

    /// <summary>Names the files of what is shown from here on.</summary>
    public static void Cell(string name)
    {
        ShowLive();
        (cell, files) = (name, 0);
    }

    /// <summary>Tells how a cell failed that may fail; the script goes on.</summary>
    public static void Failed(Exception problem) => Console.WriteLine($"{problem.GetType().FullName}: {problem.Message}\n");

    public static DisplayedValue display(object? value, params string[] mimeTypes)
    {
        if (value is DisplayedValue shown) return shown;
        if (value is HtmlContent html) return html.Content.DisplayAs(Html);
        if (value is INotifyPropertyChanged changing) return Later(changing);
        Show(value, mimeTypes);
        return new DisplayedValue();
    }

    static void Show(object? value, string[] mimeTypes)
    {
        var (formatters, preferred) = FormattersOf(value);
        var type = (mimeTypes.Length > 0 ? mimeTypes : preferred).FirstOrDefault(Plain);
        if (type == Svg && formatters.TryGetValue(Svg, out var draw)) Save(".svg", draw(value!));
        else if (formatters.TryGetValue(Plain, out var write)) Print(write(value!));
        else if (formatters.TryGetValue(Html, out var mark)) Save(".html", mark(value!));
        else Print(TextOf(value));
    }

    /// <summary>Documentation is for whoever explores: a notebook shows it.</summary>
    public static void help(object? what) { }

    public static DisplayedValue Display(this object? value, params string[] mimeTypes) => display(value, mimeTypes);

    public static DisplayedValue DisplayAs(this string value, string mimeType)
    {
        if (mimeType == Svg) Save(".svg", value);
        else if (mimeType == Html) Save(".html", value);
        else Print(value);
        return new DisplayedValue();
    }

    public static DisplayedValue DisplayTable<T>(this IEnumerable<T> source)
    {
        Print(string.Join('\n', source.Take(100).Select(item => TextOf(item))));
        return new DisplayedValue();
    }

    public static HtmlContent HTML(string content) => new(content);

    /// <summary>Styles and scripts are for a page, and there is none.</summary>
    public static void CSS(string content) { }

    /// <inheritdoc cref="CSS"/>
    public static void Javascript(string content) { }

    /// <summary>What a console has shown stays.</summary>
    public static void ClearOutput(bool wait = false) { }

    public static Task<string> GetInputAsync(string prompt = "")
    {
        Console.Write(prompt.Length > 0 ? prompt + " " : "");
        return Task.FromResult(Console.ReadLine() ?? "");
    }

    public static Task<string> GetPasswordAsync(string prompt = "")
    {
        if (Console.IsInputRedirected) return GetInputAsync(prompt);
        Console.Write(prompt.Length > 0 ? prompt + " " : "");
        var typed = "";
        for (var key = Console.ReadKey(intercept: true); key.Key != ConsoleKey.Enter; key = Console.ReadKey(intercept: true))
            typed = key.Key == ConsoleKey.Backspace ? typed[..Math.Max(0, typed.Length - 1)] : typed + key.KeyChar;
        Console.WriteLine();
        return Task.FromResult(typed);
    }

    static DisplayedValue Later(INotifyPropertyChanged value)
    {
        if (!live.Contains(value)) live.Add(value);
        return new DisplayedValue();
    }

    static void ShowLive()
    {
        foreach (var value in live) Show(value, []);
        live.Clear();
    }

    static void Print(string text) => Console.WriteLine(text.TrimEnd('\n') + "\n");

    static void Save(string ending, string content)
    {
        Directory.CreateDirectory(output);
        var path = Path.Combine(output, cell + (++files > 1 ? $"-{files}" : "") + ending);
        File.WriteAllText(path, content);
        Console.WriteLine($"Written: {path}\n");
    }

    static (Dictionary<string, Func<object, string>> ByType, string[] Preferred) FormattersOf(object? value)
    {
        var byType = new Dictionary<string, Func<object, string>>();
        for (var type = value?.GetType(); type is not null; type = type.BaseType)
        {
            if (type.GetCustomAttributes(inherit: false).FirstOrDefault(one => one.GetType().Name == "TypeFormatterSourceAttribute") is not { } attribute) continue;
            object? Property(string name) => attribute.GetType().GetProperty(name)?.GetValue(attribute);
            var source = Activator.CreateInstance((Type)Property("FormatterSourceType")!)!;
            foreach (var formatter in (IEnumerable)source.GetType().GetMethod("CreateTypeFormatters")!.Invoke(source, null)!)
                byType.TryAdd((string)formatter.GetType().GetProperty("MimeType")!.GetValue(formatter)!, given => Write(formatter, given));
            return (byType, Property("PreferredMimeTypes") is string[] { Length: > 0 } preferred ? preferred : [Html]);
        }
        return (byType, []);
    }

    static string Write(object formatter, object value)
    {
        var writer = new StringWriter { NewLine = "\n" };
        var isWritten = (bool)formatter.GetType().GetMethod("Format")!.Invoke(formatter, BindingFlags.DoNotWrapExceptions, null, [value, writer], null)!;
        return isWritten ? writer.ToString() : TextOf(value);
    }

    static string TextOf(object? value) => value switch
    {
        null => "<null>",
        string text => text,
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        IEnumerable items => ListOf([.. items.Cast<object?>().Take(MostItems + 1)]),
        _ => value.ToString() ?? "",
    };

    static string ListOf(object?[] items) =>
        $"[ {string.Join(", ", items.Take(MostItems).Select(TextOf))}{(items.Length > MostItems ? ", …" : "")} ]";
}

/// <summary>What has been shown; showing another value in its place shows it after it.</summary>
sealed class DisplayedValue
{
    public void Update(object? value) => NotebookDisplay.display(value);
}

/// <summary>An HTML fragment that shows itself as a file.</summary>
sealed record HtmlContent(string Content)
{
    public override string ToString() => Content;
}
