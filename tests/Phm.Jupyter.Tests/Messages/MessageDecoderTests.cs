using Phm.Jupyter.Messages;

namespace Phm.Jupyter.Tests.Messages;

public sealed class MessageDecoderTests
{
    private static readonly string Deep = new string('[', 70) + new string(']', 70);

    [Fact]
    public void A_message_is_read_with_its_route_header_parent_and_content()
    {
        using var signer = new MessageSigner("key");
        var header = Frames.Header("execute_request", "m", "s");
        var frames = Frames.Signed(signer, header, """{"code":"1"}""", """{"msg_id":"p"}""");
        var message = new MessageDecoder(signer, new ReplayGuard()).Read([Frames.Of("a"), Frames.Of("b"), .. frames, Frames.Of("a buffer")]);
        Assert.Equal(["a", "b"], message.Route.Select(Frames.Text));
        Assert.Equal(("m", "s", "execute_request"), (message.Header.Id, message.Header.Session, message.Header.Type));
        Assert.Equal(header, Frames.Text(message.Header.Json));
        Assert.Equal("p", message.ParentId);
        Assert.Equal("1", message.Content.Text("code"));
    }

    [Fact]
    public void A_message_that_comes_again_is_refused()
    {
        using var signer = new MessageSigner("key");
        var decoder = new MessageDecoder(signer, new ReplayGuard());
        var frames = Frames.Signed(signer, Frames.Header("execute_request"), "{}");
        decoder.Read(frames);
        Assert.Equal("it has come before", Assert.Throws<MessageException>(() => decoder.Read(frames)).Message);
        frames[1] = Frames.Of(Frames.Text(frames[1]).ToUpperInvariant());
        Assert.Equal("it has come before", Assert.Throws<MessageException>(() => decoder.Read(frames)).Message);
    }

    [Fact]
    public void A_wrong_signature_is_refused_before_anything_is_read()
    {
        using var signer = new MessageSigner("key");
        using var other = new MessageSigner("other");
        var decoder = new MessageDecoder(signer, new ReplayGuard());
        Assert.Equal("its signature is wrong", Assert.Throws<MessageException>(() => decoder.Read(Frames.Signed(other, Frames.Header("x"), "no JSON"))).Message);
        var unsigned = Frames.Signed(signer, Frames.Header("x"), "{}");
        unsigned[1] = default;
        Assert.Equal("its signature is wrong", Assert.Throws<MessageException>(() => decoder.Read(unsigned)).Message);
    }

    [Fact]
    public void Without_a_key_any_signature_is_taken_and_nothing_is_a_repetition()
    {
        using var signer = new MessageSigner("");
        var decoder = new MessageDecoder(signer, new ReplayGuard());
        var frames = Frames.Signed(signer, Frames.Header("x"), "{}");
        decoder.Read(frames);
        frames[1] = Frames.Of("whatever");
        Assert.Equal("x", decoder.Read(frames).Header.Type);
    }

    public static TheoryData<string, string, string> Malformed => new()
    {
        // header, content, problem
        { "", "{}", "its header is no JSON" },
        { "[]", "{}", "its header is no JSON object" },
        { "{}", "{}", "the field 'msg_id' is missing" },
        { """{"msg_id":"1"}""", "{}", "the field 'msg_type' is missing" },
        { """{"msg_id":1,"msg_type":"x"}""", "{}", "the field 'msg_id' is of the wrong type" },
        { """{"msg_id":"1","msg_type":["x"]}""", "{}", "the field 'msg_type' is of the wrong type" },
        { """{"msg_id":"1","msg_type":"x","session":{}}""", "{}", "the field 'session' is of the wrong type" },
        { """{"msg_id":"\ud800","msg_type":"x"}""", "{}", "the field 'msg_id' holds characters that are none" },
        { """{"msg_id":"1","msg_type":"x"}""", "", "its content is no JSON" },
        { """{"msg_id":"1","msg_type":"x"}""", "{", "its content is no JSON" },
        { """{"msg_id":"1","msg_type":"x"}""", "{} {}", "its content is no JSON" },
        { """{"msg_id":"1","msg_type":"x"}""", "1e999", "its content is no JSON object" },
        { """{"msg_id":"1","msg_type":"x"}""", "null", "its content is no JSON object" },
        { """{"msg_id":"1","msg_type":"x"}""", """{"a":DEEP}""", "its content is no JSON" },
        { """{"msg_id":"1","msg_type":"x"}""", "{\"a\":\"\uFFFF\"}", "its content is not UTF-8" },
    };

    [Theory]
    [MemberData(nameof(Malformed))]
    public void What_is_malformed_is_refused_with_a_reason_that_repeats_nothing(string header, string content, string problem)
    {
        using var signer = new MessageSigner("");
        var frames = Frames.Signed(signer, header, content.Replace("DEEP", Deep, StringComparison.Ordinal));
        if (content.Contains('\uFFFF', StringComparison.Ordinal)) frames[5] = new byte[] { (byte)'{', (byte)'"', 0xC3, (byte)'"', (byte)':', (byte)'1', (byte)'}' };
        Assert.Equal(problem, Assert.Throws<MessageException>(() => new MessageDecoder(signer, new ReplayGuard()).Read(frames)).Message);
    }

    [Fact]
    public void Too_few_frames_and_a_missing_delimiter_are_refused()
    {
        using var signer = new MessageSigner("");
        var decoder = new MessageDecoder(signer, new ReplayGuard());
        var whole = Frames.Signed(signer, Frames.Header("x"), "{}");
        for (var length = 1; length < whole.Length; length++)
            Assert.Equal("it has too few frames", Assert.Throws<MessageException>(() => decoder.Read(whole[..length])).Message);
        Assert.Equal("it has no delimiter", Assert.Throws<MessageException>(() => decoder.Read([])).Message);
        Assert.Equal("it has no delimiter", Assert.Throws<MessageException>(() => decoder.Read(whole[1..])).Message);
        Assert.Equal("it has no delimiter", Assert.Throws<MessageException>(() => decoder.Read([.. Enumerable.Repeat(Frames.Of("r"), 100), .. whole])).Message);
    }

    [Fact]
    public void A_header_that_would_burden_every_answer_is_refused()
    {
        using var signer = new MessageSigner("");
        var frames = Frames.Signed(signer, Frames.Header("x", new string('m', 70_000)), "{}");
        Assert.Equal("its header is too long", Assert.Throws<MessageException>(() => new MessageDecoder(signer, new ReplayGuard()).Read(frames)).Message);
    }

    [Fact]
    public void The_type_of_a_message_is_shown_in_the_log_without_what_could_steer_a_terminal()
    {
        var header = new MessageHeader("1", "", "\u001b[31mexecute\n" + new string('x', 100), default);
        Assert.Equal("??31mexecute?" + new string('x', 27), header.ShownType);
    }
}
