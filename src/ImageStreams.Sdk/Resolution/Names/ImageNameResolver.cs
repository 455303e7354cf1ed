using ImageStreams.References;

namespace ImageStreams.Resolution;

/// <summary>Resolves the names of images in a namespace: the image stream that a name means, and the pull spec.</summary>
/// <remarks>
/// The rules by which OpenShift admits workloads. A bare name such as <c>ruby</c> means a stream of the namespace if that
/// stream allows it (<see cref="ImageLookupPolicy.Local"/>). Pure; safe to share between threads.
/// </remarks>
public sealed class ImageNameResolver
{
    private readonly ImageStreamSet _streams;
    private readonly ImageSet _images;
    private readonly string _internalRegistryHostname;

    /// <summary>Creates a resolver; the images that exist are those in the histories of the streams.</summary>
    /// <param name="streams">The streams that exist.</param>
    /// <param name="internalRegistryHostname">The host and port of the integrated registry; empty when there is none.</param>
    /// <exception cref="ArgumentNullException">
    /// <paramref name="streams"/> or <paramref name="internalRegistryHostname"/> is null.
    /// </exception>
    public ImageNameResolver(IReadOnlyCollection<ImageStream> streams, string internalRegistryHostname)
        : this(new ImageStreamSet(streams), ImageSet.FromHistories(streams), internalRegistryHostname)
    {
    }

    /// <summary>Creates a resolver from streams and images, as a cluster has them.</summary>
    /// <param name="streams">The streams that exist.</param>
    /// <param name="images">The images that exist.</param>
    /// <param name="internalRegistryHostname">The host and port of the integrated registry; empty when there is none.</param>
    /// <exception cref="ArgumentNullException">
    /// <paramref name="streams"/>, <paramref name="images"/> or <paramref name="internalRegistryHostname"/> is null.
    /// </exception>
    public ImageNameResolver(ImageStreamSet streams, ImageSet images, string internalRegistryHostname)
    {
        ArgumentNullException.ThrowIfNull(streams);
        ArgumentNullException.ThrowIfNull(images);
        ArgumentNullException.ThrowIfNull(internalRegistryHostname);
        _streams = streams;
        _images = images;
        _internalRegistryHostname = internalRegistryHostname;
    }

    /// <summary>
    /// Gets a value indicating whether the event of a tag counts although the digest of its image is unknown; false by default,
    /// as in OpenShift, where such a tag has no image.
    /// </summary>
    internal bool AcceptUnknownDigests { get; init; }

    /// <summary>Resolves the image of a container, such as <c>ruby</c>.</summary>
    /// <param name="image">The name or pull spec.</param>
    /// <param name="ns">The namespace of the object that has the container.</param>
    /// <returns>The image, or the reason why there is none.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="ns"/> is null.</exception>
    public ImageNameResolution Resolve(string image, string ns) => Resolve(ObjectReference.DockerImage(image), ns);

    /// <summary>Resolves a reference to an image.</summary>
    /// <param name="reference">The reference.</param>
    /// <param name="ns">The namespace of the object that holds the reference.</param>
    /// <param name="resolveAllNames">
    /// True to read every pull spec as the name of a stream, regardless of its registry and namespace and of the lookup
    /// policy of the stream; false by default. Has no effect on references of another kind.
    /// </param>
    /// <returns>The image, or the reason why there is none.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="reference"/> or <paramref name="ns"/> is null.</exception>
    public ImageNameResolution Resolve(ObjectReference reference, string ns, bool resolveAllNames = false)
    {
        ArgumentNullException.ThrowIfNull(reference);
        ArgumentNullException.ThrowIfNull(ns);

        var (kind, name) = (reference.Kind ?? "", reference.Name ?? "");
        return kind switch
        {
            ReferenceKinds.ImageStreamTag => ResolveStreamTag(name, reference.NamespaceOr(ns)),
            ReferenceKinds.ImageStreamImage => ResolveStreamImage(name, reference.NamespaceOr(ns)),
            ReferenceKinds.DockerImage => ResolvePullSpec(name, ns, resolveAllNames),
            _ => Malformed(name, MalformedNameReason.UnsupportedKind, kind),
        };
    }

    private ImageNameResolution ResolveStreamTag(string name, string ns) =>
        ImageStreamTagName.TrySplit(name, out var stream, out var tag)
            ? ResolveTag(new TagQuery(name, ns, stream, tag, IsBare: false, ResolveAll: false))
            : Malformed(name, MalformedNameReason.InvalidName, name);

    private ImageNameResolution ResolveStreamImage(string name, string ns)
    {
        if (!name.Contains('@', StringComparison.Ordinal))
        {
            return Malformed(name, MalformedNameReason.InvalidName, name);
        }

        if (!ImageStreamImageName.TryParseLocalName(name, out var imageName))
        {
            return Malformed(name, MalformedNameReason.BadRequest, name);
        }

        var query = new TagQuery(name, ns, imageName.Stream, "", IsBare: false, ResolveAll: false);
        if (_streams.Find(ns, imageName.Stream) is not { } stream)
        {
            return NotFound(name, ReferenceKinds.ImageStream, query.StreamName.ToString());
        }

        if (StreamImages.FindInHistory(stream, imageName) is not { } id)
        {
            return NotFound(name, ReferenceKinds.ImageStreamImage, query.StreamName.WithImage(imageName.Id).ToString());
        }

        return _images.Find(id) is { } image
            ? ToResolved(query, image.DockerImageReference ?? "", id)
            : NotFound(name, Image.KindName, id);
    }

    /// <summary>Resolves a pull spec: one by digest means that image; any other may be the name of a tag.</summary>
    private ImageNameResolution ResolvePullSpec(string name, string ns, bool resolveAllNames)
    {
        if (!ImageReference.TryParse(name, out var pullSpec))
        {
            return Malformed(name, MalformedNameReason.InvalidReference, name);
        }

        var isIntegrated = _internalRegistryHostname.Length > 0 && pullSpec.Registry == _internalRegistryHostname;
        if (pullSpec.Id.Length > 0)
        {
            return ResolveImage(name, pullSpec, isIntegrated);
        }

        var isBare = resolveAllNames || pullSpec is { Registry: "", Namespace: "" };
        if (!isIntegrated && !isBare)
        {
            return new ImageNameResolution.Elsewhere { Name = name };
        }

        var isHere = pullSpec.Namespace.Length == 0 || resolveAllNames;
        return ResolveTag(new TagQuery(
            name, isHere ? ns : pullSpec.Namespace, pullSpec.Name, PullSpecs.OrLatest(pullSpec.Tag), isBare, resolveAllNames));
    }

    private ImageNameResolution ResolveImage(string name, ImageReference pullSpec, bool isIntegrated) =>
        _images.Find(pullSpec.Id) is null
            ? NotFound(name, Image.KindName, pullSpec.Id)
            : new ImageNameResolution.Resolved
            {
                Name = name,
                PullSpec = pullSpec.ToExactString(),
                Image = pullSpec.Id,
                IsIntegrated = isIntegrated,
            };

    private ImageNameResolution ResolveTag(in TagQuery query)
    {
        if (!query.IsWellFormed)
        {
            return Malformed(query.Name, MalformedNameReason.BadRequest, query.Name);
        }

        if (_streams.Find(query.Namespace, query.Stream) is not { } stream)
        {
            return NotFound(query.Name, ReferenceKinds.ImageStream, query.StreamName.ToString());
        }

        if (PullSpecs.FindLatestEvent(stream, query.Tag) is not { Image: { Length: > 0 } image })
        {
            return FindUnknownDigest(query, stream) ?? ResolveEmptyTag(query, stream);
        }

        if (_images.Find(image) is null)
        {
            return NotFound(query.Name, Image.KindName, image);
        }

        return query.IsBare && !query.AllowsNames(stream)
            ? new ImageNameResolution.NotLocal { Name = query.Name, Tag = query.TagName }
            : ToResolved(query, PullSpecs.FindLatest(stream, query.Tag)!, image);
    }

    /// <summary>Resolves a tag whose event has a pull spec and no digest, if such events count; otherwise returns null.</summary>
    private ImageNameResolution? FindUnknownDigest(in TagQuery query, ImageStream stream)
    {
        if (!AcceptUnknownDigests
            || PullSpecs.FindLatestEvent(stream, query.Tag) is not { DockerImageReference: { Length: > 0 } pullSpec })
        {
            return null;
        }

        return query.IsBare && !query.AllowsNames(stream)
            ? new ImageNameResolution.NotLocal { Name = query.Name, Tag = query.TagName }
            : new ImageNameResolution.Resolved
            {
                Name = query.Name,
                PullSpec = pullSpec,
                Image = "",
                Stream = query.StreamName,
                IsLocalName = query.IsBare,
                IsIntegrated = true,
            };
    }

    /// <summary>Resolves a tag without an image to the pull spec of a push to it, so that no other image is pulled.</summary>
    private static ImageNameResolution ResolveEmptyTag(in TagQuery query, ImageStream stream) =>
        query.AllowsNames(stream) && ImageReference.TryParse(stream.Status.DockerImageRepository, out var repository)
            ? new ImageNameResolution.EmptyTag
            {
                Name = query.Name,
                PullSpec = repository.WithTag(query.Tag).ToExactString(),
                Tag = query.TagName,
                IsIntegrated = !query.IsBare,
            }
            : NotFound(query.Name, ReferenceKinds.ImageStreamTag, query.TagName.ToString());

    /// <summary>Combines the repository of a pull spec with the name of an image.</summary>
    private static ImageNameResolution ToResolved(in TagQuery query, string pullSpec, string image) =>
        ImageReference.TryParse(pullSpec, out var reference)
            ? new ImageNameResolution.Resolved
            {
                Name = query.Name,
                PullSpec = reference.WithTag("").WithId(image).ToExactString(),
                Image = image,
                Stream = query.StreamName,
                IsLocalName = query.IsBare,
                IsIntegrated = true,
            }
            : Malformed(query.Name, MalformedNameReason.InvalidReference, pullSpec);

    private static ImageNameResolution.NotFound NotFound(string name, string kind, string missing) =>
        new() { Name = name, Kind = kind, Missing = missing };

    private static ImageNameResolution.Malformed Malformed(string name, MalformedNameReason reason, string value) =>
        new() { Name = name, Reason = reason, Value = value };

    /// <summary>A tag to look up.</summary>
    /// <param name="Name">The given name.</param>
    /// <param name="Namespace">The namespace of the stream.</param>
    /// <param name="Stream">The stream's name.</param>
    /// <param name="Tag">The tag.</param>
    /// <param name="IsBare">True when the name means a tag only if the lookup policy of the stream allows it.</param>
    /// <param name="ResolveAll">True to ignore the lookup policy of the streams.</param>
    private readonly record struct TagQuery(
        string Name, string Namespace, string Stream, string Tag, bool IsBare, bool ResolveAll)
    {
        public bool IsWellFormed =>
            Stream.Length > 0 && !Stream.AsSpan().ContainsAny(":@") && !Tag.AsSpan().ContainsAny(":@");

        public ImageStreamName StreamName => ImageStreamName.FromParts(Namespace, Stream);

        public ImageStreamTagName TagName => StreamName.WithTag(Tag);

        public bool AllowsNames(ImageStream stream) => ResolveAll || stream.Spec.LookupPolicy.Local;
    }
}
