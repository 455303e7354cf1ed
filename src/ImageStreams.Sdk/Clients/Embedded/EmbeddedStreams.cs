using ImageStreams.Collections;
using ImageStreams.Patching;
using ImageStreams.Storage;

namespace ImageStreams.Clients;

/// <summary>Implements <c>imagestreams</c> on a store.</summary>
internal sealed class EmbeddedStreams(Engine engine, StreamWriter writer) : IImageStreamsResource
{
    private readonly StreamDeletion _deletion = new(engine);
    private readonly StreamLister _lister = new(engine);
    private readonly StreamWatcher _watcher = new(engine);
    private readonly StreamLayersReader _layers = new(engine);
    private readonly StreamPatching _patching = new(engine, writer);

    public async Task<ImageStream> GetAsync(string ns, string name, CancellationToken cancellationToken = default) =>
        engine.Views.GetWithType(await ReadAsync(ns, name, cancellationToken).ConfigureAwait(false));

    public async Task<ImageStreamList> ListAsync(
        string? ns, ListOptions? options = null, CancellationToken cancellationToken = default)
    {
        var (streams, metadata) = await _lister
            .ListAsync(ns, options ?? new ListOptions(), cancellationToken)
            .ConfigureAwait(false);
        return new ImageStreamList { Metadata = metadata, Items = streams.ToValueList() }.WithTypeMeta();
    }

    public async Task<ImageStream> CreateAsync(
        ImageStream stream, WriteOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(stream);

        FieldManagerRules.RequireForCreate(options);
        var created = await writer
            .CreateAsync(stream, StreamWrite.ByClient(StreamWriteKind.Spec, options), cancellationToken)
            .ConfigureAwait(false);
        return engine.Views.AddType(created);
    }

    public Task<ImageStream> UpdateAsync(
        ImageStream stream, WriteOptions? options = null, CancellationToken cancellationToken = default) =>
        WriteAsync(stream, StreamWriteKind.Spec, options, cancellationToken);

    public Task<ImageStream> UpdateStatusAsync(
        ImageStream stream, WriteOptions? options = null, CancellationToken cancellationToken = default) =>
        WriteAsync(stream, StreamWriteKind.Status, options, cancellationToken);

    public Task<ImageStream> PatchAsync(
        string ns,
        string name,
        Func<ImageStream, ImageStream> change,
        WriteOptions? options = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(change);

        return ConflictRetry.RunAsync(async () =>
        {
            FieldManagerRules.RequireForUpdate(options);
            var old = await ReadAsync(ns, name, cancellationToken).ConfigureAwait(false);
            var next = change(engine.Views.GetWithType(old)) ?? throw PatchErrors.NoResult(nameof(change));
            return await WriteAsync(next, old, StreamWriteKind.Spec, options, cancellationToken).ConfigureAwait(false);
        });
    }

    public Task<PatchResult<ImageStream>> PatchAsync(
        string ns,
        string name,
        ObjectPatch patch,
        WriteOptions? options = null,
        CancellationToken cancellationToken = default) =>
        PatchAsync(ns, name, patch, StreamWriteKind.Spec, options, cancellationToken);

    public Task<PatchResult<ImageStream>> PatchStatusAsync(
        string ns,
        string name,
        ObjectPatch patch,
        WriteOptions? options = null,
        CancellationToken cancellationToken = default) =>
        PatchAsync(ns, name, patch, StreamWriteKind.Status, options, cancellationToken);

    public async Task<DeleteResult<ImageStream>> DeleteAsync(
        string ns, string name, DeleteOptions? options = null, CancellationToken cancellationToken = default)
    {
        RequireName(ns, name);
        return await _deletion.DeleteAsync(ns, name, options ?? new DeleteOptions(), cancellationToken).ConfigureAwait(false);
    }

    public IAsyncEnumerable<WatchEvent<ImageStream>> WatchAsync(
        string? ns, WatchOptions? options = null, CancellationToken cancellationToken = default) =>
        _watcher.WatchAsync(ns, options ?? new WatchOptions(), cancellationToken);

    public async Task<ImageStreamLayers> GetLayersAsync(
        string ns, string name, CancellationToken cancellationToken = default)
    {
        var stream = engine.ToView(await ReadAsync(ns, name, cancellationToken).ConfigureAwait(false));
        return (await _layers.ReadAsync(stream, cancellationToken).ConfigureAwait(false)).WithTypeMeta();
    }

    private Task<PatchResult<ImageStream>> PatchAsync(
        string ns,
        string name,
        ObjectPatch patch,
        StreamWriteKind kind,
        WriteOptions? options,
        CancellationToken cancellationToken)
    {
        RequireName(ns, name);
        ArgumentNullException.ThrowIfNull(patch);
        return _patching.PatchAsync(ns, name, patch, kind, options ?? new WriteOptions(), cancellationToken);
    }

    private async Task<ImageStream> WriteAsync(
        ImageStream stream, StreamWriteKind kind, WriteOptions? options, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(stream);

        FieldManagerRules.RequireForUpdate(options);
        var (ns, name) = (stream.Namespace, stream.Name);
        var old = await ReadAsync(ns, name, cancellationToken).ConfigureAwait(false);
        return await WriteAsync(stream, old, kind, options, cancellationToken).ConfigureAwait(false);
    }

    private async Task<ImageStream> WriteAsync(
        ImageStream stream,
        ImageStream old,
        StreamWriteKind kind,
        WriteOptions? options,
        CancellationToken cancellationToken)
    {
        VersionCheck.RequireSame(stream.Metadata, old.Metadata, ResourceNames.Streams);
        var written = await writer
            .UpdateAsync(stream, old, StreamWrite.ByClient(kind, options), cancellationToken)
            .ConfigureAwait(false);
        return engine.Views.AddType(written);
    }

    private ValueTask<ImageStream> ReadAsync(string ns, string name, CancellationToken cancellationToken)
    {
        RequireName(ns, name);
        return engine.GetStreamAsync(ns, name, ResourceNames.Streams, cancellationToken);
    }

    private static void RequireName(string ns, string name)
    {
        ArgumentNullException.ThrowIfNull(ns);
        ArgumentNullException.ThrowIfNull(name);
    }
}
