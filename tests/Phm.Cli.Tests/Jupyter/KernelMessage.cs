using System.Globalization;
using System.Text.Json.Nodes;

namespace Phm.Cli.Tests.Jupyter;

/// <summary>A message of the kernel as Jupyter's client understood it.</summary>
internal sealed class KernelMessage(JsonNode json)
{
    public string Channel => json["channel"]!.GetValue<string>();

    public string Type => json["type"]!.GetValue<string>();

    public JsonNode Header => json["header"]!;

    public JsonNode Parent => json["parent"]!;

    public JsonNode Content => json["content"]!;

    /// <summary>Fails where the date is not of the protocol's form.</summary>
    public DateTimeOffset Date => DateTimeOffset.Parse(Header["date"]!.GetValue<string>(), CultureInfo.InvariantCulture);

    public string? Text(string field) => Content[field]?.GetValue<string>();

    public override string ToString() => json.ToJsonString();
}
