namespace Phm.Jupyter.Tests.Zmtp;

/// <summary>What a peer might send that was built by an enemy or broken on its way, the same for the same seed.</summary>
internal sealed class HostileConversation
{
    public const int Frames = 50;

    private static readonly string[] Commands = ["PING", "PONG", "SUBSCRIBE", "CANCEL", "READY", "ERROR", "NOVELTY", ""];

    private readonly Random random;
    private readonly List<byte> bytes = [];

    public HostileConversation(int seed, string socketType)
    {
        random = new Random(seed);
        bytes.AddRange(Wire.Greeting);
        bytes.AddRange(Wire.Ready(socketType, random.Next(3) == 0 ? "" : $"peer {random.Next(5)}"));
        var isGarbled = random.Next(2) == 0;
        for (var i = 0; i < Frames; i++) bytes.AddRange(isGarbled || random.Next(25) > 0 ? ValidFrame() : WildFrame());
        if (isGarbled) Garble(random.Next(20) == 0 ? 0 : Wire.Greeting.Length + 50);
    }

    /// <summary>The bytes in the pieces in which they are sent.</summary>
    public IEnumerable<ReadOnlyMemory<byte>> Pieces()
    {
        for (ReadOnlyMemory<byte> rest = bytes.ToArray(); !rest.IsEmpty;)
        {
            var piece = Math.Min(rest.Length, random.Next(4) == 0 ? random.Next(1, 20) : 8192);
            yield return rest[..piece];
            rest = rest[piece..];
        }
    }

    private byte[] ValidFrame() => random.Next(10) switch
    {
        0 => Wire.CommandFrame("PING", [0, 10, .. Noise(random.Next(17))]),
        1 => Wire.CommandFrame("NOVELTY", Noise(random.Next(300))),
        2 => Wire.Message($"\u0001{random.Next(50)}"),
        3 => Wire.Message($"\0{random.Next(50)}"),
        4 => Wire.Frame(Wire.Long, Noise(random.Next(20_000))),
        5 => Wire.Message("", "heartbeat"),
        6 => Wire.Message([.. Enumerable.Repeat("", random.Next(1, 30))]),
        _ => Wire.Join(Wire.Frame(Wire.More, Noise(random.Next(40))), Wire.Frame(0, Noise(random.Next(400)))),
    };

    private byte[] WildFrame() => random.Next(6) switch
    {
        0 => Wire.LongHeader((byte)random.Next(8), (ulong)random.NextInt64()),
        1 => Wire.LongHeader(Wire.Long, (ulong)random.NextInt64(200_000)),
        2 => Wire.CommandFrame(Commands[random.Next(Commands.Length)], Noise(random.Next(40))),
        3 => Wire.Frame((byte)random.Next(256), Noise(random.Next(40))),
        4 => Wire.Greeting,
        _ => Noise(random.Next(200)),
    };

    private void Garble(int from)
    {
        for (var i = random.Next(1, 5); i > 0 && from < bytes.Count; i--)
        {
            var at = random.Next(random.Next(2) == 0 ? from : Math.Max(from, bytes.Count - 2000), bytes.Count);
            if (random.Next(4) == 0) bytes.RemoveRange(at, Math.Min(random.Next(1, 40), bytes.Count - at));
            else if (random.Next(3) == 0) bytes.InsertRange(at, Noise(random.Next(40)));
            else if (random.Next(2) == 0) bytes[at] ^= (byte)(1 << random.Next(8));
            else bytes[at] = (byte)random.Next(256);
        }
        if (random.Next(3) == 0) bytes.RemoveRange(bytes.Count - random.Next(bytes.Count / 4), random.Next(2));
    }

    private byte[] Noise(int length)
    {
        var noise = new byte[length];
        random.NextBytes(noise);
        return noise;
    }
}
