namespace ImageStreams;

/// <summary>The names of annotations of image streams and their spec tags that OpenShift acts on.</summary>
public static class ImageStreamAnnotations
{
    /// <summary>
    /// The time at which the import controller last checked the stream; removing the annotation requests another check.
    /// </summary>
    public const string RepositoryCheck = "openshift.io/image.dockerRepositoryCheck";

    /// <summary>
    /// The value <c>true</c> accepts an unverified certificate and plain HTTP when the repository is imported.
    /// </summary>
    public const string InsecureRepository = "openshift.io/image.insecureRepository";

    /// <summary>
    /// The processor architecture, such as <c>arm64</c>, whose image a tag gets from an index under
    /// <see cref="ImportMode.Legacy"/>. An annotation of a spec tag, which counts before the preference of the importer.
    /// </summary>
    /// <remarks>Without effect on a tag that follows an image by digest, as in OpenShift.</remarks>
    public const string PreferredArchitecture = "importer.image.openshift.io/prefer-arch";

    /// <summary>
    /// The operating system, such as <c>windows</c>, whose image a tag gets from an index; as
    /// <see cref="PreferredArchitecture"/>.
    /// </summary>
    public const string PreferredOs = "importer.image.openshift.io/prefer-os";

    /// <summary>Determines whether <see cref="InsecureRepository"/> is <c>true</c>.</summary>
    internal static bool AllowsInsecure(ObjectMeta metadata) =>
        metadata.Annotations.TryGetValue(InsecureRepository, out var text) && text == "true";
}
