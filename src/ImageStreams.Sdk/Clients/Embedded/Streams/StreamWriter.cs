using ImageStreams.Lifecycle;
using ImageStreams.Storage;

namespace ImageStreams.Clients;

/// <summary>Brings streams into the store by the rules of their lifecycle.</summary>
internal sealed class StreamWriter(Engine engine)
{
    private const int MaxNames = 8;

    /// <summary>Adds a stream.</summary>
    /// <returns>The stream as a reader sees it; without a version if that was only a try.</returns>
    /// <exception cref="ApiException">The stream is not valid, or is there already.</exception>
    public async Task<ImageStream> CreateAsync(
        ImageStream stream, StreamWriteKind kind, bool dryRun, CancellationToken cancellationToken)
    {
        VersionCheck.RequireNone(stream.Metadata);
        for (var tries = 1; ; tries++)
        {
            try
            {
                return await CreateOnceAsync(stream, kind, dryRun, cancellationToken).ConfigureAwait(false);
            }
            catch (ApiException e) when (e.Reason == ApiFailure.AlreadyExists && HasNoName(stream) && tries < MaxNames)
            {
                // The name is taken: another end for it.
            }
        }
    }

    /// <summary>Puts a stream in the place of the one that was read.</summary>
    /// <returns>The stream as a reader sees it.</returns>
    /// <exception cref="ApiException">The stream is not valid, or has changed since.</exception>
    public async Task<ImageStream> UpdateAsync(
        ImageStream stream, ImageStream old, StreamWriteKind kind, bool dryRun, CancellationToken cancellationToken)
    {
        var next = ToStored(stream) with { Metadata = ServerMetadata.ForUpdate(stream.Metadata, old.Metadata) };
        var context = await engine.CreateContextAsync(next, old, cancellationToken).ConfigureAwait(false);
        var accepted = Accept(
            kind switch
            {
                StreamWriteKind.Spec => StreamLifecycle.Update(next, old, context),
                StreamWriteKind.Internal => StreamLifecycle.UpdateWithStatus(next, old, context),
                _ => StreamLifecycle.UpdateStatus(next, old, context),
            },
            old.Metadata.Name);
        var kept = dryRun ? accepted : await KeepAsync(accepted, cancellationToken).ConfigureAwait(false);
        return engine.ToView(kept);
    }

    private async Task<ImageStream> CreateOnceAsync(
        ImageStream stream, StreamWriteKind kind, bool dryRun, CancellationToken cancellationToken)
    {
        var next = ToStored(stream) with
        {
            Metadata = ServerMetadata.ForCreate(stream.Metadata, engine.Settings.Naming, engine.TimeProvider),
        };
        var context = await engine.CreateContextAsync(next, null, cancellationToken).ConfigureAwait(false);
        var accepted = Accept(
            kind == StreamWriteKind.Spec
                ? StreamLifecycle.Create(next, context)
                : StreamLifecycle.CreateWithStatus(next, context),
            next.Metadata.Name);
        var kept = dryRun
            ? await RequireFreeAsync(accepted, cancellationToken).ConfigureAwait(false)
            : await AddAsync(accepted, cancellationToken).ConfigureAwait(false);
        return engine.ToView(kept);
    }

    /// <summary>A stream as it is kept: the place says its kind.</summary>
    private ImageStream ToStored(ImageStream stream) =>
        stream.WithDefaults(engine.Settings.DefaultImportMode) with { Kind = null, ApiVersion = null };

    private static bool HasNoName(ImageStream stream) => string.IsNullOrEmpty(stream.Metadata.Name);

    private static ImageStream Accept(StreamChangeResult change, string? name) => change switch
    {
        StreamChangeResult.Accepted accepted => accepted.Stream,
        StreamChangeResult.Rejected rejected => throw ApiErrors.Invalid(ImageStream.KindName, name ?? "", rejected.Errors),
        _ => throw new InvalidOperationException($"There is no such outcome of a change: {change.GetType().Name}."),
    };

    private async Task<ImageStream> RequireFreeAsync(ImageStream stream, CancellationToken cancellationToken)
    {
        var (ns, name) = (stream.Namespace, stream.Metadata.Name!);
        return await engine.FindStreamAsync(ns, name, cancellationToken).ConfigureAwait(false) is null
            ? stream
            : throw ApiErrors.AlreadyExists(ResourceNames.Streams, name);
    }

    private async Task<ImageStream> AddAsync(ImageStream stream, CancellationToken cancellationToken)
    {
        try
        {
            return await engine.Store.Streams.CreateAsync(stream, cancellationToken).ConfigureAwait(false);
        }
        catch (StoreException e)
        {
            throw StoreApiErrors.FromObjectFailure(e, ResourceNames.Streams, stream.Metadata.Name!);
        }
    }

    /// <summary>Writes a stream, or removes one that only waited for its last finalizer.</summary>
    private async Task<ImageStream> KeepAsync(ImageStream stream, CancellationToken cancellationToken)
    {
        try
        {
            if (!ServerMetadata.IsFinalized(stream.Metadata))
            {
                return await engine.Store.Streams.UpdateAsync(stream, cancellationToken).ConfigureAwait(false);
            }

            var asRead = new DeletePreconditions { ResourceVersion = stream.Metadata.ResourceVersion };
            await engine.Store.Streams.DeleteAsync(ObjectKey.FromObject(stream), asRead, cancellationToken).ConfigureAwait(false);
            return stream;
        }
        catch (StoreException e)
        {
            throw StoreApiErrors.FromObjectFailure(e, ResourceNames.Streams, stream.Metadata.Name!);
        }
    }
}
