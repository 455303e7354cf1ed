using ImageStreams.References;

namespace ImageStreams.Resolution;

/// <summary>The pull spec of an event: in the integrated registry where the policy says so and there is one.</summary>
/// <param name="Origin">Where it leads to, and why there.</param>
/// <param name="Event">The event.</param>
/// <param name="Repository">The stream's repository.</param>
/// <param name="PathLength">How much of the repository names its images; 0 elsewhere.</param>
internal readonly record struct PullSpecChoice(PullSpecOrigin Origin, TagEvent Event, string Repository, int PathLength)
{
    /// <summary>The pull spec; nothing else is allocated.</summary>
    /// <remarks>Empty when the repository is a registry alone, as in OpenShift.</remarks>
    public string Text => Origin != PullSpecOrigin.InternalRepository ? Event.DockerImageReference
        : PathLength == 0 ? ""
        : string.Concat(Repository.AsSpan(0, PathLength), IsDigest(Event.Image) ? "@" : ":", Event.Image);

    /// <summary>Chooses under the policy of a wish, by the repository of a stream or one that stands in for it.</summary>
    public static PullSpecChoice Of(ImageStream stream, string repository, TagReference? wish, TagEvent newest)
    {
        var path = default(RepositoryPath);
        var origin = wish is null ? PullSpecOrigin.NoPolicy
            : wish.ReferencePolicy.Type != ReferencePolicyType.Local ? PullSpecOrigin.Source
            : newest.Image.Length == 0 ? PullSpecOrigin.LocalWithoutImage
            : repository.Length == 0 ? PullSpecOrigin.LocalWithoutRepository
            : (path = stream.Status.PathOf(repository)).IsValid ? PullSpecOrigin.InternalRepository
            : PullSpecOrigin.LocalWithInvalidRepository;
        return new PullSpecChoice(origin, newest, repository, path.IsValid ? path.Length : 0);
    }

    private static bool IsDigest(string image) => DigestScanner.TryScan(image, out _);
}
