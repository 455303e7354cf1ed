namespace ImageStreams.Lifecycle;

/// <summary>What an import that somebody asked for makes of a stream that is then written as a push writes it.</summary>
/// <remarks>
/// Beside the bookkeeping of <see cref="TagImports"/>, what is asked for becomes the tag's wish. Where there is news the
/// wish is left at generation 0, which the write turns into the next generation of the stream; the event and the
/// condition have that already. Pure functions.
/// </remarks>
internal static class RequestedImports
{
    /// <summary>Records that an image was imported for a tag.</summary>
    /// <remarks>
    /// The import policy is always taken over, so that leaving <c>scheduled</c> out switches that off; the reference
    /// policy only for a new tag.
    /// </remarks>
    /// <param name="stream">The stream.</param>
    /// <param name="requested">The wish for the tag as it was asked for.</param>
    /// <param name="pullSpec">A pull spec that gets the image, by digest.</param>
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

    /// <summary>Records that the import for a tag failed; what it pointed to, and a wish that it has, stay.</summary>
    /// <param name="stream">The stream.</param>
    /// <param name="requested">The wish for the tag as it was asked for.</param>
    /// <param name="reason">Why, as a name such as <c>NotFound</c>.</param>
    /// <param name="message">Why, for a person.</param>
    /// <param name="now">The time of the import.</param>
    /// <param name="addSpecTag">Whether the tag gets a wish where it has none.</param>
    public static ImageStream RecordFailure(
        ImageStream stream, TagReference requested, string reason, string message, Timestamp now, bool addSpecTag = true)
    {
        var condition = new TagEventCondition
        {
            Type = TagEventCondition.ImportSuccess,
            Status = ConditionStatus.False,
            LastTransitionTime = now,
            Reason = reason,
            Message = message,
            Generation = stream.Metadata.Generation + 1,
        };
        var isKnown = TagImports.IsKnown(stream, requested.Name, condition);
        if ((stream.Spec.Tags.Find(requested.Name) ?? (addSpecTag ? requested : null)) is { } specTag)
        {
            stream = WithSpecTag(stream, isKnown ? specTag : specTag with { Generation = 0 });
        }

        return isKnown ? stream : TagHistory.SetConditions(stream, requested.Name, [condition]);
    }

    /// <summary>The stream as a write leaves it: wishes at generation 0 are of the next one, tags that follow others are moved
    /// along, and all tags are in byte order.</summary>
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

        var settled = stream with
        {
            Metadata = stream.Metadata with { Generation = next },
            Spec = stream.Spec with { Tags = tags },
        };
        return TrackingTags.MoveAllFollowers(StreamNormalForm.SortTags(settled), old);
    }

    private static ImageStream WithSpecTag(ImageStream stream, TagReference specTag) =>
        stream with { Spec = stream.Spec with { Tags = stream.Spec.Tags.Set(specTag) } };
}
