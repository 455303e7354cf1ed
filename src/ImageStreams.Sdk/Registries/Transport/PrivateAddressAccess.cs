namespace ImageStreams.Registries;

/// <summary>The hosts that may have addresses that are not public: those of private networks, of the own machine, and of the
/// local link, such as the metadata service of a cloud.</summary>
/// <remarks>Addresses are checked after the name was resolved, for every connection. A proxy resolves names itself, so only
/// addresses that a URL spells out are checked then.</remarks>
public enum PrivateAddressAccess
{
    /// <summary>A registry that the caller names may have any address. A redirect or a challenge leads to an address of a
    /// private network only from a registry that has one itself, to the own machine only from there, and never to the local
    /// link.</summary>
    FromPrivateRegistries,

    /// <summary>Only the hosts in <see cref="RegistryClientOptions.PrivateHosts"/>, registries included: for services whose
    /// users name the registries.</summary>
    ListedHosts,

    /// <summary>Every host.</summary>
    Everywhere,
}
