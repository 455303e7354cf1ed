using System.Runtime.CompilerServices;
using ImageStreams.Clients;
using ImageStreams.Storage;
using Microsoft.Extensions.Logging;

namespace ImageStreams.Kubernetes;

/// <summary>Watches one resource in one namespace, or in all of them. Where it may not be seen, that is said once, and there are no
/// objects until it may.</summary>
/// <param name="resource">The resource.</param>
/// <param name="ns">The namespace; null for all.</param>
/// <param name="interval">The time after which it is tried again.</param>
/// <param name="said">What was said already, over all watches.</param>
/// <param name="logger">The logger.</param>
internal sealed class TriggerWatch(
    TriggerResource resource,
    string? ns,
    TimeSpan interval,
    SaidOnce<(TriggerResource? Resource, string? Namespace)> said,
    ILogger logger)
{
    private static readonly TimeSpan BookmarkInterval = TimeSpan.FromMinutes(1);

    private string Scope => ns is null ? "all namespaces" : $"the namespace {ns}";

    private WatchEvent<ClusterObject>.Bookmark NoObjects { get; } = new() { ResourceVersion = "", EndsInitialEvents = true };

    /// <summary>Watches until the token is canceled, or the watch cannot go on.</summary>
    public async IAsyncEnumerable<WatchEvent<ClusterObject>> RunAsync(
        ApiSender sender, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        IAsyncEnumerator<WatchEvent<ClusterObject>>? changes;
        while ((changes = await TryBeginAsync(sender, cancellationToken).ConfigureAwait(false)) is null)
        {
            yield return NoObjects;
            await Task.Delay(interval, sender.TimeProvider, cancellationToken).ConfigureAwait(false);
        }

        await using (changes.ConfigureAwait(false))
        {
            do
            {
                yield return changes.Current;
            }
            while (await changes.MoveNextAsync().ConfigureAwait(false));
        }
    }

    /// <summary>Begins a watch, up to its first event; null where it may not be begun.</summary>
    private async Task<IAsyncEnumerator<WatchEvent<ClusterObject>>?> TryBeginAsync(ApiSender sender, CancellationToken cancellationToken)
    {
        var objects = new ApiResource<ClusterObject, ClusterObjectList>(sender, resource.Type);
        var options = new WatchOptions { SendInitialEvents = true, BookmarkInterval = BookmarkInterval };
        var changes = objects.WatchAsync(ns, options, cancellationToken).GetAsyncEnumerator(cancellationToken);
        try
        {
            await changes.MoveNextAsync().ConfigureAwait(false);
            SayFollowed();
            return changes;
        }
        catch (ApiException e) when (e.Reason is ApiFailure.Forbidden or ApiFailure.NotFound)
        {
            await changes.DisposeAsync().ConfigureAwait(false);
            Say(e);
            return null;
        }
    }

    private void SayFollowed()
    {
        if (said.Forget((resource, ns)))
        {
            logger.Followed(resource.ToString(), Scope);
        }
    }

    private void Say(ApiException failure)
    {
        if (!said.Add((resource, ns)))
        {
            return;
        }

        if (failure.Reason == ApiFailure.NotFound)
        {
            logger.NotServed(resource.ToString(), interval);
        }
        else
        {
            logger.LeftAlone(resource.ToString(), Scope, failure.Message, interval);
        }
    }
}
