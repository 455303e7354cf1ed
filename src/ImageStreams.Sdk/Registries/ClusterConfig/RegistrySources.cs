using ImageStreams.Collections;
using ImageStreams.Serialization;

namespace ImageStreams.Registries;

/// <summary>The registries that a cluster blocks, contacts without a trusted certificate, or exclusively allows.</summary>
/// <remarks>Entries are <c>host[:port][/namespace…][/repository]</c>, or <c>*.host</c> for its subdomains.</remarks>
[WireObject]
public sealed partial record RegistrySources
{
    /// <summary>The registries without a trusted certificate, or without TLS.</summary>
    [WireField("insecureRegistries", OmitEmpty = true)]
    public ValueList<string> InsecureRegistries { get; init; }

    /// <summary>The registries that are never contacted.</summary>
    [WireField("blockedRegistries", OmitEmpty = true)]
    public ValueList<string> BlockedRegistries { get; init; }

    /// <summary>The registries whose images may be used; empty for all.</summary>
    [WireField("allowedRegistries", OmitEmpty = true)]
    public ValueList<string> AllowedRegistries { get; init; }
}
