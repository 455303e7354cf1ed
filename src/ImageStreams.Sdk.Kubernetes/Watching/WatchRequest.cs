using ImageStreams.Clients;
using ImageStreams.Serialization;

namespace ImageStreams.Kubernetes;

/// <summary>One request of a watch, until the server ends it, or says nothing for too long.</summary>
internal sealed class WatchRequest : IAsyncDisposable
{
    // What the server may be late with the end that it was asked for.
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(30);

    private readonly HttpResponseMessage _response;
    private readonly LineReader _lines;
    private readonly WatchDeadline _late;

    private WatchRequest(HttpResponseMessage response, LineReader lines, WatchDeadline late) =>
        (_response, _lines, _late) = (response, lines, late);

    /// <summary>Opens a watch.</summary>
    /// <param name="resource">The resource.</param>
    /// <param name="ns">The namespace; null for all.</param>
    /// <param name="options">The selectors.</param>
    /// <param name="version">The version after which it begins; null to begin with the objects that exist.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    public static async Task<WatchRequest> OpenAsync<T, TList>(
        ApiResource<T, TList> resource, string? ns, WatchOptions options, string? version, CancellationToken cancellationToken)
        where T : ApiObject, IWireObject<T>
        where TList : ApiList<T>, IWireObject<TList>
    {
        var sender = resource.Sender;
        var time = sender.Options.WatchTimeout * (1 + RetryDelays.GetFraction());
#pragma warning disable CA2000 // The request disposes of all of it.
        var late = new WatchDeadline(time + Grace, sender.Options.WatchSilence, sender.TimeProvider);
        try
        {
            using var end = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, late.Token);
            var response = await resource.OpenWatchAsync(ns, options, version, (long)time.TotalSeconds, end.Token).ConfigureAwait(false);
            var stream = await response.Content.ReadAsStreamAsync(end.Token).ConfigureAwait(false);
            return new WatchRequest(response, new LineReader(stream, sender.Options.MaxEventBytes), late);
#pragma warning restore CA2000
        }
        catch (Exception e)
        {
            var isLate = e is OperationCanceledException && late.IsReached && !cancellationToken.IsCancellationRequested;
            late.Dispose();
            if (isLate || e is IOException)
            {
                throw ReplyErrors.Cut("The beginnings of a watch");
            }

            throw;
        }
    }

    /// <summary>Reads the next line; null when the server, or the connection, has ended.</summary>
    /// <exception cref="ApiException">The server reports an error.</exception>
    public async ValueTask<WatchFrame?> ReadAsync(CancellationToken cancellationToken)
    {
        using var end = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, _late.Token);
        _late.Extend();
        try
        {
            return await _lines.ReadAsync(end.Token).ConfigureAwait(false) is { } line ? Check(WatchFrame.Read(line)) : null;
        }
        catch (Exception e) when (e is IOException or HttpRequestException || IsLate(e, cancellationToken))
        {
            return null;
        }
    }

    public async ValueTask DisposeAsync()
    {
        // The response first: the reader would wait for what is still to come.
        _response.Dispose();
        await _lines.DisposeAsync().ConfigureAwait(false);
        _late.Dispose();
    }

    private static WatchFrame Check(WatchFrame frame) => frame.Type == "ERROR"
        ? throw ReplyErrors.FromStatus(ResourceBodies.Read<KubernetesStatus>(frame.Object.Span))
        : frame;

    private bool IsLate(Exception exception, CancellationToken cancellationToken) =>
        exception is OperationCanceledException && _late.IsReached && !cancellationToken.IsCancellationRequested;
}
