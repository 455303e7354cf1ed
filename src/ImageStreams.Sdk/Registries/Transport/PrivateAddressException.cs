using System.Net;

namespace ImageStreams.Registries;

/// <summary>The exception of a host that has only addresses to which its registry must not lead.</summary>
internal sealed class PrivateAddressException(IPAddress address) : IOException($"{address} is not a public address.")
{
    public IPAddress Address => address;
}
