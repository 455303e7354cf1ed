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
    /// <param name="asked">The wish for the tag as it was asked for.</param>
    /// <param name="pullSpec">A pull spec that gets the image, by digest.</param>
    /// <param name="image">The image's name, which is its digest.</param>
    /// <param name="now">The time of the import.</param>
    public static ImageStream Succeed(
        ImageStream stream, TagReference asked, string pullSpec, string image, Timestamp now)
    {
        var tagEvent = new TagEvent
        {
            Created = now,
            DockerImageReference = pullSpec,
            Image = image,
            Generation = stream.Metadata.Generation + 1,
        };
        var wish = stream.Spec.Tags.Find(asked.Name);
        if (wish is null || !TagImports.IsKnown(stream, asked.Name, tagEvent))
        {
            wish = (wish ?? asked) with { From = asked.From, Generation = 0 };
            stream = TagHistory.Add(stream, asked.Name, tagEvent);
        }

        stream = TagHistory.SetConditions(stream, asked.Name, []);
        return WithWish(stream, wish with { ImportPolicy = asked.ImportPolicy });
    }

    /// <summary>Records that the import for a tag failed; what it pointed to, and a wish that it has, stay.</summary>
    /// <param name="stream">The stream.</param>
    /// <param name="asked">The wish for the tag as it was asked for.</param>
    /// <param name="reason">Why, as a name such as <c>NotFound</c>.</param>
    /// <param name="message">Why, for a person.</param>
    /// <param name="now">The time of the import.</param>
    /// <param name="isWish">Whether the tag gets a wish where it has none.</param>
    public static ImageStream Fail(
        ImageStream stream, TagReference asked, string reason, string message, Timestamp now, bool isWish = true)
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
        var isKnown = TagImports.IsKnown(stream, asked.Name, condition);
        if ((stream.Spec.Tags.Find(asked.Name) ?? (isWish ? asked : null)) is { } wish)
        {
            stream = WithWish(stream, isKnown ? wish : wish with { Generation = 0 });
        }

        return isKnown ? stream : TagHistory.SetConditions(stream, asked.Name, [condition]);
    }

    /// <summary>The stream as a write leaves it: wishes at generation 0 are of the next one, tags that follow others are moved
    /// along, and all tags are in byte order.</summary>
    /// <param name="stream">The stream.</param>
    /// <param name="old">The stream before anything was recorded.</param>
    public static ImageStream Settle(ImageStream stream, ImageStream old)
    {
        var next = old.Metadata.Generation + 1;
        var tags = stream.Spec.Tags.Map(wish => wish.Generation == 0 ? wish with { Generation = next } : wish);
        if (tags == stream.Spec.Tags)
        {
            return stream;
        }

        var settled = stream with
        {
            Metadata = stream.Metadata with { Generation = next },
            Spec = stream.Spec with { Tags = tags },
        };
        return TrackingTags.SettleChanged(StreamNormalForm.InOrder(settled), old);
    }

    private static ImageStream WithWish(ImageStream stream, TagReference wish) =>
        stream with { Spec = stream.Spec with { Tags = stream.Spec.Tags.Set(wish) } };
}
