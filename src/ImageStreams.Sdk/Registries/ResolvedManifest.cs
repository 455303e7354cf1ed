namespace ImageStreams.Registries;

/// <summary>The manifest that a tag or digest resolves to at the moment of the request.</summary>
public sealed record ResolvedManifest
{
    /// <summary>The digest, media type and size of the manifest.</summary>
    public required RegistryDescriptor Descriptor { get; init; }

    /// <summary>The registry or mirror that answered.</summary>
    public required ServingRegistry Source { get; init; }

    /// <summary>Returns the digest and the location of the manifest, such as <c>sha256:… at quay.io/team/app</c>.</summary>
    public override string ToString() => $"{Descriptor.Digest} at {Source}";
}
