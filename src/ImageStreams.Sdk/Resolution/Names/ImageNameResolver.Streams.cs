using ImageStreams.References;

namespace ImageStreams.Resolution;

/// <content>Tags and images of streams, as the API server shows them.</content>
public sealed partial class ImageNameResolver
{
    private ImageNameResolution Tag(in Question question)
    {
        if (!question.IsWellFormed)
        {
            return Malformed(question.Name, ImageNameFault.BadRequest, question.Name);
        }

        if (_streams.Find(question.Namespace, question.Stream) is not { } stream)
        {
            return NotFound(question.Name, ReferenceKinds.ImageStream, question.StreamName.ToString());
        }

        if (PullSpecs.FindLatestEvent(stream, question.Tag) is not { Image: { Length: > 0 } image })
        {
            return Empty(question, stream);
        }

        return _images.Find(image) is null ? NotFound(question.Name, ImageStreams.Image.KindName, image)
            : question.IsBare && !question.MayResolve(stream)
                ? new ImageNameResolution.NotLocal { Name = question.Name, Tag = question.TagName }
            : Found(question, PullSpecs.FindLatest(stream, question.Tag)!, image);
    }

    /// <summary>
    /// A tag without an image, where the name must not mean an image from elsewhere: so the place of a push to it.
    /// </summary>
    private static ImageNameResolution Empty(in Question question, ImageStream stream) =>
        question.MayResolve(stream) && ImageReference.TryParse(stream.Status.DockerImageRepository, out var repository)
            ? new ImageNameResolution.EmptyTag
            {
                Name = question.Name,
                PullSpec = repository.WithTag(question.Tag).ToExactString(),
                Tag = question.TagName,
                IsIntegrated = !question.IsBare,
            }
            : NotFound(question.Name, ReferenceKinds.ImageStreamTag, question.TagName.ToString());

    private ImageNameResolution StreamImage(string name, string ns)
    {
        if (!name.Contains('@', StringComparison.Ordinal))
        {
            return Malformed(name, ImageNameFault.InvalidName, name);
        }

        if (!ImageStreamImageName.TryParse(name, out var imageName))
        {
            return Malformed(name, ImageNameFault.BadRequest, name);
        }

        var question = new Question(name, ns, imageName.Stream, "", IsBare: false, ResolveAll: false);
        if (_streams.Find(ns, imageName.Stream) is not { } stream)
        {
            return NotFound(name, ReferenceKinds.ImageStream, question.StreamName.ToString());
        }

        return HistoryImages.Find(stream, imageName) is not { } id
                ? NotFound(name, ReferenceKinds.ImageStreamImage, question.StreamName.WithImage(imageName.Id).ToString())
            : _images.Find(id) is not { } image ? NotFound(name, ImageStreams.Image.KindName, id)
            : Found(question, image.DockerImageReference ?? "", id);
    }

    /// <summary>An image by what its pull spec says of the repository, and its own name.</summary>
    private static ImageNameResolution Found(in Question question, string pullSpec, string image) =>
        ImageReference.TryParse(pullSpec, out var reference)
            ? new ImageNameResolution.Resolved
            {
                Name = question.Name,
                PullSpec = reference.WithTag("").WithId(image).ToExactString(),
                Image = image,
                Stream = question.StreamName,
                IsLocalName = question.IsBare,
                IsIntegrated = true,
            }
            : Malformed(question.Name, ImageNameFault.InvalidReference, pullSpec);

    /// <summary>Which tag is asked for.</summary>
    /// <param name="Name">The name as it was given.</param>
    /// <param name="Namespace">Where the stream is.</param>
    /// <param name="Stream">The stream's name.</param>
    /// <param name="Tag">The tag.</param>
    /// <param name="IsBare">Whether the name only counts as that of a tag if the stream resolves names.</param>
    /// <param name="ResolveAll">Whether all streams are taken to do so.</param>
    private readonly record struct Question(
        string Name, string Namespace, string Stream, string Tag, bool IsBare, bool ResolveAll)
    {
        public bool IsWellFormed =>
            Stream.Length > 0 && !Stream.AsSpan().ContainsAny(":@") && !Tag.AsSpan().ContainsAny(":@");

        public ImageStreamName StreamName => ImageStreamName.FromParts(Namespace, Stream);

        public ImageStreamTagName TagName => StreamName.WithTag(Tag);

        public bool MayResolve(ImageStream stream) => ResolveAll || stream.Spec.LookupPolicy.Local;
    }
}
