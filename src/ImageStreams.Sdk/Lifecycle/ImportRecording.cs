using ImageStreams.Collections;

namespace ImageStreams.Lifecycle;

/// <summary>Records the outcomes of one import in a stream: histories, conditions and spec tags.</summary>
/// <remarks>
/// <para>The bookkeeping of OpenShift: an import that changes a tag starts the next generation of the stream, which the spec
/// tag shares with the event or the condition, so that a tag is pending exactly while its spec tag is ahead.</para>
/// <para>The tag reference that was requested becomes the spec tag: always with its import policy, so that leaving
/// <c>scheduled</c> out switches it off, but with its reference policy only for a new tag. Pure functions; an outcome that
/// changes nothing returns the same stream.</para>
/// </remarks>
internal sealed class ImportRecording
{
    private readonly ImageStream _before;
    private readonly Timestamp _now;
    private readonly long _generation;
    private readonly bool _isDeferred;

    private ImportRecording(ImageStream before, Timestamp now, bool isDeferred)
    {
        _before = before;
        _now = now;
        _generation = before.Metadata.Generation + 1;
        _isDeferred = isDeferred;
    }

    /// <summary>
    /// Gets a value indicating whether a failure that repeats the recorded one leaves its generation as it is, even if the
    /// spec tag has changed since, so that the tag stays pending, as in OpenShift; false by default.
    /// </summary>
    public bool KeepsRepeatedFailures { get; private init; }

    private long SpecTagGeneration => _isDeferred ? 0 : _generation;

    /// <summary>Creates a recording that gives spec tags their generation at once.</summary>
    public static ImportRecording Create(ImageStream before, Timestamp now) => new(before, now, isDeferred: false);

    /// <summary>Creates a recording that leaves changed spec tags at generation 0, which the write of the stream, or
    /// <see cref="Settle"/>, turns into the next one.</summary>
    public static ImportRecording CreateDeferred(ImageStream before, Timestamp now, bool keepsRepeatedFailures = false) =>
        new(before, now, isDeferred: true) { KeepsRepeatedFailures = keepsRepeatedFailures };

    /// <summary>
    /// Finds the event whose image need not be fetched again: it is the result of the current spec tag, or the last one before
    /// an import of the current spec tag failed.
    /// </summary>
    /// <param name="stream">The stream.</param>
    /// <param name="tag">The tag's name.</param>
    /// <param name="generation">The generation of the spec tag.</param>
    public static TagEvent? FindCurrent(ImageStream stream, string tag, long? generation)
    {
        if (stream.Status.Tags.Find(tag) is not { Latest: { } latest } history)
        {
            return null;
        }

        var observed = history.Conditions.IsEmpty ? latest.Generation : history.Conditions[0].Generation;
        return observed == generation ? latest : null;
    }

    /// <summary>Records that an image was imported for a tag.</summary>
    /// <param name="stream">The stream.</param>
    /// <param name="requested">The tag reference that was requested.</param>
    /// <param name="pullSpec">The pull spec of the image, by digest.</param>
    /// <param name="image">The image's name, which is its digest.</param>
    public ImageStream RecordSuccess(ImageStream stream, TagReference requested, string pullSpec, string image)
    {
        var tagEvent = new TagEvent
        {
            Created = _now,
            DockerImageReference = pullSpec,
            Image = image,
            Generation = _generation,
        };
        var specTag = stream.Spec.Tags.Find(requested.Name);
        if (specTag is null || !IsRecorded(stream.Status.Tags.Find(requested.Name), specTag, tagEvent))
        {
            specTag = (specTag ?? requested) with { From = requested.From, Generation = SpecTagGeneration };
            stream = TagHistory.Add(stream, requested.Name, tagEvent);
        }

        return WithSpecTag(TagHistory.SetConditions(stream, requested.Name, []), WithImportPolicy(specTag, requested));
    }

    /// <summary>Records that the import for a tag failed; its history and the target of its spec tag stay.</summary>
    /// <param name="stream">The stream.</param>
    /// <param name="requested">The tag reference that was requested.</param>
    /// <param name="reason">The reason as the API names it, such as <c>NotFound</c>. The same reason
    /// and message again change nothing, unless the spec tag has changed since.</param>
    /// <param name="message">The human-readable message.</param>
    /// <param name="addSpecTag">True to give a tag without a spec tag the requested one.</param>
    public ImageStream RecordFailure(
        ImageStream stream, TagReference requested, string reason, string message, bool addSpecTag)
    {
        var condition = new TagEventCondition
        {
            Type = TagEventCondition.ImportSuccess,
            Status = ConditionStatus.False,
            LastTransitionTime = _now,
            Reason = reason,
            Message = message,
            Generation = _generation,
        };
        var current = stream.Spec.Tags.Find(requested.Name);
        var specTag = current ?? (addSpecTag ? requested : null);
        return IsRecorded(stream.Status.Tags.Find(requested.Name), current?.Generation, condition)
            ? WithSpecTag(stream, specTag)
            : TagHistory.SetConditions(
                WithSpecTag(stream, specTag is null ? null : specTag with { Generation = SpecTagGeneration }),
                requested.Name,
                [condition]);
    }

    /// <summary>
    /// Records that a tag already has its image: only the import policy may change, unless an import has failed since.
    /// </summary>
    public ImageStream RecordUnchanged(ImageStream stream, TagReference requested) =>
        stream.Status.Tags.Find(requested.Name) is { Conditions.IsEmpty: false, Latest: { } latest }
            ? RecordSuccess(stream, requested, latest.DockerImageReference, latest.Image)
            : WithSpecTag(stream, WithImportPolicy(stream.Spec.Tags.Find(requested.Name) ?? requested, requested));

    /// <summary>Numbers the spec tags that were deferred, and moves the tags that follow a tag that has moved.</summary>
    public ImageStream Settle(ImageStream stream)
    {
        var numbered = _isDeferred ? NumberAll(stream) : stream;
        return ReferenceEquals(numbered, _before) ? _before : TrackingTags.MoveAllFollowers(numbered, _before);
    }

    /// <summary>
    /// Determines whether the latest event is the same, regardless of its generation, and belongs to the current spec tag.
    /// </summary>
    private bool IsRecorded(NamedTagEventList? history, TagReference specTag, TagEvent tagEvent) =>
        history?.Latest is { } latest
        && latest.PullSpec == tagEvent.PullSpec
        && latest.Image == tagEvent.Image
        && latest.Generation == (specTag.Generation == SpecTagGeneration ? _generation : specTag.Generation);

    /// <summary>
    /// Determines whether a condition is the same, regardless of its time, and belongs to the current spec tag, or to an
    /// earlier one if repeated failures are kept.
    /// </summary>
    private bool IsRecorded(NamedTagEventList? history, long? generation, TagEventCondition condition) =>
        (history?.Conditions ?? default).Any(known =>
            known.Type == condition.Type
            && known.Status == condition.Status
            && known.Reason == condition.Reason
            && known.Message == condition.Message
            && (KeepsRepeatedFailures || generation is null || generation == known.Generation));

    private static TagReference WithImportPolicy(TagReference specTag, TagReference requested) =>
        specTag.ImportPolicy == requested.ImportPolicy ? specTag : specTag with { ImportPolicy = requested.ImportPolicy };

    private ImageStream WithSpecTag(ImageStream stream, TagReference? specTag)
    {
        if (specTag is null || ReferenceEquals(stream.Spec.Tags.Find(specTag.Name), specTag))
        {
            return stream;
        }

        var metadata = specTag.Generation == _generation ? WithGeneration(stream.Metadata) : stream.Metadata;
        return stream with { Metadata = metadata, Spec = stream.Spec with { Tags = stream.Spec.Tags.Set(specTag) } };
    }

    private ObjectMeta WithGeneration(ObjectMeta metadata) =>
        metadata.Generation == _generation ? metadata : metadata with { Generation = _generation };

    private ImageStream NumberAll(ImageStream stream)
    {
        var tags = stream.Spec.Tags.Map(
            specTag => specTag.Generation == 0 ? specTag with { Generation = _generation } : specTag, ItemMarks.HasNoRequest);
        return tags.IsSameAs(stream.Spec.Tags)
            ? stream
            : StreamNormalForm.SortTags(stream with
            {
                Metadata = WithGeneration(stream.Metadata),
                Spec = stream.Spec with { Tags = tags },
            });
    }
}
