using ImageStreams.References;

namespace ImageStreams.Resolution;

/// <summary>The pull spec of an event: in the integrated registry where the policy says so and there is one.</summary>
/// <param name="Origin">Where it leads to, and why there.</param>
/// <param name="Event">The event.</param>
/// <param name="Repository">The stream's repository.</param>
/// <param name="PathLength">How much of the repository names its images; 0 elsewhere.</param>
internal readonly record struct ReferencePolicyPullSpec(PullSpecOrigin Origin, TagEvent Event, string Repository, int PathLength)
{
    /// <summary>The pull spec; nothing else is allocated.</summary>
    /// <remarks>Empty when the repository is a registry alone, as in OpenShift.</remarks>
    public string Text => Origin != PullSpecOrigin.InternalRepository ? Event.DockerImageReference
        : PathLength == 0 ? ""
        : string.Concat(Repository.AsSpan(0, PathLength), IsDigest(Event.Image) ? "@" : ":", Event.Image);

    /// <summary>Chooses under the policy of a wish, by the repository of a stream or one that stands in for it.</summary>
    public static ReferencePolicyPullSpec Create(ImageStream stream, string repository, TagReference? specTag, TagEvent latest)
    {
        var path = default(RepositoryPath);
        var origin = specTag is null ? PullSpecOrigin.NoPolicy
            : specTag.ReferencePolicy.Type != ReferencePolicyType.Local ? PullSpecOrigin.Source
            : latest.Image.Length == 0 ? PullSpecOrigin.LocalWithoutImage
            : repository.Length == 0 ? PullSpecOrigin.LocalWithoutRepository
            : (path = stream.Status.GetRepositoryPath(repository)).IsValid ? PullSpecOrigin.InternalRepository
            : PullSpecOrigin.LocalWithInvalidRepository;
        return new ReferencePolicyPullSpec(origin, latest, repository, path.IsValid ? path.Length : 0);
    }

    private static bool IsDigest(string image) => DigestScanner.TryScan(image, out _);
}
