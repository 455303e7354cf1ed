namespace ImageStreams.Lifecycle;

/// <summary>Records the results of imports in a stream.</summary>
/// <remarks>
/// OpenShift's rules: an import with a new result advances the generation of the stream and writes it to the spec tag and
/// to the event or condition, so that a tag is pending exactly while its spec tag is ahead. Pure functions; a result that
/// changes nothing returns the same object.
/// </remarks>
internal static class TagImports
{
    /// <summary>Determines whether a tag already has an image from its source, and nothing newer was requested since.</summary>
    /// <param name="stream">The stream.</param>
    /// <param name="tag">The tag's name.</param>
    /// <param name="pullSpec">A pull spec of the image, by digest.</param>
    /// <param name="image">The image's name, which is its digest.</param>
    public static bool IsCurrent(ImageStream stream, string tag, string pullSpec, string image)
    {
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentNullException.ThrowIfNull(tag);
        return stream.Status.Tags.Find(tag) is { Conditions.IsEmpty: true }
            && IsKnown(stream, tag, new TagEvent { DockerImageReference = pullSpec, Image = image });
    }

    /// <summary>Records that the image of a tag was imported, and moves its followers.</summary>
    /// <param name="stream">The stream; the tag has a spec tag.</param>
    /// <param name="tag">The tag's name.</param>
    /// <param name="pullSpec">A pull spec of the image, by digest.</param>
    /// <param name="image">The image's name, which is its digest.</param>
    /// <param name="now">The time of the import.</param>
    public static ImageStream RecordSuccess(ImageStream stream, string tag, string pullSpec, string image, Timestamp now)
    {
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentNullException.ThrowIfNull(tag);
        var next = RecordSuccess(stream, tag, pullSpec, image, now, stream.Metadata.Generation + 1);
        return ReferenceEquals(next, stream) ? stream : TrackingTags.MoveFollowers(next, tag);
    }

    /// <summary>Records the same as part of a change of many tags, which all get one generation; followers do not move.</summary>
    public static ImageStream RecordSuccess(
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

    /// <summary>Records that the import of a tag failed; its image stays.</summary>
    /// <param name="stream">The stream; the tag has a spec tag.</param>
    /// <param name="tag">The tag's name.</param>
    /// <param name="reason">
    /// The reason, such as <c>NotFound</c>. The same reason again changes nothing, unless the spec tag has changed since.
    /// </param>
    /// <param name="message">The reason in a sentence.</param>
    /// <param name="now">The time of the import.</param>
    public static ImageStream RecordFailure(ImageStream stream, string tag, string reason, string message, Timestamp now)
    {
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentNullException.ThrowIfNull(tag);
        return RecordFailure(stream, tag, reason, message, now, stream.Metadata.Generation + 1);
    }

    /// <summary>Records the same as part of a change of many tags, which all get one generation.</summary>
    public static ImageStream RecordFailure(
        ImageStream stream, string tag, string reason, string message, Timestamp now, long generation)
    {
        var condition = CreateFailure(reason, message, now, generation);
        return IsKnown(stream, tag, condition)
            ? stream
            : TagHistory.SetConditions(WithGeneration(stream, tag, generation), tag, [condition]);
    }

    /// <summary>Creates the condition of a failed import.</summary>
    public static TagEventCondition CreateFailure(string reason, string message, Timestamp now, long generation) => new()
    {
        Type = TagEventCondition.ImportSuccess,
        Status = ConditionStatus.False,
        LastTransitionTime = now,
        Reason = reason,
        Message = message,
        Generation = generation,
    };

    /// <summary>
    /// Determines whether the latest event of a tag is the same but for its generation, and is that of the current spec
    /// tag.
    /// </summary>
    public static bool IsKnown(ImageStream stream, string tag, TagEvent tagEvent) =>
        stream.Status.Tags.Find(tag)?.Latest is { } latest
        && !TagHistory.WouldChange(stream, tag, tagEvent with { Generation = latest.Generation })
        && stream.Spec.Tags.Find(tag)?.Generation == latest.Generation;

    /// <summary>
    /// Determines whether a tag has the same condition but for its time, and it is about the current spec tag.
    /// </summary>
    public static bool IsKnown(ImageStream stream, string tag, TagEventCondition condition)
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
