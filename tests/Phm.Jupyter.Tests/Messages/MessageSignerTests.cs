using Phm.Jupyter.Messages;

namespace Phm.Jupyter.Tests.Messages;

public sealed class MessageSignerTests
{
    private const string Header = """{"msg_id":"1","session":"s","username":"u","date":"2026-01-01T00:00:00Z","msg_type":"kernel_info_request","version":"5.3"}""";
    private const string Content = """{"a":"é"}""";

    // Python 3: hmac.new(b'secret-key', header + b'{}' + b'{}' + content, hashlib.sha256).hexdigest()
    private const string Reference = "5ec0f42f6b80e42905d96ddf067f8de8d3cd03626cdc8e827cdb12646705ba63";

    [Fact]
    public void A_signature_is_the_hash_of_the_four_frames_as_Python_computes_it()
    {
        using var signer = new MessageSigner("secret-key");
        Assert.Equal(Reference, Frames.Text(signer.Sign(Frames.Of(Header + "{}{}" + Content).Span)));
        Span<byte> hash = stackalloc byte[MessageSigner.Length];
        Assert.True(signer.IsRight(Frames.Of(Reference).Span, [Frames.Of(Header), Frames.Of("{}"), Frames.Of("{}"), Frames.Of(Content)], hash));
        Assert.Equal(Reference, Convert.ToHexStringLower(hash));
    }

    [Theory]
    [InlineData("")]
    [InlineData("zz")]
    [InlineData("0000000000000000000000000000000000000000000000000000000000000000")]
    [InlineData("zzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzz")]
    [InlineData(Reference + "00")]
    public void Any_other_signature_is_wrong(string signature)
    {
        using var signer = new MessageSigner("secret-key");
        Assert.False(signer.IsRight(Frames.Of(signature).Span, [Frames.Of(Header), Frames.Of("{}"), Frames.Of("{}"), Frames.Of(Content)], new byte[MessageSigner.Length]));
    }

    [Fact]
    public void A_changed_byte_in_any_frame_makes_it_wrong_and_the_next_check_is_untouched()
    {
        using var signer = new MessageSigner("secret-key");
        ReadOnlyMemory<byte>[] right = [Frames.Of(Header), Frames.Of("{}"), Frames.Of("{}"), Frames.Of(Content)];
        for (var i = 0; i < right.Length; i++)
        {
            var changed = right.ToArray();
            var bytes = changed[i].ToArray();
            bytes[^1] ^= 1;
            changed[i] = bytes;
            Assert.False(signer.IsRight(Frames.Of(Reference).Span, changed, new byte[MessageSigner.Length]));
            Assert.True(signer.IsRight(Frames.Of(Reference).Span, right, new byte[MessageSigner.Length]));
        }
    }

    [Fact]
    public void Without_a_key_the_signature_is_empty()
    {
        using var signer = new MessageSigner("");
        Assert.False(signer.Signs);
        Assert.Empty(signer.Sign(Frames.Of("{}").Span));
    }
}
