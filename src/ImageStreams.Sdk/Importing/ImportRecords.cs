using ImageStreams.Collections;
using ImageStreams.Lifecycle;

namespace ImageStreams.Importing;

/// <summary>Records what was looked up in a stream, one tag after the other, as one change.</summary>
internal static class ImportRecords
{
    /// <summary>Records what came of tags that have a wish, and moves the tags along that follow them.</summary>
    public static ImageStream OfTags(
        ImageStream stream, IReadOnlyList<string> tags, IReadOnlyList<LookedUpImage> found, Timestamp now)
    {
        var (next, generation) = (stream, stream.Metadata.Generation + 1);
        for (var i = 0; i < tags.Count; i++)
        {
            next = found[i] switch
            {
                LookedUpImage.Fetched { Image.Image: var image } => TagImports.Succeed(
                    next, tags[i], image.DockerImageReference!, image.Metadata.Name!, now, generation),
                LookedUpImage.Missing { Fault: var fault } =>
                    TagImports.Fail(next, tags[i], fault.Reason, fault.Message, now, generation),
                _ => next,
            };
        }

        return ReferenceEquals(next, stream) ? stream : TrackingTags.SettleChanged(next, stream);
    }

    /// <summary>Records what came of the tags of a repository; what is asked for becomes the wish of those that were had.</summary>
    public static ImageStream OfRepository(
        ImageStream stream, IReadOnlyList<TagReference> asked, IReadOnlyList<LookedUpImage> found, Timestamp now)
    {
        var next = stream;
        for (var i = 0; i < asked.Count; i++)
        {
            next = found[i] switch
            {
                LookedUpImage.Fetched { Image.Image: var image } => RequestedImports.Succeed(
                    next, asked[i], image.DockerImageReference!, image.Metadata.Name!, now),
                LookedUpImage.Missing { Fault: var fault } =>
                    RequestedImports.Fail(next, asked[i], fault.Reason, fault.Message, now, isWish: false),
                LookedUpImage.Known => WithPolicy(next, asked[i]),
                _ => next,
            };
        }

        return RequestedImports.Settle(next, stream);
    }

    /// <summary>What became of each tag, all with the stream after the import.</summary>
    public static ValueList<TagImportResult> ResultsOf(
        ImageStream stream, IReadOnlyList<string> tags, IReadOnlyList<LookedUpImage> found) =>
        tags.Select((tag, i) => ResultOf(stream, tag, found[i])).ToValueList();

    /// <summary>The stream to look tags up in: with what is asked for, and with the history that is known.</summary>
    public static ImageStream WithWishes(ImageStream stream, IReadOnlyList<TagReference> asked) => stream with
    {
        Spec = stream.Spec with
        {
            Tags = asked.Aggregate(stream.Spec.Tags, (tags, wish) => tags.Set(
                wish with { Generation = tags.Find(wish.Name)?.Generation ?? wish.Generation })),
        },
    };

    private static TagImportResult ResultOf(ImageStream stream, string tag, LookedUpImage found) => found switch
    {
        LookedUpImage.Known known => new TagImportResult.Unchanged
        {
            Tag = tag,
            Stream = stream,
            Image = known.Image.ToString(),
            Source = known.Source,
        },
        LookedUpImage.Fetched fetched => new TagImportResult.Imported
        {
            Tag = tag,
            Stream = stream,
            Image = ImageFactory.WithoutManifest(fetched.Image.Image),
            Manifests = fetched.Image.Manifests.Select(ImageFactory.WithoutManifest).ToValueList(),
            Source = fetched.Source,
        },
        LookedUpImage.Missing missing => new TagImportResult.Failed { Tag = tag, Stream = stream, Fault = missing.Fault },
        LookedUpImage.Nothing nothing => new TagImportResult.NotImportable
        {
            Tag = tag,
            Stream = stream,
            Obstacle = nothing.Obstacle,
        },
        _ => throw new InvalidOperationException($"There is no such outcome of a lookup: {found.GetType().Name}."),
    };

    private static ImageStream WithPolicy(ImageStream stream, TagReference asked)
    {
        var wish = (stream.Spec.Tags.Find(asked.Name) ?? asked) with { ImportPolicy = asked.ImportPolicy };
        return stream with { Spec = stream.Spec with { Tags = stream.Spec.Tags.Set(wish) } };
    }
}
