namespace ImageStreams.Registries;

/// <summary>Creates the <c>Accept</c> header of manifest requests.</summary>
internal static class AcceptHeader
{
    private static readonly string[] Preferred =
    [
        MediaTypes.OciIndex, MediaTypes.OciManifest, MediaTypes.DockerManifestList,
        MediaTypes.DockerSchema2, MediaTypes.DockerSchema1Signed, MediaTypes.DockerSchema1,
    ];

    /// <summary>Creates the value for some kinds of manifest, in a fixed order.</summary>
    public static string Create(ManifestKinds kinds) =>
        string.Join(", ", Preferred.Where(type => (MediaTypes.GetKind(type) & kinds) != 0));
}
