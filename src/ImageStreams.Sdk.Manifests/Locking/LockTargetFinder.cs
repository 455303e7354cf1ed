using ImageStreams.Collections;
using ImageStreams.References;
using ImageStreams.Resolution;
using ImageStreams.Workspaces;

namespace ImageStreams.Manifests;

/// <summary>Finds the images that requested tags lead to: along streams where the name is one of a stream, else as they stand.</summary>
internal sealed class LockTargetFinder(ImageLockRequest request)
{
    private readonly HashSet<ImageStreamName> _streams =
        [.. request.Streams?.Objects.Streams.Select(ImageStreamName.From) ?? []];

    /// <summary>Finds the image of a tag.</summary>
    public LockTarget Find(string tag)
    {
        if (FindStreamTag(tag) is { } name)
        {
            return FollowStreams(tag, name, request.Streams!.Resolve(name));
        }

        if (!ImageReference.TryParse(tag, out var reference) || reference.Name.Length == 0)
        {
            return Fail(tag, ImageLockProblemKind.InvalidName, LockProblemTexts.InvalidName);
        }

        return reference.Registry.Length > 0 || request.AllowShortNames
            ? new LockTarget.Image { Tag = tag, PullSpec = Complete(tag, reference), Reference = reference }
            : Fail(tag, ImageLockProblemKind.UnknownStream, LockProblemTexts.UnknownStream(tag, reference));
    }

    private ImageStreamTagName? FindStreamTag(string tag)
    {
        var complete = tag.Contains(':', StringComparison.Ordinal) ? tag : $"{tag}:latest";
        if (_streams.Count == 0 || !ImageStreamTagName.TryParse(complete, out var name))
        {
            return null;
        }

        name = name.Namespace.Length == 0 ? name.WithNamespace(request.DefaultNamespace) : name;
        return _streams.Contains(name.StreamName) ? name : null;
    }

    //   requested ──follows──▶ tag ──follows──▶ an image: by digest where a history decides, else by the name at the end
    private LockTarget FollowStreams(string tag, ImageStreamTagName name, WorkspaceResolution found)
    {
        var end = FindEnd(found.Resolution.Path);
        return found switch
        {
            { Resolution: TagResolution.Resolved { HasNewer: false } stored, RestsOn: WorkspaceAssumptions.AsStored }
                when !request.IgnoreStatus || end is null => CreateStored(tag, stored, end),
            _ when end is not null => CreateFollowed(tag, found.Resolution.Path, end),
            { Resolution: TagResolution.Resolved resolved } => CreateStored(tag, resolved, end),
            _ => Fail(tag, ImageLockProblemKind.NoImage, LockProblemTexts.NoImage(name, found)),
        };
    }

    private LockTarget CreateStored(string tag, TagResolution.Resolved resolved, string? end)
    {
        if (!ImageReference.TryParse(resolved.Event.DockerImageReference, out var stored) || stored.Name.Length == 0)
        {
            return Fail(tag, ImageLockProblemKind.NoImage, LockProblemTexts.InvalidPullSpec(resolved.Event.DockerImageReference));
        }

        return new LockTarget.Image
        {
            Tag = tag,
            Path = ReadPath(resolved.Path, resolved.DecidedAt),
            PullSpec = HasSameRepository(end, stored) ? end! : Complete(resolved.Event.DockerImageReference, stored),
            Reference = stored,
            Source = stored.Digest is null ? LockedImageSource.Registry : request.StreamSource,
            IsInsecure = IsInsecure(resolved.DecidedBy),
        };
    }

    private static LockTarget.Image CreateFollowed(string tag, TagPath path, string end)
    {
        var reference = ImageReference.Parse(end);
        return new LockTarget.Image
        {
            Tag = tag,
            Path = ReadPath(path, path.Hops.Count - 1),
            PullSpec = Complete(end, reference),
            Reference = reference,
            IsInsecure = IsInsecure(path.Last),
        };
    }

    /// <summary>Finds the pull spec at the end of a path; null when it ends otherwise.</summary>
    private static string? FindEnd(TagPath path) =>
        path is { End: TagPathEnd.Arrived, Last.Reference.From: { Kind: ReferenceKinds.DockerImage, Name: { } pullSpec } }
        && ImageReference.TryParse(pullSpec, out var reference) && reference.Name.Length > 0
            ? pullSpec
            : null;

    private static bool HasSameRepository(string? end, ImageReference stored) => end is not null
        && DockerReferenceComparer.Instance.Equals(ImageReference.Parse(end).ToRepository(), stored.ToRepository());

    private static bool IsInsecure(TagHop hop) => hop.Reference?.ImportPolicy.Insecure ?? false;

    private static ValueList<string> ReadPath(TagPath path, int last) => [.. path.Hops.Take(last + 1).Select(hop => hop.Name)];

    /// <summary>Writes the registry into a name of Docker Hub, which every reader of the lock then reads alike.</summary>
    private static string Complete(string text, ImageReference reference) => reference.Registry.Length > 0
        ? text
        : reference.WithRegistry("docker.io").ToString();

    private static LockTarget.Failed Fail(string tag, ImageLockProblemKind kind, string message) =>
        new() { Tag = tag, Problem = new ImageLockProblem { Tag = tag, Kind = kind, Message = message } };
}
