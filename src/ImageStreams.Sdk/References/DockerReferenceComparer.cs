namespace ImageStreams.References;

/// <summary>
/// Compares references as a Docker client reads them: <c>foo</c> is <c>docker.io/library/foo:latest</c>.
/// </summary>
/// <remarks>
/// All five parts must be equal once <see cref="ImageReference.ToDockerClientDefaults"/> has filled the empty ones.
/// This is OpenShift's notion of equality, in which Docker Hub's names remain three registries, and
/// <c>foo@sha256:…</c> has the tag <c>latest</c>.
/// </remarks>
public sealed class DockerReferenceComparer : IEqualityComparer<ImageReference>
{
    private DockerReferenceComparer()
    {
    }

    /// <summary>The one comparer; it has no state.</summary>
    public static DockerReferenceComparer Instance { get; } = new();

    /// <inheritdoc/>
    public bool Equals(ImageReference? x, ImageReference? y) =>
        x is null || y is null
            ? x is null && y is null
            : x.ToDockerClientDefaults().Equals(y.ToDockerClientDefaults());

    /// <inheritdoc/>
    public int GetHashCode(ImageReference obj)
    {
        ArgumentNullException.ThrowIfNull(obj);
        return obj.ToDockerClientDefaults().GetHashCode();
    }
}
