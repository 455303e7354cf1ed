using ImageStreams.References;

namespace ImageStreams.Graphs;

/// <summary>What images outside of streams are called.</summary>
internal static class ExternalImages
{
    /// <summary>The one name of an image: as a Docker client reads it, so that <c>ruby</c> is Docker Hub's.</summary>
    /// <returns>That name, or the text as it is when it is no reference.</returns>
    public static string GetName(string pullSpec) => ImageReference.TryParse(pullSpec, out var reference)
        ? reference.ToDockerClientDefaults().ToString()
        : pullSpec;
}
