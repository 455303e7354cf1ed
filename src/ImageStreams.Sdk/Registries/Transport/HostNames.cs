namespace ImageStreams.Registries;

/// <summary>Reads the hosts of addresses that a registry sends.</summary>
internal static class HostNames
{
    /// <summary>Returns the host as it is resolved: a name in ASCII, whatever its spelling, an IPv6 address in brackets; empty
    /// for a name that cannot be resolved.</summary>
    public static string Get(Uri address)
    {
        try
        {
            return address.HostNameType == UriHostNameType.IPv6 ? address.Host : address.IdnHost;
        }
        catch (UriFormatException)
        {
            return "";   // characters that no name may have
        }
    }
}
