using System.Diagnostics.CodeAnalysis;
using ImageStreams.References;

namespace ImageStreams.Resolution;

/// <summary>Determines whether a stream still waits for the import of a whole repository.</summary>
/// <remarks>
/// OpenShift imports the tags of <c>spec.dockerImageRepository</c> once, when the stream has no annotation <see
/// cref="ImageStreamAnnotations.RepositoryCheck"/>, and writes the annotation afterwards, whether or not the import has
/// succeeded. Before that, nobody knows which tags the stream will have; after it, a tag that is missing stays missing.
/// </remarks>
internal static class RepositoryImport
{
    /// <summary>Determines whether the repository of a stream may bring a tag of which the stream has nothing yet.</summary>
    /// <param name="stream">The stream; null when it does not exist.</param>
    /// <param name="tag">The tag's name.</param>
    public static bool IsAwaited([NotNullWhen(true)] ImageStream? stream, string tag) =>
        stream is not null
        && IsAwaited(stream)
        && !stream.Spec.Tags.Contains(tag)
        && !stream.Status.Tags.Contains(tag);

    /// <summary>Determines whether a stream has a repository that was never imported.</summary>
    public static bool IsAwaited(ImageStream stream) =>
        !string.IsNullOrEmpty(stream.Spec.DockerImageRepository)
        && !IsChecked(stream)
        && ReferenceScanner.TryScan(stream.Spec.DockerImageRepository, out _, out _);

    /// <summary>Determines whether OpenShift has imported a stream at least once.</summary>
    public static bool IsChecked(ImageStream stream) =>
        stream.Metadata.Annotations.TryGetValue(ImageStreamAnnotations.RepositoryCheck, out var check)
        && !string.IsNullOrEmpty(check);
}
