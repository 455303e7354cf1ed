using ImageStreams.Clients;
using ImageStreams.Collections;
using ImageStreams.Storage;

namespace ImageStreams.Kubernetes;

/// <summary>The state of controllers in the ConfigMaps of a namespace, so that another pod goes on where one has ended.</summary>
/// <remarks>
/// <para>Each section has up to 32 ConfigMaps, among which its records are divided by their keys: some 30 MB in all. A write is one patch
/// of the ConfigMaps that it changes, and loses nothing that others write into them. One that changes several is kept as a ConfigMap of
/// its own until all of them have it; whoever reads meanwhile reads the whole write, and a process that reads it after its writer
/// has ended finishes it.</para>
/// <para>A record of more than 1,000,000 bytes is refused with an <see cref="ArgumentException"/>. A write for which a ConfigMap has no
/// room is <see cref="StoreFailure.OutOfSpace"/>, one without the right to it <see cref="StoreFailure.ReadOnly"/>, and a cluster that
/// does not answer, or refuses otherwise, <see cref="StoreFailure.Unavailable"/>.</para>
/// <para>Needs the verbs <c>list</c>, <c>create</c>, <c>patch</c> and <c>delete</c> of ConfigMaps in one namespace. Instances are
/// thread-safe; the calls of one take turns.</para>
/// </remarks>
#pragma warning disable CA1001 // The semaphore is only awaited, which needs no handle to close.
public sealed class KubernetesStateStore : IStateStore
#pragma warning restore CA1001
{
    /// <summary>The default beginning of the names of the ConfigMaps: <c>imagestreams</c>.</summary>
    public const string DefaultPrefix = "imagestreams";

    private readonly StateReader _reader;
    private readonly StateWriter _writer;
    private readonly SemaphoreSlim _turn = new(1, 1);

    /// <summary>Creates a store.</summary>
    /// <param name="connection">The connection; it stays the caller's to dispose of.</param>
    /// <param name="ns">The namespace of the ConfigMaps; null for that of the connection.</param>
    /// <param name="prefix">The beginning of the names of the ConfigMaps: at most 63 lowercase letters, digits and hyphens.</param>
    /// <exception cref="ArgumentNullException"><paramref name="connection"/> or <paramref name="prefix"/> is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="prefix"/> is no such text.</exception>
    public KubernetesStateStore(ClusterConnection connection, string? ns = null, string prefix = DefaultPrefix)
    {
        ArgumentNullException.ThrowIfNull(connection);
        ArgumentNullException.ThrowIfNull(prefix);
        if (!StoredNames.IsNamespace(prefix))
        {
            throw new ArgumentException($"'{prefix}' cannot begin the name of a ConfigMap.", nameof(prefix));
        }

        var layout = new StateLayout(prefix);
        var client = new StateClient(connection.Sender, ns ?? connection.DefaultNamespace, layout);
        var room = new StateRoom(client, layout);
        _reader = new StateReader(client, layout, room);
        _writer = new StateWriter(client, layout, room);
    }

    /// <inheritdoc/>
    /// <exception cref="StoreException">The cluster refuses, or does not answer.</exception>
    public async ValueTask<ValueList<StateRecord>> ReadAsync(string section, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(section);
        StateContents? contents = null;
        await RunAsync(ReadInTurnAsync, cancellationToken).ConfigureAwait(false);
        return contents!.Read(section);

        async Task ReadInTurnAsync()
        {
            await _writer.FinishAsync(cancellationToken).ConfigureAwait(false);
            contents = await _reader.ReadAsync(section, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <inheritdoc/>
    /// <exception cref="ArgumentNullException"><paramref name="records"/> is null, or has a null record.</exception>
    /// <exception cref="StoreException">There is no room, or the cluster refuses or does not answer. Nothing is written then, or all of
    /// it with the next call.</exception>
    public async ValueTask WriteAsync(IReadOnlyCollection<StateRecord> records, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(records);
        var batch = StateBatch.Create(records, StateRoom.MaxBytes);
        cancellationToken.ThrowIfCancellationRequested();
        if (batch.Parts.Count > 0)
        {
            await RunAsync(() => _writer.WriteAsync(batch, cancellationToken), cancellationToken).ConfigureAwait(false);
        }
    }

    private async Task RunAsync(Func<Task> call, CancellationToken cancellationToken)
    {
        await _turn.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            await call().ConfigureAwait(false);
        }
        catch (ApiException e)
        {
            throw StoreFailures.FromState(e);
        }
        finally
        {
            _turn.Release();
        }
    }
}
