using System.Globalization;
using System.Text.Json;
using Phm.Jupyter.Messages;

namespace Phm.Jupyter.Serving.Handlers;

/// <summary><c>kernel_info_request</c>: what this kernel is.</summary>
internal static class KernelInfoHandler
{
    private const string LanguageVersion = "14.0";

    private static readonly string Version = typeof(KernelInfoHandler).Assembly.GetName().Version!.ToString(3);

    public static Task HandleAsync(Request request, CancellationToken interrupted)
    {
        request.Reply(Write);
        return Task.CompletedTask;
    }

    private static void Write(Utf8JsonWriter json)
    {
        json.WriteString("status"u8, "ok"u8);
        json.WriteString("protocol_version"u8, MessageEncoder.ProtocolVersion);
        json.WriteString("implementation"u8, "phm"u8);
        json.WriteString("implementation_version"u8, Version);
        json.WriteStartObject("language_info"u8);
        json.WriteString("name"u8, "C#"u8);
        json.WriteString("version"u8, LanguageVersion);
        json.WriteString("mimetype"u8, "text/x-csharp"u8);
        json.WriteString("file_extension"u8, ".cs"u8);
        json.WriteString("pygments_lexer"u8, "csharp"u8);
        json.WriteEndObject();
        json.WriteString("banner"u8, string.Create(CultureInfo.InvariantCulture, $"Phm notebook engine {Version}, C# 14 on .NET {Environment.Version.Major}"));
        json.WriteBoolean("debugger"u8, false);
        json.WriteStartArray("help_links"u8);
        json.WriteEndArray();
    }
}
