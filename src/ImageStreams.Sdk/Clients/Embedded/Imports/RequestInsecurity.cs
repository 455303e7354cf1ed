using ImageStreams.Collections;
using ImageStreams.References;

namespace ImageStreams.Clients;

/// <summary>Determines the repositories of one import that may be contacted without verified TLS.</summary>
/// <remarks>
/// OpenShift contacts each repository once for all images of a request, with the <c>importPolicy.insecure</c> of the first
/// of them, even for images that require TLS.
/// </remarks>
internal sealed class RequestInsecurity
{
    private readonly Dictionary<(string Registry, string Repository), bool> _first = [];

    /// <param name="images">The requested images.</param>
    /// <param name="perImage">True to apply the policy of each image to that image only.</param>
    public RequestInsecurity(ValueList<ImageImportSpec> images, bool perImage)
    {
        foreach (var image in images)
        {
            if (!perImage && FindRepository(image.From) is { } repository)
            {
                _first.TryAdd(repository, image.ImportPolicy.Insecure);
            }
        }
    }

    /// <summary>Determines whether the repository of an image may be contacted without verified TLS.</summary>
    public bool IsInsecure(ImageImportSpec image) =>
        FindRepository(image.From) is { } repository && _first.TryGetValue(repository, out var first)
            ? first
            : image.ImportPolicy.Insecure;

    /// <summary>Determines whether a repository may be listed without verified TLS: as it wants, or as the first of its
    /// images does, because OpenShift contacts the repository for the images first.</summary>
    public bool IsInsecure(RepositoryImportSpec repository) => repository.ImportPolicy.Insecure
        || (FindRepository(repository.From) is { } location && _first.GetValueOrDefault(location));

    private static (string Registry, string Repository)? FindRepository(ObjectReference from)
    {
        if (!ImageReference.TryParse(from.Name, out var reference))
        {
            return null;
        }

        var complete = reference.ToDockerClientDefaults();
        return (complete.Registry, complete.RepositoryName);
    }
}
