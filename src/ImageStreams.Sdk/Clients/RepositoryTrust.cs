using ImageStreams.Collections;
using ImageStreams.References;

namespace ImageStreams.Clients;

/// <summary>Whether repositories may be asked without TLS in one import.</summary>
/// <remarks>
/// OpenShift asks each repository once for all images of a request, and the first of them says how. So an image that
/// allows no TLS is not had where one before it, of the same repository, wants it; and the other way round.
/// </remarks>
internal sealed class RepositoryTrust
{
    private readonly Dictionary<(string Registry, string Repository), bool> _first = [];

    public RepositoryTrust(ValueList<ImageImportSpec> images)
    {
        foreach (var image in images)
        {
            if (RepositoryOf(image) is { } repository)
            {
                _first.TryAdd(repository, image.ImportPolicy.Insecure);
            }
        }
    }

    /// <summary>Whether the repository of an image may be asked without TLS.</summary>
    public bool IsInsecure(ImageImportSpec image) => RepositoryOf(image) is { } repository
        ? _first[repository]
        : image.ImportPolicy.Insecure;

    private static (string Registry, string Repository)? RepositoryOf(ImageImportSpec image)
    {
        if (!ImageReference.TryParse(image.From.Name, out var reference))
        {
            return null;
        }

        var complete = reference.ToDockerClientDefaults();
        return (complete.Registry, complete.RepositoryName);
    }
}
