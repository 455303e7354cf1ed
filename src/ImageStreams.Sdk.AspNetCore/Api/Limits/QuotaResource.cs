using System.Runtime.CompilerServices;
using ImageStreams.Clients;
using ImageStreams.Storage;

namespace ImageStreams.AspNetCore;

/// <summary><c>resourcequotas</c>: objects of the store, whose status counts the streams whenever somebody looks.</summary>
internal sealed class QuotaResource(StoredResource stored, QuotaCounter counter, IImageStreamClient client)
    : WrappedResource(stored)
{
    public override async ValueTask<ServedAnswer> GetAsync(ResourceRequest request, CancellationToken cancellationToken)
    {
        await counter.CountAsync(request.Namespace, cancellationToken).ConfigureAwait(false);
        return await base.GetAsync(request, cancellationToken).ConfigureAwait(false);
    }

    public override async ValueTask<ServedAnswer> ListAsync(ResourceRequest request, CancellationToken cancellationToken)
    {
        await counter.CountAsync(request.Namespace, cancellationToken).ConfigureAwait(false);
        return await base.ListAsync(request, cancellationToken).ConfigureAwait(false);
    }

    public override IAsyncEnumerable<ServedEvent> WatchAsync(ResourceRequest request, CancellationToken cancellationToken) =>
        CountMeanwhileAsync(base.WatchAsync(request, cancellationToken), request.Namespace, cancellationToken);

    private async IAsyncEnumerable<ServedEvent> CountMeanwhileAsync(
        IAsyncEnumerable<ServedEvent> events, string? ns, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var end = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var counting = CountStreamsAsync(ns, end.Token);
        try
        {
            await foreach (var one in events.WithCancellation(cancellationToken).ConfigureAwait(false))
            {
                yield return one;
                if (one.Type is ServedEventType.Added or ServedEventType.Modified)
                {
                    await counter.CountAsync(ObjectNames.FindNamespace(one.Object!), cancellationToken).ConfigureAwait(false);
                }
            }
        }
        finally
        {
            await end.CancelAsync().ConfigureAwait(false);
            await counting.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async Task CountStreamsAsync(string? ns, CancellationToken cancellationToken)
    {
        var page = await client.Streams.ListAsync(ns, new ListOptions { Limit = 1 }, cancellationToken).ConfigureAwait(false);
        var options = new WatchOptions { ResourceVersion = page.Metadata.ResourceVersion };
        await foreach (var change in client.Streams.WatchAsync(ns, options, cancellationToken).ConfigureAwait(false))
        {
            if (FindCounted(change) is { } stream)
            {
                await counter.CountAsync(stream.Namespace, cancellationToken).ConfigureAwait(false);
            }
        }
    }

    private static ImageStream? FindCounted(WatchEvent<ImageStream> change) => change switch
    {
        WatchEvent<ImageStream>.Added added => added.Object,
        WatchEvent<ImageStream>.Deleted deleted => deleted.Object,
        _ => null,
    };
}
