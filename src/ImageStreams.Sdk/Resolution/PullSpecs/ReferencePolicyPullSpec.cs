using ImageStreams.References;

namespace ImageStreams.Resolution;

/// <summary>The pull spec of an event under a reference policy.</summary>
/// <param name="Origin">The effect of the policy.</param>
/// <param name="Event">The event.</param>
/// <param name="Repository">The stream's repository.</param>
/// <param name="PathLength">The length of the path of images in the repository; 0 without one.</param>
internal readonly record struct ReferencePolicyPullSpec(
    PullSpecOrigin Origin, TagEvent Event, string Repository, int PathLength)
{
    /// <summary>The pull spec; nothing else is allocated.</summary>
    /// <remarks>Empty when the repository is a registry alone, as in OpenShift.</remarks>
    public string Text
    {
        get
        {
            if (Origin != PullSpecOrigin.InternalRepository)
            {
                return Event.DockerImageReference;
            }

            var separator = IsDigest(Event.Image) ? "@" : ":";
            return PathLength == 0 ? "" : string.Concat(Repository.AsSpan(0, PathLength), separator, Event.Image);
        }
    }

    /// <summary>Applies the reference policy of a spec tag.</summary>
    /// <param name="stream">The stream.</param>
    /// <param name="repository">The repository of the stream, or one to use instead.</param>
    /// <param name="specTag">The spec tag; null when there is none.</param>
    /// <param name="latest">The event.</param>
    public static ReferencePolicyPullSpec Create(
        ImageStream stream, string repository, TagReference? specTag, TagEvent latest)
    {
        if (FindSourceOrigin(repository, specTag, latest) is { } origin)
        {
            return new ReferencePolicyPullSpec(origin, latest, repository, PathLength: 0);
        }

        var path = stream.Status.GetRepositoryPath(repository);
        return path.IsValid
            ? new ReferencePolicyPullSpec(PullSpecOrigin.InternalRepository, latest, repository, path.Length)
            : new ReferencePolicyPullSpec(PullSpecOrigin.LocalWithInvalidRepository, latest, repository, PathLength: 0);
    }

    /// <summary>Finds the reason to pull from the source; null when the image is pulled from the repository.</summary>
    private static PullSpecOrigin? FindSourceOrigin(string repository, TagReference? specTag, TagEvent latest)
    {
        if (specTag is null)
        {
            return PullSpecOrigin.NoPolicy;
        }

        if (specTag.ReferencePolicy.Type != ReferencePolicyType.Local)
        {
            return PullSpecOrigin.Source;
        }

        if (latest.Image.Length == 0)
        {
            return PullSpecOrigin.LocalWithoutImage;
        }

        return repository.Length == 0 ? PullSpecOrigin.LocalWithoutRepository : null;
    }

    private static bool IsDigest(string image) => DigestScanner.TryScan(image, out _);
}
