namespace ImageStreams.Lifecycle;

/// <summary>What the outcome of an import makes of a stream.</summary>
/// <remarks>
/// OpenShift's bookkeeping: an import that brings news makes the next generation of the stream, and writes it to the
/// tag's wish and to what came of it, so that a tag is pending exactly while its wish is ahead. Pure functions; an
/// outcome that changes nothing gives the same stream back.
/// </remarks>
public static class TagImports
{
    /// <summary>Determines whether a tag already has an image from where it is to come from, and nothing newer was asked for since.</summary>
    /// <param name="stream">The stream.</param>
    /// <param name="tag">The tag's name.</param>
    /// <param name="pullSpec">A pull spec that gets the image, by digest.</param>
    /// <param name="image">The image's name, which is its digest.</param>
    public static bool IsCurrent(ImageStream stream, string tag, string pullSpec, string image)
    {
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentNullException.ThrowIfNull(tag);

        return stream.Status.Tags.Find(tag) is { Conditions.IsEmpty: true }
            && IsKnown(stream, tag, new TagEvent { DockerImageReference = pullSpec, Image = image });
    }

    /// <summary>Records that the image of a tag was imported, and moves the tags along that follow it.</summary>
    /// <param name="stream">The stream; the tag has a wish in it.</param>
    /// <param name="tag">The tag's name.</param>
    /// <param name="pullSpec">A pull spec that gets the image, by digest.</param>
    /// <param name="image">The image's name, which is its digest.</param>
    /// <param name="now">The time of the import.</param>
    public static ImageStream RecordSuccess(ImageStream stream, string tag, string pullSpec, string image, Timestamp now)
    {
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentNullException.ThrowIfNull(tag);

        var next = RecordSuccess(stream, tag, pullSpec, image, now, stream.Metadata.Generation + 1);
        return ReferenceEquals(next, stream) ? stream : TrackingTags.MoveFollowers(next, tag);
    }

    /// <summary>The same as part of a change of many tags, which all get one generation; no tags are moved along.</summary>
    internal static ImageStream RecordSuccess(
        ImageStream stream, string tag, string pullSpec, string image, Timestamp now, long generation)
    {
        var tagEvent = new TagEvent
        {
            Created = now,
            DockerImageReference = pullSpec,
            Image = image,
            Generation = generation,
        };
        if (IsKnown(stream, tag, tagEvent))
        {
            return TagHistory.SetConditions(stream, tag, []);
        }

        return TagHistory.Add(WithGeneration(stream, tag, generation), tag, tagEvent);
    }

    /// <summary>Records that the import of a tag failed; what it pointed to stays.</summary>
    /// <param name="stream">The stream; the tag has a wish in it.</param>
    /// <param name="tag">The tag's name.</param>
    /// <param name="reason">
    /// Why, as a name such as <c>NotFound</c>. The same reason again changes nothing, unless the wish has changed
    /// since.
    /// </param>
    /// <param name="message">Why, for a person.</param>
    /// <param name="now">The time of the import.</param>
    public static ImageStream RecordFailure(ImageStream stream, string tag, string reason, string message, Timestamp now)
    {
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentNullException.ThrowIfNull(tag);

        return RecordFailure(stream, tag, reason, message, now, stream.Metadata.Generation + 1);
    }

    /// <summary>The same as part of a change of many tags, which all get one generation.</summary>
    internal static ImageStream RecordFailure(
        ImageStream stream, string tag, string reason, string message, Timestamp now, long generation)
    {
        var condition = new TagEventCondition
        {
            Type = TagEventCondition.ImportSuccess,
            Status = ConditionStatus.False,
            LastTransitionTime = now,
            Reason = reason,
            Message = message,
            Generation = generation,
        };
        return IsKnown(stream, tag, condition)
            ? stream
            : TagHistory.SetConditions(WithGeneration(stream, tag, generation), tag, [condition]);
    }

    /// <summary>
    /// Determines whether the newest event says the same, whatever its generation, and is that of the tag's wish.
    /// </summary>
    internal static bool IsKnown(ImageStream stream, string tag, TagEvent tagEvent) =>
        stream.Status.Tags.Find(tag)?.Latest is { } latest
        && !TagHistory.WouldChange(stream, tag, tagEvent with { Generation = latest.Generation })
        && stream.Spec.Tags.Find(tag)?.Generation == latest.Generation;

    /// <summary>Determines whether a condition says the same, whenever that was, and is about the tag's wish as it is.</summary>
    internal static bool IsKnown(ImageStream stream, string tag, TagEventCondition condition)
    {
        var requested = stream.Spec.Tags.Find(tag)?.Generation;
        return (stream.Status.Tags.Find(tag)?.Conditions ?? default).Any(known =>
            known.Type == condition.Type && known.Status == condition.Status && known.Reason == condition.Reason
            && (requested is null || requested == known.Generation));
    }

    private static ImageStream WithGeneration(ImageStream stream, string tag, long generation)
    {
        var tags = stream.Spec.Tags.Find(tag) is { } specTag
            ? stream.Spec.Tags.Set(specTag with { Generation = generation })
            : stream.Spec.Tags;
        return stream with
        {
            Metadata = stream.Metadata with { Generation = generation },
            Spec = stream.Spec with { Tags = tags },
        };
    }
}
