using System.Collections.Frozen;

namespace ImageStreams.Registries;

/// <summary>A set of hosts, each with a port or for all of its ports.</summary>
internal sealed class HostSet(IEnumerable<string> hosts)
{
    private readonly FrozenSet<string> _hosts = hosts.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    public bool Contains(Uri uri) =>
        _hosts.Contains(uri.Host) || _hosts.Contains(uri.Authority) || _hosts.Contains($"{uri.Host}:{uri.Port}");
}
