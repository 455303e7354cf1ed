namespace ImageStreams.Clients;

/// <summary>Lists streams as a reader sees them.</summary>
internal sealed class StreamLister(Engine engine)
{
    private readonly StoreLister _lister = new(engine.Versions);

    /// <summary>Lists one page, or all streams without a limit.</summary>
    public async Task<(IEnumerable<ImageStream> Streams, ListMeta Metadata)> ListAsync(
        string? ns, ListOptions options, CancellationToken cancellationToken)
    {
        // Selectors match streams as a reader sees them, with their repositories.
        var selection = new StreamSelection(options.LabelSelector, options.FieldSelector);
        Func<ImageStream, bool>? selects = selection.IsEmpty ? null : stream => selection.Matches(engine.ToView(stream));
        var (streams, metadata) = await _lister
            .ListAsync(engine.Store.Streams, ns, options, selects, cancellationToken)
            .ConfigureAwait(false);
        // There is at most one stream of a name in a namespace, so no page follows it.
        var isOne = ns is not null && selection.ExactName is not null;
        return (streams.Select(engine.ToView), isOne ? metadata with { Continue = null } : metadata);
    }

    /// <summary>Lists all streams for a list of their tags, which has no pages.</summary>
    public async Task<IEnumerable<ImageStream>> ListAllAsync(
        string? ns, ListOptions? options, CancellationToken cancellationToken)
    {
        var all = (options ?? new ListOptions()) with { Limit = 0, Continue = null };
        return (await ListAsync(ns, all, cancellationToken).ConfigureAwait(false)).Streams;
    }
}
