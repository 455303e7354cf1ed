using System.Runtime.CompilerServices;
using System.Threading.Channels;
using ImageStreams.Clients;
using ImageStreams.Storage;

namespace ImageStreams.Kubernetes;

/// <summary>The streams of several namespaces as one source, for users who may not see those of all.</summary>
/// <remarks>
/// A version is that of each namespace, in one text. A namespace that may not be seen is said once, and has no streams; when it is time
/// to look again, the watch ends as one whose version is gone, after which everything is listed.
/// </remarks>
/// <param name="source">The streams of each namespace.</param>
/// <param name="namespaces">The namespaces.</param>
/// <param name="scope">Tells of the namespaces that may not be seen.</param>
internal sealed class NamespacedStreams(IObjectSource<ImageStream> source, IReadOnlyList<string> namespaces, HiddenNamespaces scope)
    : IObjectSource<ImageStream>
{
    private const int Capacity = 64;

    public string Resource => source.Resource;

    public async Task<ApiList<ImageStream>> ListPageAsync(string? ns, ListOptions options, CancellationToken cancellationToken)
    {
        var streams = new List<ImageStream>();
        var versions = new NamespaceVersions();
        foreach (var one in namespaces)
        {
            if (await FindVersionAsync(one, options, streams, cancellationToken).ConfigureAwait(false) is { } version)
            {
                versions.Set(one, version);
            }
        }

        return new ImageStreamList { Items = [.. streams], Metadata = new ListMeta { ResourceVersion = versions.ToString() } };
    }

    public async IAsyncEnumerable<WatchEvent<ImageStream>> WatchChangesAsync(
        string? ns, WatchOptions options, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var end = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var events = Channel.CreateBounded<WatchEvent<ImageStream>>(Capacity);
        var running = Begin(options, events.Writer, end.Token);
        try
        {
            await foreach (var change in events.Reader.ReadAllAsync(cancellationToken).ConfigureAwait(false))
            {
                yield return change;
            }
        }
        finally
        {
            await end.CancelAsync().ConfigureAwait(false);
            await Task.WhenAll(running).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private Task[] Begin(WatchOptions options, ChannelWriter<WatchEvent<ImageStream>> events, CancellationToken cancellationToken)
    {
        var versions = NamespaceVersions.Parse(options.ResourceVersion ?? "");
        var seen = versions.All;
        var watches = seen.Select(one => ForwardAsync(
            events, change => change with { ResourceVersion = versions.Set(one.Namespace, change.ResourceVersion) },
            source.WatchChangesAsync(one.Namespace, options with { ResourceVersion = one.Version }, cancellationToken)));
        return seen.Count == namespaces.Count ? [.. watches] : [.. watches, EndLaterAsync(events, cancellationToken)];
    }

    private async Task<string?> FindVersionAsync(
        string ns, ListOptions options, List<ImageStream> streams, CancellationToken cancellationToken)
    {
        try
        {
            var version = await ListAsync(ns, options, streams, cancellationToken).ConfigureAwait(false);
            scope.SetSeen(Resource, ns);
            return version;
        }
        catch (ApiException e) when (e.Reason is ApiFailure.Forbidden or ApiFailure.NotFound)
        {
            scope.Say(Resource, ns, e.Message);
            return null;
        }
    }

    private async Task<string?> ListAsync(string ns, ListOptions options, List<ImageStream> streams, CancellationToken cancellationToken)
    {
        string? version = null;
        var page = options;
        do
        {
            var list = await source.ListPageAsync(ns, page, cancellationToken).ConfigureAwait(false);
            streams.AddRange(list.Items);
            version ??= list.Metadata.ResourceVersion;
            page = page with { Continue = list.Metadata.Continue };
        }
        while (!string.IsNullOrEmpty(page.Continue));

        return version;
    }

    private static async Task ForwardAsync(
        ChannelWriter<WatchEvent<ImageStream>> events,
        Func<WatchEvent<ImageStream>, WatchEvent<ImageStream>> locate,
        IAsyncEnumerable<WatchEvent<ImageStream>> watch)
    {
        try
        {
            await foreach (var change in watch.ConfigureAwait(false))
            {
                await events.WriteAsync(locate(change)).ConfigureAwait(false);
            }

            events.TryComplete();
        }
        catch (Exception e)
        {
            events.TryComplete(e);
            throw;
        }
    }

    private async Task EndLaterAsync(ChannelWriter<WatchEvent<ImageStream>> events, CancellationToken cancellationToken)
    {
        await Task.Delay(scope.Interval, scope.TimeProvider, cancellationToken).ConfigureAwait(false);
        events.TryComplete(ReplyErrors.FromStatus(new KubernetesStatus
        {
            Status = "Failure", Code = 410, Reason = StatusReasons.Expired, Message = "It is time to look for namespaces that could not be seen.",
        }));
    }
}
