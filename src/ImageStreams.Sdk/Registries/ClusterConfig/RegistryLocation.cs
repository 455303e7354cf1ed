using ImageStreams.Serialization;

namespace ImageStreams.Registries;

/// <summary>A registry that images may be imported from.</summary>
[WireObject]
public sealed partial record RegistryLocation
{
    /// <summary>The host and optional port, in which <c>*</c> stands for any text and <c>?</c> for any character.</summary>
    [WireField("domainName")]
    public string DomainName { get; init; } = "";

    /// <summary>Gets a value indicating whether a name without a port means port 80 instead of port 443.</summary>
    [WireField("insecure", OmitEmpty = true)]
    public bool Insecure { get; init; }
}
