using Phm.Jupyter.Zmtp;

namespace Phm.Jupyter.Tests.Zmtp;

/// <summary>The bytes that RFC 23 (ZMTP 3.0) asks for.</summary>
public sealed class WireFormatTests
{
    [Fact]
    public void A_greeting_is_64_bytes_signature_version_3_0_NULL_and_filler() => Assert.Equal(
        "FF00000000000000007F" + "0300" + "4E554C4C00000000000000000000000000000000" + new string('0', 64),
        Convert.ToHexString(Greeting.Encode()));

    [Theory]
    [InlineData(nameof(SocketRole.Router), "", "0429" + "055245414459" + "0B536F636B65742D54797065" + "00000006" + "524F55544552" + "084964656E74697479" + "00000000")]
    [InlineData(nameof(SocketRole.Dealer), "abc", "042C" + "055245414459" + "0B536F636B65742D54797065" + "00000006" + "4445414C4552" + "084964656E74697479" + "00000003" + "616263")]
    [InlineData(nameof(SocketRole.Publisher), "", "0419" + "055245414459" + "0B536F636B65742D54797065" + "00000003" + "505542")]
    public void READY_names_the_socket_type_and_the_identity(string role, string identity, string expected)
    {
        var ready = new ReadyProperties(Enum.Parse<SocketRole>(role), Frames.Bytes(identity)).ToCommand().Encode();
        Assert.Equal(expected, Hex(ready));
    }

    [Fact]
    public void A_frame_has_flags_and_a_length_of_one_byte() =>
        Assert.Equal("0103616263" + "0000", Hex(EncodedMessage.Encode(Frames.Of("abc", ""))));

    [Theory]
    [InlineData(255, "00FF")]
    [InlineData(256, "020000000000000100")]
    [InlineData(16384, "020000000000004000")]
    [InlineData(16385, "020000000000004001")]
    public void A_frame_of_more_than_255_bytes_has_a_length_of_eight_bytes(int length, string header)
    {
        var body = new byte[length];
        body.AsSpan().Fill(0xAB);
        Assert.Equal(header + Convert.ToHexString(body), Hex(EncodedMessage.Encode([body])));
    }

    [Fact]
    public void A_message_of_small_frames_is_one_piece_and_a_long_frame_is_not_copied()
    {
        var large = new byte[100_000];
        Assert.Single(EncodedMessage.Encode(Frames.Of("a", "b", "", "c")).Pieces);
        var pieces = EncodedMessage.Encode([Frames.Bytes("a"), large, Frames.Bytes("b")]).Pieces;
        Assert.Equal(3, pieces.Count);
        Assert.Same(large, pieces[1].Array);
    }

    [Fact]
    public void A_message_without_frames_cannot_be_sent() => Assert.Throws<ArgumentException>(() => EncodedMessage.Encode([]));

    [Fact]
    public void Every_role_is_found_again_by_its_name_and_accepts_those_that_accept_it()
    {
        foreach (var ours in Enum.GetValues<SocketRole>())
        {
            Assert.Equal(ours, SocketPairing.Parse(Wire.Text(SocketPairing.NameOf(ours))));
            foreach (var theirs in Enum.GetValues<SocketRole>()) Assert.Equal(SocketPairing.Accepts(ours, theirs), SocketPairing.Accepts(theirs, ours));
        }
        Assert.Null(SocketPairing.Parse("router"u8));
    }

    private static string Hex(EncodedMessage message) => Convert.ToHexString([.. message.Pieces.SelectMany(piece => piece)]);
}
