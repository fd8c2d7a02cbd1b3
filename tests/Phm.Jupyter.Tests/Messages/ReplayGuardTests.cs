using System.Security.Cryptography;
using System.Text;
using Phm.Jupyter.Messages;

namespace Phm.Jupyter.Tests.Messages;

public sealed class ReplayGuardTests
{
    [Fact]
    public void A_signature_is_new_once()
    {
        var guard = new ReplayGuard();
        Assert.True(guard.IsNew(Signature(1)));
        Assert.False(guard.IsNew(Signature(1)));
        Assert.True(guard.IsNew(Signature(2)));
    }

    [Fact]
    public void The_oldest_signatures_give_way_to_keep_the_memory_bounded()
    {
        var guard = new ReplayGuard(capacity: 3);
        for (var i = 1; i <= 4; i++) Assert.True(guard.IsNew(Signature(i)));
        Assert.False(guard.IsNew(Signature(2)));
        Assert.True(guard.IsNew(Signature(1)));
    }

    private static byte[] Signature(int number) => SHA256.HashData(Encoding.UTF8.GetBytes($"message {number}"));
}
