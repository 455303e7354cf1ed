using System.Text.Json.Nodes;

namespace ImageStreams.Tests.Kubernetes;

/// <summary>The parts of a request that are compared: each parameter of its query and each value of its body is one.</summary>
internal static class RequestParts
{
    /// <summary>The parameters and values whose content is never that of another run.</summary>
    private static readonly string[] OfOneRun = ["continue", "resourceVersion", "timeoutSeconds", "metadata.resourceVersion", "metadata.uid"];

    /// <summary>Finds the parts: <c>?limit=500</c> of the query, <c>tag.from.kind=DockerImage</c> of the body.</summary>
    public static IReadOnlySet<string> Find(RecordedRequest request) =>
        FindQuery(request.Path).Concat(FindValues(request.Body)).Concat(FindType(request.ContentType)).ToHashSet(StringComparer.Ordinal);

    private static IEnumerable<string> FindType(string contentType) => contentType.Length == 0 ? [] : [$"Content-Type: {contentType}"];

    private static IEnumerable<string> FindQuery(string path) =>
        from parameter in path.Split('?').Skip(1).SelectMany(query => query.Split('&'))
        let parts = Uri.UnescapeDataString(parameter).Split('=', 2)
        select $"?{parts[0]}={Hide(parts[0], parts[1])}";

    /// <summary>Finds the values of a body; a client may write empty ones or leave them out, which the server reads alike.</summary>
    private static IEnumerable<string> FindValues(JsonNode? body)
    {
        var left = new Queue<(string Name, JsonNode? Node)>([("", body)]);
        while (left.TryDequeue(out var next))
        {
            switch (next.Node)
            {
                case JsonObject members:
                    members.ToList().ForEach(member => left.Enqueue((Join(next.Name, member.Key), member.Value)));
                    break;
                case JsonArray items:
                    items.Select((item, i) => (Join(next.Name, $"{i}"), item)).ToList().ForEach(left.Enqueue);
                    break;
                case { } value when value.ToString() is not ("" or "0" or "false"):
                    yield return $"{next.Name}={Hide(next.Name, value.ToString())}";
                    break;
            }
        }
    }

    private static string Join(string parent, string name) => parent.Length == 0 ? name : $"{parent}.{name}";

    private static string Hide(string name, string value) => OfOneRun.Contains(name) ? "N" : value;
}
