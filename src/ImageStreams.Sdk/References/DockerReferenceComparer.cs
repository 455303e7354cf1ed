namespace ImageStreams.References;

/// <summary>
/// Compares references as a Docker client reads them: <c>foo</c> equals <c>docker.io/library/foo:latest</c>.
/// </summary>
/// <remarks>
/// Fills in the defaults with <see cref="ImageReference.ToDockerClientDefaults"/> and compares all five parts. As in
/// OpenShift, Docker Hub's three names are three registries, and <c>foo@sha256:…</c> has the tag <c>latest</c>.
/// </remarks>
public sealed class DockerReferenceComparer : IEqualityComparer<ImageReference>
{
    private DockerReferenceComparer()
    {
    }

    /// <summary>The only instance; it has no state.</summary>
    public static DockerReferenceComparer Instance { get; } = new();

    /// <inheritdoc/>
    public bool Equals(ImageReference? x, ImageReference? y) =>
        x?.ToDockerClientDefaults() == y?.ToDockerClientDefaults();

    /// <inheritdoc/>
    /// <exception cref="ArgumentNullException"><paramref name="obj"/> is null.</exception>
    public int GetHashCode(ImageReference obj)
    {
        ArgumentNullException.ThrowIfNull(obj);
        return obj.ToDockerClientDefaults().GetHashCode();
    }
}
