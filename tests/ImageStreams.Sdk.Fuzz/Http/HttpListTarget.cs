using System.Text.Json.Nodes;
using System.Web;
using ImageStreams.Clients;

namespace ImageStreams.Fuzz;

/// <summary>Lists: each is refused with a reason, or has what the same list of the engine has, in pages that fit together.</summary>
internal sealed class HttpListTarget(FuzzServer server) : HttpQueryTarget("http-list", server)
{
    private const int MaxPages = 10;

    protected override string CreateQuery(ref SplitMix random) => QueryMaker.CreateList(ref random);

    protected override async Task CheckQueryAsync(string query)
    {
        var first = await FuzzAnswer.SendAsync(Server.Http, "GET", $"{Path}?{query}").ConfigureAwait(false);
        var options = HttpUtility.ParseQueryString(query);
        var isNewest = options["continue"] is null or "" && options["resourceVersion"] is null or "" or "0";
        if (!first.IsSuccess || !isNewest)
        {
            return;
        }

        var (labels, fields) = (options["labelSelector"], options["fieldSelector"]);
        var all = await Server.Cluster.Client.Streams
            .ListAsync(Namespace, new ListOptions { LabelSelector = labels, FieldSelector = fields })
            .ConfigureAwait(false);
        var names = await ReadAllAsync(first.Json, labels, fields).ConfigureAwait(false);
        Expect.Equal(string.Join(' ', all.Items.Select(static stream => stream.Name)), string.Join(' ', names), "the pages have what the list has");
    }

    private async Task<List<string>> ReadAllAsync(JsonObject page, string? labels, string? fields)
    {
        var names = Names(page).ToList();
        for (var pages = 1; (string?)page["metadata"]!["continue"] is { Length: > 0 } token; pages++)
        {
            Expect.That(pages < MaxPages, "the pages end");
            var next = $"{Path}?limit=2&continue={Uri.EscapeDataString(token)}{Add("labelSelector", labels)}{Add("fieldSelector", fields)}";
            var answer = await FuzzAnswer.SendAsync(Server.Http, "GET", next).ConfigureAwait(false);
            Expect.Equal(200, answer.Status, "a list goes on");
            page = answer.Json;
            names.AddRange(Names(page));
        }

        return names;
    }

    private static string Add(string name, string? value) => value is null ? "" : $"&{name}={Uri.EscapeDataString(value)}";

    private static IEnumerable<string> Names(JsonObject page) => page["items"]!.AsArray().Select(static one => (string)one!["metadata"]!["name"]!);
}
