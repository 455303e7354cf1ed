using ImageStreams.Collections;
using ImageStreams.Lifecycle;

namespace ImageStreams.Importing;

/// <summary>Records what was looked up in a stream, one tag after the other, as one change.</summary>
internal static class ImportRecords
{
    /// <summary>Records what came of tags that have a wish, and moves the tags along that follow them.</summary>
    public static ImageStream RecordTags(
        ImageStream stream, IReadOnlyList<string> tags, IReadOnlyList<ImageLookupResult> found, Timestamp now)
    {
        var (next, generation) = (stream, stream.Metadata.Generation + 1);
        for (var i = 0; i < tags.Count; i++)
        {
            next = found[i] switch
            {
                ImageLookupResult.Fetched { Image.Image: var image } => TagImports.RecordSuccess(
                    next, tags[i], image.DockerImageReference!, image.Metadata.Name!, now, generation),
                ImageLookupResult.Failed { Fault: var fault } =>
                    TagImports.RecordFailure(next, tags[i], fault.Reason, fault.Message, now, generation),
                _ => next,
            };
        }

        return ReferenceEquals(next, stream) ? stream : TrackingTags.MoveAllFollowers(next, stream);
    }

    /// <summary>Records what came of the tags of a repository; what is asked for becomes the wish of those that were had.</summary>
    public static ImageStream RecordRepository(
        ImageStream stream, IReadOnlyList<TagReference> requested, IReadOnlyList<ImageLookupResult> found, Timestamp now)
    {
        var next = stream;
        for (var i = 0; i < requested.Count; i++)
        {
            next = found[i] switch
            {
                ImageLookupResult.Fetched { Image.Image: var image } => RequestedImports.RecordSuccess(
                    next, requested[i], image.DockerImageReference!, image.Metadata.Name!, now),
                ImageLookupResult.Failed { Fault: var fault } =>
                    RequestedImports.RecordFailure(next, requested[i], fault.Reason, fault.Message, now, addSpecTag: false),
                ImageLookupResult.Unchanged => WithPolicy(next, requested[i]),
                _ => next,
            };
        }

        return RequestedImports.Complete(next, stream);
    }

    /// <summary>What became of each tag, all with the stream after the import.</summary>
    public static ValueList<TagImportResult> CreateResults(
        ImageStream stream, IReadOnlyList<string> tags, IReadOnlyList<ImageLookupResult> found) =>
        tags.Select((tag, i) => CreateResult(stream, tag, found[i])).ToValueList();

    /// <summary>The stream to look tags up in: with what is asked for, and with the history that is known.</summary>
    public static ImageStream WithSpecTags(ImageStream stream, IReadOnlyList<TagReference> requested) => stream with
    {
        Spec = stream.Spec with
        {
            Tags = requested.Aggregate(stream.Spec.Tags, (tags, specTag) => tags.Set(
                specTag with { Generation = tags.Find(specTag.Name)?.Generation ?? specTag.Generation })),
        },
    };

    private static TagImportResult CreateResult(ImageStream stream, string tag, ImageLookupResult found) => found switch
    {
        ImageLookupResult.Unchanged known => new TagImportResult.Unchanged
        {
            Tag = tag,
            Stream = stream,
            Image = known.Image.ToString(),
            Source = known.Source,
        },
        ImageLookupResult.Fetched fetched => new TagImportResult.Imported
        {
            Tag = tag,
            Stream = stream,
            Image = ImageFactory.WithoutManifest(fetched.Image.Image),
            Manifests = fetched.Image.Manifests.Select(ImageFactory.WithoutManifest).ToValueList(),
            Source = fetched.Source,
        },
        ImageLookupResult.Failed missing => new TagImportResult.Failed { Tag = tag, Stream = stream, Error = missing.Fault },
        ImageLookupResult.NotImportable nothing => new TagImportResult.NotImportable
        {
            Tag = tag,
            Stream = stream,
            Reason = nothing.Obstacle,
        },
        _ => throw new InvalidOperationException($"There is no such outcome of a lookup: {found.GetType().Name}."),
    };

    private static ImageStream WithPolicy(ImageStream stream, TagReference requested)
    {
        var specTag = (stream.Spec.Tags.Find(requested.Name) ?? requested) with { ImportPolicy = requested.ImportPolicy };
        return stream with { Spec = stream.Spec with { Tags = stream.Spec.Tags.Set(specTag) } };
    }
}
