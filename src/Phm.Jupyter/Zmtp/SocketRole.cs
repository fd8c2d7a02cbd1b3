namespace Phm.Jupyter.Zmtp;

/// <summary>The socket types of ZMTP 3.0 that a kernel or its clients may meet.</summary>
internal enum SocketRole
{
    Dealer,
    Router,
    Request,
    Reply,
    Publisher,
    Subscriber,
    ExtendedPublisher,
    ExtendedSubscriber,
}
