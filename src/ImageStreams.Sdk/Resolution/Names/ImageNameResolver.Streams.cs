using ImageStreams.References;

namespace ImageStreams.Resolution;

/// <content>Tags and images of streams, as the API server shows them.</content>
public sealed partial class ImageNameResolver
{
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
            return ResolveEmptyTag(query, stream);
        }

        return _images.Find(image) is null ? NotFound(query.Name, ImageStreams.Image.KindName, image)
            : query.IsBare && !query.MayResolve(stream)
                ? new ImageNameResolution.NotLocal { Name = query.Name, Tag = query.TagName }
            : ToResolved(query, PullSpecs.FindLatest(stream, query.Tag)!, image);
    }

    /// <summary>
    /// A tag without an image, where the name must not mean an image from elsewhere: so the place of a push to it.
    /// </summary>
    private static ImageNameResolution ResolveEmptyTag(in TagQuery query, ImageStream stream) =>
        query.MayResolve(stream) && ImageReference.TryParse(stream.Status.DockerImageRepository, out var repository)
            ? new ImageNameResolution.EmptyTag
            {
                Name = query.Name,
                PullSpec = repository.WithTag(query.Tag).ToExactString(),
                Tag = query.TagName,
                IsIntegrated = !query.IsBare,
            }
            : NotFound(query.Name, ReferenceKinds.ImageStreamTag, query.TagName.ToString());

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

        return HistoryImages.Find(stream, imageName) is not { } id
                ? NotFound(name, ReferenceKinds.ImageStreamImage, query.StreamName.WithImage(imageName.Id).ToString())
            : _images.Find(id) is not { } image ? NotFound(name, ImageStreams.Image.KindName, id)
            : ToResolved(query, image.DockerImageReference ?? "", id);
    }

    /// <summary>An image by what its pull spec says of the repository, and its own name.</summary>
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

    /// <summary>Which tag is asked for.</summary>
    /// <param name="Name">The name as it was given.</param>
    /// <param name="Namespace">Where the stream is.</param>
    /// <param name="Stream">The stream's name.</param>
    /// <param name="Tag">The tag.</param>
    /// <param name="IsBare">Whether the name only counts as that of a tag if the stream resolves names.</param>
    /// <param name="ResolveAll">Whether all streams are taken to do so.</param>
    private readonly record struct TagQuery(
        string Name, string Namespace, string Stream, string Tag, bool IsBare, bool ResolveAll)
    {
        public bool IsWellFormed =>
            Stream.Length > 0 && !Stream.AsSpan().ContainsAny(":@") && !Tag.AsSpan().ContainsAny(":@");

        public ImageStreamName StreamName => ImageStreamName.FromParts(Namespace, Stream);

        public ImageStreamTagName TagName => StreamName.WithTag(Tag);

        public bool MayResolve(ImageStream stream) => ResolveAll || stream.Spec.LookupPolicy.Local;
    }
}
