using System.Text.Json.Nodes;
using ImageStreams.Clients;
using ImageStreams.Serialization;

namespace ImageStreams.Tests.Recordings;

/// <summary>The parts of a request, as arguments of the client's methods.</summary>
internal static class RequestReading
{
    /// <summary>The object in the body, read as the server reads it.</summary>
    public static T Read<T>(this ApiRequest request)
        where T : class, IWireObject<T> => ReadObject<T>(request.Body ?? "{}", request);

    public static T Read<T>(this ApiRequest request, JsonNode body)
        where T : class, IWireObject<T> => ReadObject<T>(body.ToJsonString(), request);

    /// <summary>Metadata with the namespace of the path if it has none itself.</summary>
    public static ObjectMeta In(this ObjectMeta metadata, ApiRequest request) =>
        string.IsNullOrEmpty(metadata.Namespace) ? metadata with { Namespace = request.Namespace } : metadata;

    public static WriteOptions WriteOptions(this ApiRequest request) => new() { DryRun = request.IsDryRun };

    /// <summary>The options; with a body, the server ignores those in the query.</summary>
    public static DeleteOptions DeleteOptions(this ApiRequest request)
    {
        var body = JsonBody.TryParse(request.Body, out var json) ? json : null;
        var preconditions = body?["preconditions"];
        return new DeleteOptions
        {
            DryRun = body is null ? request.IsDryRun : body["dryRun"] is JsonArray and [var only] && (string?)only == "All",
            Uid = (string?)preconditions?["uid"],
            ResourceVersion = (string?)preconditions?["resourceVersion"],
        };
    }

    public static ListOptions ListOptions(this ApiRequest request) => new()
    {
        LabelSelector = request.Query.GetValueOrDefault("labelSelector"),
        FieldSelector = request.Query.GetValueOrDefault("fieldSelector"),
        Limit = int.TryParse(request.Query.GetValueOrDefault("limit"), out var limit) ? limit : 0,
        Continue = request.Query.GetValueOrDefault("continue"),
    };

    /// <summary>Version 0 means any state, and so does no version.</summary>
    public static WatchOptions WatchOptions(this ApiRequest request) => new()
    {
        LabelSelector = request.Query.GetValueOrDefault("labelSelector"),
        FieldSelector = request.Query.GetValueOrDefault("fieldSelector"),
        ResourceVersion = request.Query.GetValueOrDefault("resourceVersion") is { } version and not "0" ? version : null,
    };

    /// <summary>The body applied to an object as a patch.</summary>
    public static T Patch<T>(this ApiRequest request, T current)
        where T : class, IWireObject<T> => request.Read<T>(
            JsonPatches.Apply(request.ContentType, Answer.ToJson(current), JsonNode.Parse(request.Body!))!);

    private static T ReadObject<T>(string body, ApiRequest request)
        where T : class, IWireObject<T> => ImageStreamJson.Deserialize<T>(body, ImageStreamJsonOptions.Default with
        {
            KeepUnknownFields = false,
            Strict = request.Query.GetValueOrDefault("fieldValidation") == "Strict",
        });
}
