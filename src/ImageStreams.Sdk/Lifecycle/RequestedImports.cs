namespace ImageStreams.Lifecycle;

/// <summary>Records the results of requested imports in a stream, which is then written as a push is.</summary>
/// <remarks>
/// Beside what <see cref="TagImports"/> records, the request becomes the spec tag. Where there is a new result the spec tag
/// is left at generation 0, which the write turns into the next generation of the stream; the event and the condition have
/// that generation already. Pure functions.
/// </remarks>
internal static class RequestedImports
{
    /// <summary>Records that an image was imported for a tag.</summary>
    /// <remarks>
    /// The import policy is always that of the request, so that leaving out <c>scheduled</c> turns it off; the reference
    /// policy only for a new tag.
    /// </remarks>
    /// <param name="stream">The stream.</param>
    /// <param name="requested">The requested spec tag.</param>
    /// <param name="pullSpec">A pull spec of the image, by digest.</param>
    /// <param name="image">The image's name, which is its digest.</param>
    /// <param name="now">The time of the import.</param>
    public static ImageStream RecordSuccess(
        ImageStream stream, TagReference requested, string pullSpec, string image, Timestamp now)
    {
        var tagEvent = new TagEvent
        {
            Created = now,
            DockerImageReference = pullSpec,
            Image = image,
            Generation = stream.Metadata.Generation + 1,
        };
        var specTag = stream.Spec.Tags.Find(requested.Name);
        if (specTag is null || !TagImports.IsKnown(stream, requested.Name, tagEvent))
        {
            specTag = (specTag ?? requested) with { From = requested.From, Generation = 0 };
            stream = TagHistory.Add(stream, requested.Name, tagEvent);
        }

        stream = TagHistory.SetConditions(stream, requested.Name, []);
        return WithSpecTag(stream, specTag with { ImportPolicy = requested.ImportPolicy });
    }

    /// <summary>Records that the import for a tag failed; its image and its spec tag stay.</summary>
    /// <param name="stream">The stream.</param>
    /// <param name="requested">The requested spec tag.</param>
    /// <param name="reason">The reason, such as <c>NotFound</c>.</param>
    /// <param name="message">The reason in a sentence.</param>
    /// <param name="now">The time of the import.</param>
    /// <param name="addSpecTag">Whether the requested spec tag is added if the stream has none.</param>
    public static ImageStream RecordFailure(
        ImageStream stream, TagReference requested, string reason, string message, Timestamp now, bool addSpecTag = true)
    {
        var condition = TagImports.CreateFailure(reason, message, now, stream.Metadata.Generation + 1);
        var isKnown = TagImports.IsKnown(stream, requested.Name, condition);
        var specTag = stream.Spec.Tags.Find(requested.Name) ?? (addSpecTag ? requested : null);
        if (specTag is not null)
        {
            stream = WithSpecTag(stream, isKnown ? specTag : specTag with { Generation = 0 });
        }

        return isKnown ? stream : TagHistory.SetConditions(stream, requested.Name, [condition]);
    }

    /// <summary>
    /// Completes the stream as a write does: spec tags at generation 0 get the next one, followers move, and all tags are
    /// in byte order.
    /// </summary>
    /// <param name="stream">The stream.</param>
    /// <param name="old">The stream before anything was recorded.</param>
    public static ImageStream Complete(ImageStream stream, ImageStream old)
    {
        var next = old.Metadata.Generation + 1;
        var tags = stream.Spec.Tags.Map(specTag => specTag.Generation == 0 ? specTag with { Generation = next } : specTag);
        if (tags == stream.Spec.Tags)
        {
            return stream;
        }

        var completed = stream with
        {
            Metadata = stream.Metadata with { Generation = next },
            Spec = stream.Spec with { Tags = tags },
        };
        return TrackingTags.MoveAllFollowers(StreamNormalForm.SortTags(completed), old);
    }

    private static ImageStream WithSpecTag(ImageStream stream, TagReference specTag) =>
        stream with { Spec = stream.Spec with { Tags = stream.Spec.Tags.Set(specTag) } };
}
