using ImageStreams.Collections;
using ImageStreams.Storage;

namespace ImageStreams.Tests.Hosting;

/// <summary>A store of state in memory that fails on request.</summary>
internal sealed class FaultyStateStore : IStateStore
{
    private readonly InMemoryStateStore _inner = new();

    /// <summary>The exception that every call throws; null for none.</summary>
    public Func<Exception>? Failure { get; set; }

    /// <summary>A store that cannot be reached.</summary>
    public static Exception Unavailable() => new StoreException(StoreFailure.Unavailable, "The database does not answer.");

    public ValueTask<ValueList<StateRecord>> ReadAsync(string section, CancellationToken cancellationToken = default) =>
        Failure is { } failure ? throw failure() : _inner.ReadAsync(section, cancellationToken);

    public ValueTask WriteAsync(IReadOnlyCollection<StateRecord> records, CancellationToken cancellationToken = default) =>
        Failure is { } failure ? throw failure() : _inner.WriteAsync(records, cancellationToken);
}
