using ImageStreams.Collections;
using ImageStreams.References;
using ImageStreams.Resolution;
using ImageStreams.Validation;

namespace ImageStreams.Lifecycle;

/// <summary>Creates and changes streams as OpenShift's API server does.</summary>
/// <remarks>
/// <para>Pure functions in time linear in the stream. The resulting streams have the form that the API server returns: tags
/// in the byte order of their names, the last of two with the same name, and defaults filled in.</para>
/// <para>Where OpenShift's result depends on the random order in which it processes tags, this is the result for the order
/// of <see cref="TrackingTags"/>: each tag after the tag of the stream that it follows.</para>
/// </remarks>
public static class StreamLifecycle
{
    /// <summary>Creates a stream as a user does: the given status is dropped.</summary>
    /// <param name="stream">The stream to create.</param>
    /// <param name="context">The environment of the change.</param>
    /// <returns>The created stream, or the errors.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="stream"/> or <paramref name="context"/> is null.</exception>
    public static StreamChangeResult Create(ImageStream stream, StreamContext context)
    {
        ArgumentNullException.ThrowIfNull(stream);
        return CreateWithStatus(stream with { Status = ImageStreamStatus.Default }, context);
    }

    /// <summary>Creates a stream as a push or an import does: the given status is kept.</summary>
    /// <param name="stream">The stream to create.</param>
    /// <param name="context">The environment of the change.</param>
    /// <returns>The created stream, or the errors.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="stream"/> or <paramref name="context"/> is null.</exception>
    public static StreamChangeResult CreateWithStatus(ImageStream stream, StreamContext context)
    {
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentNullException.ThrowIfNull(context);
        var next = StatusRepositories.Set(StreamNormalForm.Normalize(stream, StreamGenerations.First), context);
        return new TagProcessing(next, old: null, context).Run(
            static processing => processing.MoveFollowers(before: null),
            created => ImageStreamValidator.Validate(created, context.AllowedRegistries));
    }

    /// <summary>Updates a stream as a user does: the given status is dropped.</summary>
    /// <remarks>
    /// As in OpenShift, tags that follow a changed tag do not move with this update, but with the next write of the status,
    /// such as a push or an import.
    /// </remarks>
    /// <param name="stream">The new stream.</param>
    /// <param name="old">The current stream.</param>
    /// <param name="context">The environment of the change.</param>
    /// <returns>The updated stream, or the errors.</returns>
    /// <exception cref="ArgumentNullException">
    /// <paramref name="stream"/>, <paramref name="old"/> or <paramref name="context"/> is null.
    /// </exception>
    public static StreamChangeResult Update(ImageStream stream, ImageStream old, StreamContext context)
    {
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentNullException.ThrowIfNull(old);
        ArgumentNullException.ThrowIfNull(context);
        var before = StreamNormalForm.Normalize(old);
        var requested = StreamNormalForm.Normalize(stream) with { Status = before.Status };
        var next = Prepare(requested.ShareTags(before), before, context);

        // The API server changes the old status in place, and so validates against the status it has just written.
        return new TagProcessing(next, before, context).Run(
            static _ => { },
            changed => ImageStreamValidator.ValidateUpdate(
                changed, before with { Status = changed.Status }, context.AllowedRegistries));
    }

    /// <summary>Updates a stream as a push or an import does: the given status is kept.</summary>
    /// <remarks>Tags with neither history nor conditions are removed from the status.</remarks>
    /// <param name="stream">The new stream.</param>
    /// <param name="old">The current stream.</param>
    /// <param name="context">The environment of the change.</param>
    /// <returns>The updated stream, or the errors.</returns>
    /// <exception cref="ArgumentNullException">
    /// <paramref name="stream"/>, <paramref name="old"/> or <paramref name="context"/> is null.
    /// </exception>
    public static StreamChangeResult UpdateWithStatus(ImageStream stream, ImageStream old, StreamContext context)
    {
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentNullException.ThrowIfNull(old);
        ArgumentNullException.ThrowIfNull(context);
        var before = StreamNormalForm.Normalize(old);
        var requested = WithoutEmptyHistories(StreamNormalForm.Normalize(stream));
        var next = Prepare(requested.ShareTags(before), before, context);
        return new TagProcessing(next, before, context).Run(
            processing => processing.MoveFollowers(before),
            changed => ImageStreamValidator.ValidateUpdate(changed, before, context.AllowedRegistries));
    }

    /// <summary>Updates the status of a stream only, with its metadata and its lookup policy.</summary>
    /// <param name="stream">The new stream.</param>
    /// <param name="old">The current stream.</param>
    /// <param name="context">The environment of the change.</param>
    /// <returns>The updated stream, or the errors.</returns>
    /// <exception cref="ArgumentNullException">
    /// <paramref name="stream"/>, <paramref name="old"/> or <paramref name="context"/> is null.
    /// </exception>
    public static StreamChangeResult UpdateStatus(ImageStream stream, ImageStream old, StreamContext context)
    {
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentNullException.ThrowIfNull(old);
        ArgumentNullException.ThrowIfNull(context);
        var before = StreamNormalForm.Normalize(old);
        var requested = StreamNormalForm.Normalize(stream with { Spec = KeepSpecTags(stream.Spec, before.Spec) });
        var next = StreamGenerations.SetObservedGenerations(requested.ShareTags(before), before);
        var errors = ImageStreamValidator.ValidateStatusUpdate(next, before, context.AllowedRegistries);
        return errors.IsEmpty
            ? new StreamChangeResult.Accepted { Stream = StatusRepositories.Clean(next) }
            : new StreamChangeResult.Rejected { Errors = errors };
    }

    /// <summary>Copies the images of new and changed spec tags into their histories, and does nothing else.</summary>
    /// <remarks>
    /// Performs the part of creating and updating a stream that concerns its tags: access is not reviewed, generations are
    /// not assigned and nothing is validated.
    /// </remarks>
    /// <param name="stream">The new stream.</param>
    /// <param name="old">The current stream; null when every tag is new.</param>
    /// <param name="context">The environment of the change.</param>
    /// <returns>The changed stream, or the errors.</returns>
    /// <exception cref="ArgumentNullException">
    /// <paramref name="stream"/> or <paramref name="context"/> is null.
    /// </exception>
    public static StreamChangeResult ApplyTags(ImageStream stream, ImageStream? old, StreamContext context)
    {
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentNullException.ThrowIfNull(context);
        var before = old is null ? null : StreamNormalForm.Normalize(old);
        return new TagProcessing(StreamNormalForm.Normalize(stream), before, context).RunWithoutValidation(before);
    }

    /// <summary>Creates the stream that a reader gets, with the repositories in the integrated registry.</summary>
    /// <param name="stream">The stored stream.</param>
    /// <param name="context">The environment.</param>
    /// <returns>The stream for readers.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="stream"/> or <paramref name="context"/> is null.</exception>
    public static ImageStream Decorate(ImageStream stream, StreamContext context)
    {
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentNullException.ThrowIfNull(context);
        return StatusRepositories.Clean(StatusRepositories.SetInNamespace(StreamNormalForm.Normalize(stream), context));
    }

    /// <summary>
    /// Gets the other streams that a change looks up or reviews access to, so that they can be read in advance.
    /// </summary>
    /// <param name="stream">The new stream.</param>
    /// <param name="old">The current stream; null for a stream to create.</param>
    /// <returns>The streams by namespace and name, in byte order, each once.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="stream"/> is null.</exception>
    public static ValueList<ImageStreamName> GetReferencedStreams(ImageStream stream, ImageStream? old)
    {
        ArgumentNullException.ThrowIfNull(stream);
        var next = StreamNormalForm.Normalize(stream);
        var before = old is null ? null : StreamNormalForm.Normalize(old);
        var others = new HashSet<ImageStreamName>();
        foreach (var (known, specTag) in next.Spec.Tags.FindChanges(before?.Spec.Tags ?? default))
        {
            if (specTag?.From is not null
                && TagChanges.IsNewOrChanged(known, specTag, next.Metadata.Namespace)
                && TagSource.TryRead(next, specTag.From, out var source)
                && !source.IsOwnStream)
            {
                others.Add(source.StreamName);
            }
        }

        return AccessReviews.Sort(others);
    }

    private static ImageStream Prepare(ImageStream stream, ImageStream old, StreamContext context) =>
        StreamGenerations.Advance(StatusRepositories.SetInNamespace(stream, context), old);

    private static ImageStreamSpec KeepSpecTags(ImageStreamSpec spec, ImageStreamSpec old) =>
        spec with { Tags = old.Tags, DockerImageRepository = old.DockerImageRepository };

    private static ImageStream WithoutEmptyHistories(ImageStream stream)
    {
        if (stream.Status.Tags.All(ItemMarks.HasHistory, static history => !IsEmpty(history)))
        {
            return stream;
        }

        var histories = stream.Status.Tags.Where(static history => !IsEmpty(history)).ToKeyedList();
        return stream with { Status = stream.Status with { Tags = histories } };
    }

    private static bool IsEmpty(NamedTagEventList history) => history.Items.IsEmpty && history.Conditions.IsEmpty;
}
