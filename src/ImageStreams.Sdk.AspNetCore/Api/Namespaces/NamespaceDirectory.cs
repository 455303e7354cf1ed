using ImageStreams.Clients;
using ImageStreams.Storage;

namespace ImageStreams.AspNetCore;

/// <summary>The namespaces of a served API, which are kept in the store beside the streams.</summary>
/// <remarks>
/// <para>By default a namespace comes to be with the first object in it, and one that nobody has written to is answered as if it were
/// there, so that clients need not create any.</para>
/// <para>Thread-safe.</para>
/// </remarks>
public sealed class NamespaceDirectory : INamespaces
{
    /// <summary>The name of the resource in the store.</summary>
    internal const string Resource = "namespaces";

    private const int MaxAttempts = 5;

    private readonly TimeProvider _timeProvider;
    private readonly bool _createsOnDemand;
    private readonly DateTimeOffset _start;

    /// <summary>Creates the directory.</summary>
    /// <param name="store">The store; it is that of the streams, or one of its own.</param>
    /// <param name="createsOnDemand">True, the default, to create namespaces on demand; false to require that they are created.</param>
    /// <param name="timeProvider">The time provider, or null for the system clock.</param>
    /// <exception cref="ArgumentNullException"><paramref name="store"/> is null.</exception>
    public NamespaceDirectory(IClusterObjectStore store, bool createsOnDemand = true, TimeProvider? timeProvider = null)
    {
        ArgumentNullException.ThrowIfNull(store);

        Objects = store.GetObjects(Resource);
        _createsOnDemand = createsOnDemand;
        _timeProvider = timeProvider ?? TimeProvider.System;
        _start = _timeProvider.GetUtcNow();
    }

    /// <summary>The namespaces as they are stored.</summary>
    internal IObjectStore<ClusterObject> Objects { get; }

    /// <summary>Gets the state of a namespace; one that is not there is created when namespaces come on demand.</summary>
    /// <param name="name">The namespace's name.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    /// <returns>The state.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="name"/> is null.</exception>
    public async ValueTask<NamespaceState> GetStateAsync(string name, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(name);

        var found = await Objects.FindAsync(new ObjectKey("", name), cancellationToken).ConfigureAwait(false);
        if (found is not null)
        {
            return found.Metadata.DeletionTimestamp is null ? NamespaceState.Active : NamespaceState.Terminating;
        }

        return _createsOnDemand && NamespaceNames.IsValid(name) ? await EnsureAsync(name, cancellationToken).ConfigureAwait(false) : NamespaceState.NotFound;
    }

    /// <summary>Gets the state of a namespace, and creates none.</summary>
    /// <param name="name">The namespace's name.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    /// <returns>The state; <see cref="NamespaceState.Active"/> for one that comes on demand.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="name"/> is null.</exception>
    public async ValueTask<NamespaceState> PeekStateAsync(string name, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(name);
        var found = await FindAsync(name, cancellationToken).ConfigureAwait(false);
        if (found is null)
        {
            return NamespaceState.NotFound;
        }

        return found.Metadata.DeletionTimestamp is null ? NamespaceState.Active : NamespaceState.Terminating;
    }

    /// <summary>Creates a namespace.</summary>
    /// <param name="name">The name.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    /// <returns>True if it was created, false if it exists.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="name"/> is null.</exception>
    public async ValueTask<bool> CreateAsync(string name, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(name);
        return await TryCreateAsync(NamespaceDocuments.Create(new ObjectMeta { Name = name }), cancellationToken).ConfigureAwait(false) is not null;
    }

    /// <summary>Finds a namespace; null when it is not there. One that nobody has written to has a stable UID when namespaces come on
    /// demand.</summary>
    internal async ValueTask<ClusterObject?> FindAsync(string name, CancellationToken cancellationToken)
    {
        var found = await Objects.FindAsync(new ObjectKey("", name), cancellationToken).ConfigureAwait(false);
        return found ?? Imagine(name);
    }

    /// <summary>Imagines a namespace that nobody has written to; null when namespaces do not come on demand.</summary>
    internal ClusterObject? Imagine(string name) =>
        _createsOnDemand && NamespaceNames.IsValid(name) ? NamespaceDocuments.Imagine(name, Timestamp.FromDateTimeOffset(_start)) : null;

    /// <summary>Creates a namespace; null when it exists.</summary>
    internal async ValueTask<ClusterObject?> TryCreateAsync(ClusterObject value, CancellationToken cancellationToken)
    {
        var named = value with
        {
            Metadata = value.Metadata with { Uid = Guid.NewGuid().ToString(), CreationTimestamp = Timestamp.FromDateTimeOffset(_timeProvider.GetUtcNow()) },
        };
        try
        {
            return await Objects.CreateAsync(named, cancellationToken).ConfigureAwait(false);
        }
        catch (StoreException e) when (e.Reason == StoreFailure.AlreadyExists)
        {
            return null;
        }
    }

    /// <summary>Marks a namespace as one that goes: nothing can be created in it any more.</summary>
    internal async ValueTask<ClusterObject> BeginDeleteAsync(ClusterObject current, CancellationToken cancellationToken)
    {
        for (var attempt = 1; current.Metadata.DeletionTimestamp is null; attempt++)
        {
            try
            {
                return await TerminateAsync(current, cancellationToken).ConfigureAwait(false);
            }
            catch (StoreException e) when (e.Reason is StoreFailure.Conflict or StoreFailure.NotFound && attempt < MaxAttempts)
            {
                current = await FindAsync(current.Metadata.Name!, cancellationToken).ConfigureAwait(false)
                    ?? NamespaceDocuments.Terminate(current, Timestamp.FromDateTimeOffset(_timeProvider.GetUtcNow()));
            }
        }

        return current;
    }

    private async ValueTask<ClusterObject> TerminateAsync(ClusterObject current, CancellationToken cancellationToken)
    {
        var stored = current.Metadata.ResourceVersion is null
            ? await TryCreateAsync(current, cancellationToken).ConfigureAwait(false) ?? current
            : current;
        var now = Timestamp.FromDateTimeOffset(_timeProvider.GetUtcNow());
        return await Objects.UpdateAsync(NamespaceDocuments.Terminate(stored, now), cancellationToken).ConfigureAwait(false);
    }

    private async ValueTask<NamespaceState> EnsureAsync(string name, CancellationToken cancellationToken)
    {
        await CreateAsync(name, cancellationToken).ConfigureAwait(false);
        return NamespaceState.Active;
    }
}
