using System.Text.Json.Nodes;
using ImageStreams.Testing.Server;

namespace ImageStreams.Tests.Kubernetes;

/// <summary>A request of a command of <c>oc</c> or <c>kubectl</c> to a real server, or of our client to a fake one.</summary>
/// <param name="Command">The command line; ours have none.</param>
/// <param name="Method">The method.</param>
/// <param name="Path">The path with the query.</param>
/// <param name="ContentType">The type of the body; empty without one.</param>
/// <param name="Body">The body; null without one.</param>
/// <param name="Status">The status of the answer.</param>
internal sealed record RecordedRequest(string Command, string Method, string Path, string ContentType, JsonNode? Body, int Status)
{
    private const string FileName = "oc-requests.jsonl";
    private const string RecordedRegistry = "127.0.0.1:5000";
    private const string RecordedImage = "sha256:73bed0609b27e66d564e1be7bae0f3bee5ea04a282caaa9179a982dfe3ff937c";

    /// <summary>Gets a value indicating whether the request changes something.</summary>
    public bool IsWrite => Method != "GET";

    /// <summary>The path without its query.</summary>
    public string Place => Path.Split('?')[0];

    /// <summary>Reads the requests of a command, as made to a cluster with another registry and another image.</summary>
    public static IReadOnlyList<RecordedRequest> Read(string command, string registry, string image) =>
    [
        .. ReadLines()
            .Where(request => request["command"]!.GetValue<string>() == command)
            .Select(request => JsonNode.Parse(request.ToJsonString().Replace(RecordedRegistry, registry, StringComparison.Ordinal)
                .Replace(RecordedImage, image, StringComparison.Ordinal))!)
            .Select(Parse),
    ];

    /// <summary>The commands that were recorded.</summary>
    public static IReadOnlySet<string> ReadCommands() => ReadLines().Select(request => request["command"]!.GetValue<string>()).ToHashSet();

    /// <summary>A request that a fake cluster has logged.</summary>
    public static RecordedRequest FromLog(ClusterRequest request) => new(
        "",
        request.Method,
        request.Path + request.Query,
        request.ContentType,
        request.Body.Length == 0 ? null : JsonNode.Parse(request.Body),
        request.StatusCode);

    private static IEnumerable<JsonNode> ReadLines() =>
        File.ReadLines(System.IO.Path.Combine(AppContext.BaseDirectory, "Requests", FileName)).Select(line => JsonNode.Parse(line)!);

    private static RecordedRequest Parse(JsonNode request) => new(
        request["command"]!.GetValue<string>(),
        request["method"]!.GetValue<string>(),
        request["path"]!.GetValue<string>(),
        request["contentType"]!.GetValue<string>(),
        request["body"],
        request["status"]!.GetValue<int>());
}
