namespace ImageStreams.Registries;

/// <summary>A source of handlers that checks addresses after names were resolved, and knows those of the registries that were
/// contacted.</summary>
internal interface IAddressGuard
{
    /// <summary>Returns the most sensitive zone in which the host of an endpoint may be.</summary>
    AddressZone GetReach(RegistryEndpoint endpoint);
}
