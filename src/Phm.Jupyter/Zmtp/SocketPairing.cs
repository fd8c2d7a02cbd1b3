using System.Text;

namespace Phm.Jupyter.Zmtp;

/// <summary>How socket types are named on the wire, and which may talk with which (RFC 23, "Socket-Type").</summary>
internal static class SocketPairing
{
    public static string NameOf(SocketRole role) => role switch
    {
        SocketRole.Dealer => "DEALER",
        SocketRole.Router => "ROUTER",
        SocketRole.Request => "REQ",
        SocketRole.Reply => "REP",
        SocketRole.Publisher => "PUB",
        SocketRole.Subscriber => "SUB",
        SocketRole.ExtendedPublisher => "XPUB",
        _ => "XSUB",
    };

    /// <summary>The socket type of a name, or null where it is none of ours.</summary>
    public static SocketRole? Parse(ReadOnlySpan<byte> name)
    {
        foreach (var role in Enum.GetValues<SocketRole>())
        {
            if (name.SequenceEqual(Encoding.ASCII.GetBytes(NameOf(role)))) return role;
        }
        return null;
    }

    public static bool Accepts(SocketRole ours, SocketRole theirs) => ours switch
    {
        SocketRole.Router => theirs is SocketRole.Dealer or SocketRole.Request or SocketRole.Router,
        SocketRole.Dealer => theirs is SocketRole.Router or SocketRole.Dealer or SocketRole.Reply,
        SocketRole.Reply => theirs is SocketRole.Request or SocketRole.Dealer,
        SocketRole.Request => theirs is SocketRole.Reply or SocketRole.Router,
        SocketRole.Publisher or SocketRole.ExtendedPublisher => theirs is SocketRole.Subscriber or SocketRole.ExtendedSubscriber,
        _ => theirs is SocketRole.Publisher or SocketRole.ExtendedPublisher,
    };
}
