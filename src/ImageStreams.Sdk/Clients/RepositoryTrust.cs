using ImageStreams.Collections;
using ImageStreams.References;

namespace ImageStreams.Clients;

/// <summary>Whether repositories may be asked without TLS in one import.</summary>
/// <remarks>
/// OpenShift asks each repository once for all images of a request, and the first of them says how. So an image that can
/// do without TLS is not had where the first one of the same repository wants it. The other way round OpenShift also
/// gives TLS up for images that want it; here they keep it.
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
    public bool IsInsecure(ImageImportSpec image) =>
        image.ImportPolicy.Insecure && (RepositoryOf(image) is not { } repository || _first[repository]);

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
