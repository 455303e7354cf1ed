using System.Threading.Channels;

namespace ImageStreams.Controllers;

/// <summary>Reads results as they are added; see <see cref="ControllerReports"/>.</summary>
/// <remarks>Each enumeration reads all results that are added after it began, from a buffer of its own.</remarks>
/// <typeparam name="T">The kind of the results.</typeparam>
public sealed class ReportReader<T> : IAsyncEnumerable<T>
{
    private readonly ReportReaders<T> _readers;
    private readonly CancellationToken _cancellationToken;
    private long _dropped;

    internal ReportReader(ReportReaders<T> readers, CancellationToken cancellationToken)
    {
        _readers = readers;
        _cancellationToken = cancellationToken;
    }

    /// <summary>The number of results that were dropped because this reader was too slow.</summary>
    public long Dropped => Interlocked.Read(ref _dropped);

    /// <summary>Begins an enumeration, which has all results from now on.</summary>
    /// <param name="cancellationToken">A token to end the enumeration.</param>
    /// <returns>The enumeration; dispose of it when it is no longer read.</returns>
    public IAsyncEnumerator<T> GetAsyncEnumerator(CancellationToken cancellationToken = default) =>
        new Enumerator(this, _readers.Open(() => Interlocked.Increment(ref _dropped)), cancellationToken);

    private sealed class Enumerator(ReportReader<T> reader, Channel<T> channel, CancellationToken cancellationToken)
        : IAsyncEnumerator<T>
    {
        private readonly CancellationTokenSource _end =
            CancellationTokenSource.CreateLinkedTokenSource(reader._cancellationToken, cancellationToken);

        public T Current { get; private set; } = default!;

        public async ValueTask<bool> MoveNextAsync()
        {
            Current = await channel.Reader.ReadAsync(_end.Token).ConfigureAwait(false);
            return true;
        }

        public ValueTask DisposeAsync()
        {
            reader._readers.Close(channel);
            _end.Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
