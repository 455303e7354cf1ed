using System.Text.Json.Nodes;

namespace ImageStreams.Tests.AspNetCore;

/// <summary>Selects what of two bodies is compared, where that is not everything, and says why.</summary>
internal static class HttpBodies
{
    private const string Documents = "/openapi/";

    private const string OtherKinds = "of what is served, the items that both serve, and that ours has no others: the recorded cluster has more kinds.";
    private const string Build = "the names of the fields; the values name a product and its build.";
    private const string Index = "the addresses of the documents that both have, without their hashes, and that ours has those of the image group.";
    private const string Descriptions = "the version of OpenAPI; the document is compared in structure by a test of its own.";
    private const string Beginning = "the first 1,500 characters; of the rest the size was recorded.";

    private const string Protobuf = "the status: the body is protobuf and was not recorded; ours is JSON, which the client accepts, too.";
    private const string ProtobufType = "application/vnd.kubernetes.protobuf";

    /// <summary>The reason why a body is compared in part; null if all of it is.</summary>
    public static string? FindLimit(HttpExchange recorded) => recorded.Exchange.Request.Path switch
    {
        _ when IsProtobuf(recorded) => Protobuf,
        "/version" => Build,
        "/api" or "/apis" => OtherKinds,
        _ when !RecordedHead.IsElided(recorded.Exchange.Body) => null,
        "/openapi/v3" => Index,
        var path when path.StartsWith(Documents, StringComparison.Ordinal) => Descriptions,
        _ => RecordedHead.Find(recorded.Exchange.Body) is { Open: 0 } ? null : Beginning,
    };

    /// <summary>Selects what is compared.</summary>
    public static (JsonNode? Recorded, JsonNode? Ours) Select(HttpExchange recorded, JsonNode? ours)
    {
        if (IsProtobuf(recorded))
        {
            return (null, null);
        }

        var head = RecordedHead.Find(recorded.Exchange.Body);
        var (theirs, our) = (RecordedHead.Known(recorded.Exchange.Body), ours);
        return recorded.Exchange.Request.Path switch
        {
            "/version" => (HttpDocuments.HideValues(theirs), HttpDocuments.HideValues(our)),
            "/openapi/v3" => (HttpDocuments.KeepAddresses(theirs, our, isOurs: false), HttpDocuments.KeepAddresses(our, theirs, isOurs: true)),
            var path when path.StartsWith(Documents, StringComparison.Ordinal) && head is not null => (HttpDocuments.KeepVersion(theirs), HttpDocuments.KeepVersion(our)),
            "/api" or "/apis" => SelectItems(head, theirs, our),
            _ => (HttpLists.Settle(recorded, theirs), HttpLists.Settle(recorded, head is null ? our : head.Cut(our))),
        };
    }

    /// <summary>The type of ours for that of a recorded body: JSON for protobuf.</summary>
    public static string ReadAsJson(string contentType) => contentType == ProtobufType ? "application/json" : contentType;

    private static bool IsProtobuf(HttpExchange recorded) => recorded.ResponseHeaders.GetValueOrDefault("Content-Type") == ProtobufType;

    private static (JsonNode? Recorded, JsonNode? Ours) SelectItems(RecordedHead? head, JsonNode? recorded, JsonNode? ours)
    {
        // Where only the beginning is known, so are only the first of the recorded items.
        var known = head is null ? ours : HttpDiscovery.Keep(ours, recorded, isPart: true);
        return (HttpDiscovery.Keep(recorded, known), known);
    }
}
