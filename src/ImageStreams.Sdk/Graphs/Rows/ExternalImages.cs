using ImageStreams.References;

namespace ImageStreams.Graphs;

/// <summary>Names of images outside the streams.</summary>
internal static class ExternalImages
{
    /// <summary>Gets the one name of an image, as a Docker client reads it: <c>ruby</c> is that of Docker Hub.</summary>
    /// <returns>The name, or the text itself when it is not a valid reference.</returns>
    public static string GetName(string pullSpec) => ImageReference.TryParse(pullSpec, out var reference)
        ? reference.ToDockerClientDefaults().ToString()
        : pullSpec;
}
