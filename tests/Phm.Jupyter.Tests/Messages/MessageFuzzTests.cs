using System.Text.Json;
using Phm.Jupyter.Messages;

namespace Phm.Jupyter.Tests.Messages;

/// <summary>Whatever comes, a message is read or refused; nothing else happens.</summary>
public sealed class MessageFuzzTests
{
    private const int Messages = 20_000;

    private static readonly string[] Contents =
    [
        """{"code":"var x = 1;","silent":false,"store_history":true,"user_expressions":{"a":"x"},"allow_stdin":true,"stop_on_error":true}""",
        """{"code":"Console.Wri","cursor_pos":11}""",
        """{"hist_access_type":"search","pattern":"*x?","n":10,"unique":true,"output":true,"raw":true}""",
        """{"a":[1,2.5,-1e300,null,true,{"b":"\ud83d\ude00é"}]}""",
    ];

    [Theory]
    [InlineData("", 1)]
    [InlineData("key", 2)]
    public void Mutated_frames_are_read_or_refused(string key, int seed)
    {
        using var signer = new MessageSigner(key);
        var decoder = new MessageDecoder(signer, new ReplayGuard(capacity: 100));
        var random = new Random(seed);
        var (read, refused) = (0, 0);
        for (var i = 0; i < Messages; i++)
        {
            var frames = Frames.Signed(signer, Frames.Header("execute_request"), Contents[random.Next(Contents.Length)]).Select(frame => frame.ToArray()).ToList();
            Mutate(random, frames);
            // Half of the messages are signed again: their sender knows the key and writes nonsense.
            if (random.Next(2) == 0 && frames.Count == 6) frames[1] = signer.Sign([.. frames[2], .. frames[3], .. frames[4], .. frames[5]]);
            try
            {
                Touch(decoder.Read([.. frames.Select(frame => new ReadOnlyMemory<byte>(frame))]));
                read++;
            }
            catch (MessageException)
            {
                refused++;
            }
        }
        Assert.True(read > Messages / 100 && refused > Messages / 4, $"{read} read, {refused} refused");
    }

    /// <summary>Reads every field as a handler would.</summary>
    private static void Touch(Message message)
    {
        _ = message.Header.ShownType;
        foreach (var name in (string[])["code", "pattern", "hist_access_type"]) _ = Try(() => message.Content.OptionalText(name));
        foreach (var name in (string[])["cursor_pos", "n"]) _ = Try(() => message.Content.OptionalInteger(name));
        foreach (var name in (string[])["silent", "unique"]) _ = Try<object?>(() => message.Content.Flag(name, false));
        _ = Try(() => message.Content.Texts("user_expressions"));
    }

    private static T? Try<T>(Func<T?> read)
    {
        try
        {
            return read();
        }
        catch (MessageException)
        {
            return default;
        }
    }

    private static void Mutate(Random random, List<byte[]> frames)
    {
        for (var times = random.Next(1, 4); times > 0; times--)
        {
            var at = random.Next(frames.Count);
            var frame = frames[at];
            switch (random.Next(9))
            {
                case 0 when frames.Count > 1:
                    frames.RemoveAt(at);
                    break;
                case 1:
                    frames.Insert(at, frame.ToArray());
                    break;
                case 2:
                    frames[at] = frame[..random.Next(frame.Length + 1)];
                    break;
                case 3:
                    frames[at] = [.. frame[..(frame.Length / 2)], (byte)random.Next(256), .. frame[(frame.Length / 2)..]];
                    break;
                case 4:
                    frames[at] = JsonSerializer.SerializeToUtf8Bytes(new string('[', random.Next(200)));
                    break;
                case 5:
                    var piece = (string[])["\\ud800", "1e400", "-1", "99999999999999999999", "null", "{", "}", "\"", "\\u0000"];
                    var cut = random.Next(frame.Length + 1);
                    frames[at] = [.. frame[..cut], .. Frames.Of(piece[random.Next(piece.Length)]).Span, .. frame[cut..]];
                    break;
                default:
                    if (frame.Length > 0) frame[random.Next(frame.Length)] ^= (byte)(1 << random.Next(8));
                    break;
            }
        }
    }
}
