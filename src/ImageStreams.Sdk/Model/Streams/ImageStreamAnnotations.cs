namespace ImageStreams;

/// <summary>The names of annotations of image streams that OpenShift acts on.</summary>
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

    /// <summary>Determines whether <see cref="InsecureRepository"/> is <c>true</c>.</summary>
    internal static bool AllowsInsecure(ObjectMeta metadata) =>
        metadata.Annotations.TryGetValue(InsecureRepository, out var text) && text == "true";
}
