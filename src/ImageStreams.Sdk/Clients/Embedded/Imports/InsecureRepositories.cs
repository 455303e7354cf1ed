using ImageStreams.Collections;
using ImageStreams.References;

namespace ImageStreams.Clients;

/// <summary>Whether repositories may be asked without TLS in one import.</summary>
/// <remarks>
/// OpenShift asks each repository once for all images of a request, and the first of them says how, for those that want
/// TLS as well as for those that can do without.
/// </remarks>
internal sealed class InsecureRepositories
{
    private readonly Dictionary<(string Registry, string Repository), bool> _first = [];

    /// <param name="images">What is asked for.</param>
    /// <param name="each">Whether each image says it for itself.</param>
    public InsecureRepositories(ValueList<ImageImportSpec> images, bool each)
    {
        foreach (var image in images)
        {
            if (!each && FindRepository(image) is { } repository)
            {
                _first.TryAdd(repository, image.ImportPolicy.Insecure);
            }
        }
    }

    /// <summary>Whether the repository of an image may be asked without TLS.</summary>
    public bool IsInsecure(ImageImportSpec image) =>
        FindRepository(image) is { } repository && _first.TryGetValue(repository, out var first)
            ? first
            : image.ImportPolicy.Insecure;

    private static (string Registry, string Repository)? FindRepository(ImageImportSpec image)
    {
        if (!ImageReference.TryParse(image.From.Name, out var reference))
        {
            return null;
        }

        var complete = reference.ToDockerClientDefaults();
        return (complete.Registry, complete.RepositoryName);
    }
}
