using System.Text.Json.Serialization;

namespace Phm.Cli.Workers;

/// <summary>The form of messages, made when the program is built: a worker that starts has no time for reflection.</summary>
[JsonSourceGenerationOptions(UseStringEnumConverter = true)]
[JsonSerializable(typeof(WorkerMessage))]
internal sealed partial class WorkerJson : JsonSerializerContext;
