using ImageStreams.References;
using ImageStreams.Resolution;

namespace ImageStreams.Workspaces;

/// <summary>Creates the events that tags have under assumptions, by the rules by which the API server creates them.</summary>
/// <param name="streams">The streams, and the tags that builds push.</param>
/// <param name="registry">The host and port of the integrated registry; empty when there is none.</param>
internal sealed class AssumedEvents(ImageStreamSet streams, string registry)
{
    private readonly Dictionary<ImageStream, ImageIndex> _images = new(ReferenceEqualityComparer.Instance);

    /// <summary>Gets the repository of a stream, as the API server adds it when a stream is read; empty without one.</summary>
    public string GetRepository(ImageStream stream) => stream.Status.DockerImageRepository switch
    {
        { Length: > 0 } repository => repository,
        _ when registry.Length == 0 => "",
        _ => $"{registry}/{stream.Namespace}/{stream.Name}",
    };

    /// <summary>Creates the event of a tag that imports an image; a tag that only refers to it gets no image.</summary>
    public static AssumedTag Import(TagReference specTag, ImageReference pullSpec) => new(
        CreateEvent(pullSpec.ToExactString(), specTag.Reference ? "" : pullSpec.Id),
        HasImage: !specTag.Reference,
        WorkspaceAssumptions.AssumeImported);

    /// <summary>Creates the event of a tag that names an image of a stream: one of its history, or any whole digest.</summary>
    public AssumedTag? Pin(ImageStreamTagName tag, TagSource image)
    {
        if (streams.Find(image.Namespace, image.Stream) is not { } source)
        {
            return null;
        }

        var imported = FindImages(source).Resolve(image.Selector) switch
        {
            StreamImageResult.Found found => found.ToEvent(default),
            StreamImageResult.NotFound when Digest.TryParse(image.Selector, out _)
                && GetRepository(source) is { Length: > 0 } repository =>
                    CreateEvent($"{repository}@{image.Selector}", image.Selector),
            _ => null,
        };
        return imported is null
            ? null
            : Follow(tag, image.StreamName, new AssumedTag(imported, HasImage: true, WorkspaceAssumptions.AsStored));
    }

    /// <summary>Creates the event of a tag that a build pushes; null when none does, or there is no registry to push to.</summary>
    public AssumedTag? Push(ImageStream stream, ImageStreamTagName tag) =>
        !streams.FindFirstBuilds(tag).IsEmpty && GetRepository(stream) is { Length: > 0 } repository
            ? new AssumedTag(CreateEvent($"{repository}:{tag.Tag}", ""), HasImage: true, WorkspaceAssumptions.AssumePushed)
            : null;

    /// <summary>Creates the event of a tag that follows another one.</summary>
    /// <remarks>An image in the repository of the other stream is one of the tag's own stream then, as in OpenShift.</remarks>
    public AssumedTag Follow(ImageStreamTagName tag, ImageStreamName source, AssumedTag followed)
    {
        var restsOn = followed.RestsOn | WorkspaceAssumptions.AssumeImported;
        var stream = streams.Find(tag.Namespace, tag.Stream)!;
        var isMoved = tag.StreamName != source
            && stream.Spec.Tags.Find(tag.Tag) is { Reference: false }
            && IsIn(followed.Event, streams.Find(source.Namespace, source.Name)!);
        return followed with
        {
            Event = isMoved ? Rename(followed.Event, GetRepository(stream), tag.Tag) : followed.Event,
            RestsOn = restsOn,
        };
    }

    /// <summary>Completes the event of a tag: its generation, and the pull spec under the policy <c>Local</c> when the digest is
    /// unknown, which is by the tag's own name.</summary>
    public TagEvent Complete(ImageStream stream, string tag, AssumedTag assumed)
    {
        var specTag = stream.Spec.Tags.Find(tag);
        var complete = assumed.Event with { Generation = specTag?.Generation ?? 0 };
        return specTag?.ReferencePolicy.Type == ReferencePolicyType.Local
            && assumed is { HasImage: true, Event.Image.Length: 0 }
            && GetRepository(stream) is { Length: > 0 } repository
                ? complete with { DockerImageReference = $"{repository}:{tag}" }
                : complete;
    }

    private ImageIndex FindImages(ImageStream stream)
    {
        if (!_images.TryGetValue(stream, out var index))
        {
            index = new ImageIndex(stream);
            _images.Add(stream, index);
        }

        return index;
    }

    private bool IsIn(TagEvent followed, ImageStream source) =>
        ImageReference.TryParse(followed.DockerImageReference, out var pullSpec)
        && pullSpec.ToRepository().ToExactString() == GetRepository(source);

    private static TagEvent Rename(TagEvent followed, string repository, string tag) => followed with
    {
        DockerImageReference = ImageReference.Parse(followed.DockerImageReference) is { Id: { Length: > 0 } id }
            ? $"{repository}@{id}"
            : $"{repository}:{tag}",
    };

    private static TagEvent CreateEvent(string pullSpec, string image) => new() { DockerImageReference = pullSpec, Image = image };
}
