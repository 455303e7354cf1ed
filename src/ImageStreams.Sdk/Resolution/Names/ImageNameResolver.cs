using ImageStreams.References;

namespace ImageStreams.Resolution;

/// <summary>Says what the name of an image means in a namespace: which image stream, and what to pull.</summary>
/// <remarks>
/// The rules by which OpenShift admits workloads. A bare name such as <c>ruby</c> means a stream of the namespace at
/// hand if that stream says so (<see cref="ImageLookupPolicy.Local"/>). Pure; safe to share between threads.
/// </remarks>
public sealed partial class ImageNameResolver
{
    private readonly ImageStreamSet _streams;
    private readonly ImageSet _images;
    private readonly string _internalRegistryHostname;

    /// <summary>Answers from streams; the images that exist are those that their histories name.</summary>
    /// <param name="streams">The streams that exist.</param>
    /// <param name="internalRegistryHostname">The integrated registry's host and port; empty when there is
    /// none.</param>
    public ImageNameResolver(IReadOnlyCollection<ImageStream> streams, string internalRegistryHostname)
        : this(new ImageStreamSet(streams), ImageSet.FromHistories(streams), internalRegistryHostname)
    {
    }

    /// <summary>Answers from streams and images, as a cluster does.</summary>
    /// <param name="streams">The streams that exist.</param>
    /// <param name="images">The images that exist.</param>
    /// <param name="internalRegistryHostname">The integrated registry's host and port; empty when there is
    /// none.</param>
    public ImageNameResolver(ImageStreamSet streams, ImageSet images, string internalRegistryHostname)
    {
        ArgumentNullException.ThrowIfNull(streams);
        ArgumentNullException.ThrowIfNull(images);
        ArgumentNullException.ThrowIfNull(internalRegistryHostname);

        _streams = streams;
        _images = images;
        _internalRegistryHostname = internalRegistryHostname;
    }

    /// <summary>What an image means that a container names, such as <c>ruby</c>.</summary>
    /// <param name="image">The name or pull spec.</param>
    /// <param name="ns">The namespace of the object that names it.</param>
    public ImageNameResolution Resolve(string image, string ns) => Resolve(ObjectReference.DockerImage(image), ns);

    /// <summary>What a reference means.</summary>
    /// <param name="reference">The reference.</param>
    /// <param name="ns">The namespace of the object that holds it.</param>
    /// <param name="resolveAllNames">
    /// Whether every pull spec counts as the name of a stream here, whatever its registry and namespace and whatever the
    /// stream says; false by default. Makes no difference to references of another kind.
    /// </param>
    public ImageNameResolution Resolve(ObjectReference reference, string ns, bool resolveAllNames = false)
    {
        ArgumentNullException.ThrowIfNull(reference);
        ArgumentNullException.ThrowIfNull(ns);

        var name = reference.Name ?? "";
        var own = reference.NamespaceOr(ns);
        var kind = reference.Kind ?? "";
        return kind switch
        {
            ReferenceKinds.ImageStreamTag => ImageStreamTagName.TrySplit(name, out var stream, out var tag)
                ? ResolveTag(new TagQuery(name, own, stream, tag, IsBare: false, ResolveAll: false))
                : Malformed(name, MalformedNameReason.InvalidName, name),
            ReferenceKinds.ImageStreamImage => ResolveStreamImage(name, own),
            ReferenceKinds.DockerImage => ImageReference.TryParse(name, out var pullSpec)
                ? ResolvePullSpec(name, pullSpec, ns, resolveAllNames)
                : Malformed(name, MalformedNameReason.InvalidReference, name),
            _ => Malformed(name, MalformedNameReason.UnsupportedKind, kind),
        };
    }

    /// <summary>A pull spec by digest means that image; any other may be the name of a tag.</summary>
    private ImageNameResolution ResolvePullSpec(string name, ImageReference pullSpec, string ns, bool resolveAllNames)
    {
        var isIntegrated = _internalRegistryHostname.Length > 0 && pullSpec.Registry == _internalRegistryHostname;
        if (pullSpec.Id.Length > 0)
        {
            return ResolveImage(name, pullSpec, isIntegrated);
        }

        var isBare = resolveAllNames || pullSpec is { Registry: "", Namespace: "" };
        var isHere = pullSpec.Namespace.Length == 0 || resolveAllNames;
        return isIntegrated || isBare
            ? ResolveTag(new TagQuery(
                name, isHere ? ns : pullSpec.Namespace, pullSpec.Name, PullSpecs.OrLatest(pullSpec.Tag), isBare, resolveAllNames))
            : new ImageNameResolution.Elsewhere { Name = name };
    }

    private ImageNameResolution ResolveImage(string name, ImageReference pullSpec, bool isIntegrated) =>
        _images.Find(pullSpec.Id) is null
            ? NotFound(name, ImageStreams.Image.KindName, pullSpec.Id)
            : new ImageNameResolution.Resolved
            {
                Name = name,
                PullSpec = pullSpec.ToExactString(),
                Image = pullSpec.Id,
                IsIntegrated = isIntegrated,
            };

    private static ImageNameResolution.NotFound NotFound(string name, string kind, string missing) =>
        new() { Name = name, Kind = kind, Missing = missing };

    private static ImageNameResolution.Malformed Malformed(string name, MalformedNameReason fault, string value) =>
        new() { Name = name, Reason = fault, Value = value };
}
