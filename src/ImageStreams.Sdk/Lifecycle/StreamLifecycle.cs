using ImageStreams.Collections;
using ImageStreams.References;
using ImageStreams.Validation;

namespace ImageStreams.Lifecycle;

/// <summary>What OpenShift's API server makes of a stream that is created or changed.</summary>
/// <remarks>
/// <para>Pure functions in time linear in the stream. What comes out is in the form that the API server gives: tags in
/// the byte order of their names, of two with one name the last, and what was left out of them filled in.</para>
/// <para>Where OpenShift's answer depends on the random order in which it goes through tags, this is the answer for
/// the order that <see cref="TrackingTags"/> tells: each tag after the tag of the stream that it follows.</para>
/// </remarks>
public static class StreamLifecycle
{
    /// <summary>Creates a stream as a user does: the status given is dropped.</summary>
    /// <param name="stream">The stream to create.</param>
    /// <param name="context">The world around it.</param>
    public static StreamChangeResult Create(ImageStream stream, StreamContext context)
    {
        ArgumentNullException.ThrowIfNull(stream);
        return CreateWithStatus(stream with { Status = ImageStreamStatus.Default }, context);
    }

    /// <summary>Creates a stream as a push or an import does: the status given is kept.</summary>
    /// <param name="stream">The stream to create.</param>
    /// <param name="context">The world around it.</param>
    public static StreamChangeResult CreateWithStatus(ImageStream stream, StreamContext context)
    {
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentNullException.ThrowIfNull(context);

        var next = StatusRepositories.Set(StreamNormalForm.Normalize(stream, StreamGenerations.First), context);
        var processing = new TagProcessing(next, old: null, context);
        return processing.Run(
            processing => processing.MoveFollowers(before: null),
            created => ImageStreamValidator.Validate(created, context.AllowedRegistries));
    }

    /// <summary>Changes a stream as a user does: the status given is dropped.</summary>
    /// <remarks>
    /// As in OpenShift, tags that follow a changed tag do not move with it here, but with the next write of the status,
    /// as by a push or an import.
    /// </remarks>
    /// <param name="stream">The stream as it is to be.</param>
    /// <param name="old">The stream as it is.</param>
    /// <param name="context">The world around it.</param>
    public static StreamChangeResult Update(ImageStream stream, ImageStream old, StreamContext context)
    {
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentNullException.ThrowIfNull(old);
        ArgumentNullException.ThrowIfNull(context);

        var before = StreamNormalForm.Normalize(old);
        var next = Prepare(StreamNormalForm.Normalize(stream) with { Status = before.Status }, before, context);

        // The API server works on the old status itself, and so takes what it has just written for what was there.
        return new TagProcessing(next, before, context).Run(
            static _ => { },
            changed => ImageStreamValidator.ValidateUpdate(
                changed, before with { Status = changed.Status }, context.AllowedRegistries));
    }

    /// <summary>Changes a stream as a push or an import does: the status given is kept.</summary>
    /// <remarks>Tags with neither history nor conditions are dropped from the status.</remarks>
    /// <param name="stream">The stream as it is to be.</param>
    /// <param name="old">The stream as it is.</param>
    /// <param name="context">The world around it.</param>
    public static StreamChangeResult UpdateWithStatus(ImageStream stream, ImageStream old, StreamContext context)
    {
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentNullException.ThrowIfNull(old);
        ArgumentNullException.ThrowIfNull(context);

        var before = StreamNormalForm.Normalize(old);
        var next = Prepare(WithoutEmptyHistories(StreamNormalForm.Normalize(stream)), before, context);
        return new TagProcessing(next, before, context).Run(
            processing => processing.MoveFollowers(before),
            changed => ImageStreamValidator.ValidateUpdate(changed, before, context.AllowedRegistries));
    }

    /// <summary>Changes the status of a stream only; of the rest, its metadata and its lookup policy.</summary>
    /// <param name="stream">The stream as it is to be.</param>
    /// <param name="old">The stream as it is.</param>
    /// <param name="context">The world around it.</param>
    public static StreamChangeResult UpdateStatus(ImageStream stream, ImageStream old, StreamContext context)
    {
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentNullException.ThrowIfNull(old);
        ArgumentNullException.ThrowIfNull(context);

        var before = StreamNormalForm.Normalize(old);
        var requested = StreamNormalForm.Normalize(stream with { Spec = KeepSpecTags(stream.Spec, before.Spec) });
        var next = StreamGenerations.SetObservedGenerations(requested, before);
        var errors = ImageStreamValidator.ValidateStatusUpdate(next, before, context.AllowedRegistries);
        return errors.IsEmpty
            ? new StreamChangeResult.Accepted
            {
                Stream = StatusRepositories.Clean(next),
                Cycles = TrackingTags.FindCycles(next),
            }
            : new StreamChangeResult.Rejected { Errors = errors };
    }

    /// <summary>Gives the tags that are new or changed the images that they ask for, and does nothing else.</summary>
    /// <remarks>
    /// What creating and changing a stream does to its tags: nobody is asked for leave, nothing is numbered anew and
    /// nothing validated.
    /// </remarks>
    /// <param name="stream">The stream as it is to be.</param>
    /// <param name="old">The stream as it is; null when every tag is new.</param>
    /// <param name="context">The world around it.</param>
    public static StreamChangeResult ApplyTags(ImageStream stream, ImageStream? old, StreamContext context)
    {
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentNullException.ThrowIfNull(context);

        var before = old is null ? null : StreamNormalForm.Normalize(old);
        return new TagProcessing(StreamNormalForm.Normalize(stream), before, context).RunWithoutValidation(before);
    }

    /// <summary>The stream as it is shown to a reader: with the repositories that pushes go to.</summary>
    /// <param name="stream">The stream as it is kept.</param>
    /// <param name="context">The world around it.</param>
    public static ImageStream Decorate(ImageStream stream, StreamContext context)
    {
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentNullException.ThrowIfNull(context);

        return StatusRepositories.Clean(StatusRepositories.SetInNamespace(StreamNormalForm.Normalize(stream), context));
    }

    /// <summary>The other streams that a change will look up or need leave for, so that they can be fetched before.</summary>
    /// <param name="stream">The stream as it is to be.</param>
    /// <param name="old">The stream as it is; null for one that is to be created.</param>
    /// <returns>The streams by namespace and name, in byte order, each once.</returns>
    public static ValueList<ImageStreamName> GetReferencedStreams(ImageStream stream, ImageStream? old)
    {
        ArgumentNullException.ThrowIfNull(stream);

        var next = StreamNormalForm.Normalize(stream);
        var before = old is null ? null : StreamNormalForm.Normalize(old);
        var others = new HashSet<ImageStreamName>();
        foreach (var specTag in next.Spec.Tags)
        {
            if (specTag.From is not null
                && TagChanges.IsNewOrChanged(before?.Spec.Tags.Find(specTag.Name), specTag, next.Metadata.Namespace)
                && TagSource.TryRead(next, specTag.From, out var source)
                && !source.IsOwnStream(next))
            {
                others.Add(source.Name);
            }
        }

        return AccessReviews.Sort(others);
    }

    private static ImageStream Prepare(ImageStream stream, ImageStream old, StreamContext context) =>
        StreamGenerations.Advance(StatusRepositories.SetInNamespace(stream, context), old);

    private static ImageStreamSpec KeepSpecTags(ImageStreamSpec spec, ImageStreamSpec old) =>
        spec with { Tags = old.Tags, DockerImageRepository = old.DockerImageRepository };

    private static ImageStream WithoutEmptyHistories(ImageStream stream) =>
        stream.Status.Tags.Any(static history => IsEmpty(history))
            ? stream with
            {
                Status = stream.Status with { Tags = stream.Status.Tags.Where(history => !IsEmpty(history)).ToKeyedList() },
            }
            : stream;

    private static bool IsEmpty(NamedTagEventList history) => history.Items.IsEmpty && history.Conditions.IsEmpty;
}
