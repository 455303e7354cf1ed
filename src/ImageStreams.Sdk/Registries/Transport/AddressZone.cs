namespace ImageStreams.Registries;

/// <summary>The zones of addresses, from the least sensitive to the most.</summary>
internal enum AddressZone
{
    /// <summary>An address of the Internet.</summary>
    Public,

    /// <summary>An address of a private network.</summary>
    Private,

    /// <summary>The own machine.</summary>
    Loopback,

    /// <summary>The local link, multicast and reserved addresses, such as metadata services.</summary>
    LinkLocal,
}
