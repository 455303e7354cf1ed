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
        ImageStream stream, StreamWrite how, bool dryRun, CancellationToken cancellationToken)
    {
        VersionCheck.RequireNone(stream.Metadata);
        for (var tries = 1; ; tries++)
        {
            try
            {
                return await CreateOnceAsync(stream, how, dryRun, cancellationToken).ConfigureAwait(false);
            }
            catch (ApiException e) when (e.Failure == ApiFailure.AlreadyExists && IsNameless(stream) && tries < MaxNames)
            {
                // The name is taken: another end for it.
            }
        }
    }

    /// <summary>Puts a stream in the place of the one that was read.</summary>
    /// <returns>The stream as a reader sees it.</returns>
    /// <exception cref="ApiException">The stream is not valid, or has changed since.</exception>
    public async Task<ImageStream> UpdateAsync(
        ImageStream stream, ImageStream old, StreamWrite how, bool dryRun, CancellationToken cancellationToken)
    {
        var next = Bare(stream) with { Metadata = ServerMetadata.ForUpdate(stream.Metadata, old.Metadata) };
        var context = await engine.ContextOfAsync(next, old, cancellationToken).ConfigureAwait(false);
        var accepted = Accept(
            how switch
            {
                StreamWrite.Spec => StreamLifecycle.Update(next, old, context),
                StreamWrite.Internal => StreamLifecycle.UpdateInternal(next, old, context),
                _ => StreamLifecycle.UpdateStatus(next, old, context),
            },
            old.Metadata.Name);
        var kept = dryRun ? accepted : await KeepAsync(accepted, cancellationToken).ConfigureAwait(false);
        return engine.Show(kept);
    }

    private async Task<ImageStream> CreateOnceAsync(
        ImageStream stream, StreamWrite how, bool dryRun, CancellationToken cancellationToken)
    {
        var next = Bare(stream) with
        {
            Metadata = ServerMetadata.ForCreate(stream.Metadata, engine.Settings.Naming, engine.Time),
        };
        var context = await engine.ContextOfAsync(next, null, cancellationToken).ConfigureAwait(false);
        var accepted = Accept(
            how == StreamWrite.Spec
                ? StreamLifecycle.Create(next, context)
                : StreamLifecycle.CreateInternal(next, context),
            next.Metadata.Name);
        var kept = dryRun
            ? await RequireFreeAsync(accepted, cancellationToken).ConfigureAwait(false)
            : await AddAsync(accepted, cancellationToken).ConfigureAwait(false);
        return engine.Show(kept);
    }

    /// <summary>A stream as it is kept: the place says its kind.</summary>
    private ImageStream Bare(ImageStream stream) =>
        engine.Settings.Complete(stream) with { Kind = null, ApiVersion = null };

    private static bool IsNameless(ImageStream stream) => string.IsNullOrEmpty(stream.Metadata.Name);

    private static ImageStream Accept(StreamChange change, string? name) => change switch
    {
        StreamChange.Accepted accepted => accepted.Stream,
        StreamChange.Rejected rejected => throw ApiErrors.Invalid(ImageStream.KindName, name ?? "", rejected.Errors),
        _ => throw new InvalidOperationException($"There is no such outcome of a change: {change.GetType().Name}."),
    };

    private async Task<ImageStream> RequireFreeAsync(ImageStream stream, CancellationToken cancellationToken)
    {
        var (ns, name) = (stream.Metadata.Namespace ?? "", stream.Metadata.Name!);
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
            throw StoreFaults.OfObject(e, ResourceNames.Streams, stream.Metadata.Name!);
        }
    }

    /// <summary>Writes a stream, or removes one that only waited for its last finalizer.</summary>
    private async Task<ImageStream> KeepAsync(ImageStream stream, CancellationToken cancellationToken)
    {
        try
        {
            if (!ServerMetadata.IsToGo(stream.Metadata))
            {
                return await engine.Store.Streams.UpdateAsync(stream, cancellationToken).ConfigureAwait(false);
            }

            var asRead = new DeletePreconditions { ResourceVersion = stream.Metadata.ResourceVersion };
            await engine.Store.Streams.DeleteAsync(ObjectKey.Of(stream), asRead, cancellationToken).ConfigureAwait(false);
            return stream;
        }
        catch (StoreException e)
        {
            throw StoreFaults.OfObject(e, ResourceNames.Streams, stream.Metadata.Name!);
        }
    }
}
