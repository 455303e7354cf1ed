namespace ImageStreams.Registries;

/// <summary>A list of referrers of which the first entry is known, so that it is known to come.</summary>
internal sealed class OpenedList : IAsyncDisposable
{
    private readonly IAsyncEnumerator<RegistryReferrer> _entries;
    private bool _isMirror;

    private OpenedList(IAsyncEnumerator<RegistryReferrer> entries) => _entries = entries;

    public bool HasCurrent { get; private set; }

    public RegistryReferrer Current => _isMirror ? MirrorAnswers.Mark(_entries.Current) : _entries.Current;

    /// <summary>Reads the first entry.</summary>
    /// <exception cref="RegistryException">There is no list.</exception>
    public static async Task<OpenedList> OpenAsync(
        IAsyncEnumerable<RegistryReferrer> entries, CancellationToken cancellationToken)
    {
        var list = new OpenedList(entries.GetAsyncEnumerator(cancellationToken));
        try
        {
            await list.MoveAsync().ConfigureAwait(false);
            return list;
        }
        catch
        {
            await list.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }

    public OpenedList AsMirror()
    {
        _isMirror = true;
        return this;
    }

    public async Task MoveAsync() => HasCurrent = await _entries.MoveNextAsync().ConfigureAwait(false);

    public ValueTask DisposeAsync() => _entries.DisposeAsync();
}
