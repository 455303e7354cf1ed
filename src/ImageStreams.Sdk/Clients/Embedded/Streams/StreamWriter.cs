using ImageStreams.Collections;
using ImageStreams.Lifecycle;
using ImageStreams.Validation;

namespace ImageStreams.Clients;

/// <summary>Writes streams into the store by the rules of their lifecycle.</summary>
internal sealed class StreamWriter(Engine engine)
{
    private const int MaxNames = 8;

    private readonly StoredStreams _stored = new(engine);

    /// <summary>Adds a stream.</summary>
    /// <returns>The stream as a reader sees it; without a version after a dry run.</returns>
    /// <exception cref="ApiException">The stream is not valid, or already exists.</exception>
    public async Task<ImageStream> CreateAsync(
        ImageStream stream, StreamWrite write, CancellationToken cancellationToken)
    {
        await engine.Admission
            .RequireNamespaceAsync(stream.Namespace, ResourceNames.Streams, stream.Name, write.DryRun, cancellationToken)
            .ConfigureAwait(false);
        return await ConflictRetry
            .RunAsync(
                () => CreateOnceAsync(stream, write, cancellationToken),
                // The generated name is taken: the next attempt generates another one.
                e => e.Reason == ApiFailure.AlreadyExists && HasNoName(stream),
                MaxNames)
            .ConfigureAwait(false);
    }

    /// <summary>Replaces the stream that was read.</summary>
    /// <returns>The stream as a reader sees it.</returns>
    /// <exception cref="ApiException">The stream is not valid, or has changed since.</exception>
    public async Task<ImageStream> UpdateAsync(
        ImageStream stream, ImageStream old, StreamWrite write, CancellationToken cancellationToken)
    {
        var before = StreamNormalForm.Normalize(old);
        // With what is unchanged shared at once, all that follows only looks at what is changed.
        var sent = ToStored(stream, ServerMetadata.ForUpdate(stream.Metadata, old.Metadata)).ShareTags(before);
        var next = WithOwners(sent, before, write, stream.Metadata);
        var context = await engine.CreateContextAsync(next, before, cancellationToken).ConfigureAwait(false);
        var accepted = Accept(
            write.Kind switch
            {
                StreamWriteKind.Spec => StreamLifecycle.Update(next, before, context),
                StreamWriteKind.Internal => StreamLifecycle.UpdateWithStatus(next, before, context),
                _ => StreamLifecycle.UpdateStatus(next, before, context),
            },
            old.Metadata.Name,
            MetadataErrors.FindInUpdate(next.Metadata, before.Metadata));
        if (write.Kind is StreamWriteKind.Spec or StreamWriteKind.Internal)
        {
            await engine.Admission.RequirePermittedAsync(accepted, before, image: null, cancellationToken).ConfigureAwait(false);
        }

        accepted = StreamOwners.KeepTimes(accepted, before);
        var stored = write.DryRun ? accepted : await _stored.ReplaceAsync(accepted, cancellationToken).ConfigureAwait(false);
        return write.Kind is StreamWriteKind.Status or StreamWriteKind.Push ? WithRepositories(engine.ToView(stored), next.Status) : engine.ToView(stored);
    }

    /// <summary>Returns the stream with the owners of its fields after the write.</summary>
    private ImageStream WithOwners(ImageStream next, ImageStream before, StreamWrite write, ObjectMeta requested)
    {
        if (write.Manager is null)
        {
            return next;
        }

        var owners = write.Owners ?? StreamOwners.ForUpdate(
            next, engine.ToView(before), requested.ManagedFields, write, Timestamp.Now(engine.TimeProvider));
        return next with { Metadata = next.Metadata with { ManagedFields = owners } };
    }

    /// <summary>Returns the answer to a write of the status, which has the repositories as they were sent.</summary>
    private static ImageStream WithRepositories(ImageStream stream, ImageStreamStatus sent) => stream with
    {
        Status = stream.Status with
        {
            DockerImageRepository = sent.DockerImageRepository,
            PublicDockerImageRepository = sent.PublicDockerImageRepository,
        },
    };

    private async Task<ImageStream> CreateOnceAsync(
        ImageStream stream, StreamWrite write, CancellationToken cancellationToken)
    {
        var metadata = ServerMetadata.ForCreate(stream.Metadata, engine.Settings.Naming, engine.TimeProvider);
        var next = ToStored(stream, metadata);
        if (write.Manager is not null)
        {
            var owners = write.Owners ?? StreamOwners.ForCreate(
                next, stream.Metadata.ManagedFields, write.Manager, Timestamp.Now(engine.TimeProvider));
            next = next with { Metadata = metadata with { ManagedFields = owners } };
        }

        var context = await engine.CreateContextAsync(next, null, cancellationToken).ConfigureAwait(false);
        var accepted = Accept(
            write.Kind == StreamWriteKind.Spec
                ? StreamLifecycle.Create(next, context)
                : StreamLifecycle.CreateWithStatus(next, context),
            next.Metadata.Name,
            errors: []);
        VersionCheck.RequireNone(stream.Metadata);
        var stored = await engine.Settings.Ports
            .CreateInTurnAsync(accepted.Namespace, () => AddPermittedAsync(accepted, write.DryRun, cancellationToken), cancellationToken)
            .ConfigureAwait(false);
        return engine.ToView(stored);
    }

    private async Task<ImageStream> AddPermittedAsync(ImageStream stream, bool isDryRun, CancellationToken cancellationToken)
    {
        await engine.Admission.RequirePermittedAsync(stream, old: null, image: null, cancellationToken).ConfigureAwait(false);
        return isDryRun
            ? await _stored.RequireFreeAsync(stream, cancellationToken).ConfigureAwait(false)
            : await _stored.AddAsync(stream, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Returns the stream to store: with its defaults, in normal form, and without its kind, which the store
    /// implies.</summary>
    private ImageStream ToStored(ImageStream stream, ObjectMeta metadata)
    {
        var complete = stream.WithDefaults(engine.Settings.DefaultImportMode);
        return StreamNormalForm.Normalize(complete with { Kind = null, ApiVersion = null, Metadata = metadata });
    }

    private static bool HasNoName(ImageStream stream) => string.IsNullOrEmpty(stream.Metadata.Name);

    /// <param name="change">The result of the change.</param>
    /// <param name="name">The stream's name.</param>
    /// <param name="errors">The errors that were found before.</param>
    private static ImageStream Accept(StreamChangeResult change, string? name, ValueList<FieldError> errors) => change switch
    {
        StreamChangeResult.Accepted accepted when errors.IsEmpty => accepted.Stream,
        StreamChangeResult.Accepted => throw ApiErrors.Invalid(ImageStream.KindName, name ?? "", errors),
        StreamChangeResult.Rejected rejected =>
            throw ApiErrors.Invalid(ImageStream.KindName, name ?? "", [.. errors, .. rejected.Errors]),
        _ => throw new InvalidOperationException($"Unknown result of a change: {change.GetType().Name}."),
    };
}
