using System.Text.Json.Nodes;
using System.Web;
using ImageStreams.Clients;

namespace ImageStreams.Fuzz;

/// <summary>Watches: each is refused with a reason, or begins with what there is, and ends when its reader goes.</summary>
internal sealed class HttpWatchTarget(FuzzServer server) : HttpQueryTarget("http-watch", server)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    protected override string CreateQuery(ref SplitMix random) => QueryMaker.CreateWatch(ref random);

    protected override async Task CheckQueryAsync(string query)
    {
        using var patience = new CancellationTokenSource(Patience);
        try
        {
            await WatchAsync(query, patience.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (patience.IsCancellationRequested)
        {
            throw new BrokenPropertyException($"the watch {query} tells in time what there is");
        }
    }

    private async Task WatchAsync(string query, CancellationToken cancellationToken)
    {
        using var request = FuzzAnswer.CreateRequest("GET", $"{Path}?watch=true&{query}");
        using var response = await Server.Http
            .SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken)
            .ConfigureAwait(false);
        if (!response.IsSuccessStatusCode)
        {
            var body = await response.Content.ReadAsStringAsync(cancellationToken).ConfigureAwait(false);
            new FuzzAnswer((int)response.StatusCode, body).Check("GET", query);
            return;
        }

        var options = HttpUtility.ParseQueryString(query);
        if (options["resourceVersion"] is null or "" or "0" && options["sendInitialEvents"] is not ("false" or "0"))
        {
            using var lines = new StreamReader(await response.Content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false));
            await CheckInitialAsync(lines, options["labelSelector"], options["fieldSelector"], cancellationToken).ConfigureAwait(false);
        }
    }

    private async Task CheckInitialAsync(StreamReader lines, string? labels, string? fields, CancellationToken cancellationToken)
    {
        var all = await Server.Cluster.Client.Streams
            .ListAsync(Namespace, new ListOptions { LabelSelector = labels, FieldSelector = fields }, cancellationToken)
            .ConfigureAwait(false);
        foreach (var stream in all.Items)
        {
            var line = await lines.ReadLineAsync(cancellationToken).ConfigureAwait(false);
            Expect.That(line is not null, "a watch does not end before it has told what there is");
            var json = JsonNode.Parse(line!)!;
            Expect.Equal($"ADDED {stream.Name}", $"{json["type"]} {json["object"]!["metadata"]!["name"]}", "a watch begins with what there is");
        }
    }
}
