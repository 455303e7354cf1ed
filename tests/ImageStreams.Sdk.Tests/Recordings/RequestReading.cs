using System.Text;
using System.Text.Json.Nodes;
using ImageStreams.Clients;
using ImageStreams.Patching;
using ImageStreams.Serialization;

namespace ImageStreams.Tests.Recordings;

/// <summary>The parts of a request, as arguments of the client's methods.</summary>
internal static class RequestReading
{
    /// <summary>The object in the body, read as the server reads it.</summary>
    public static T Read<T>(this ApiRequest request)
        where T : ApiObject, IWireObject<T> => ReadObject<T>(request.Body ?? "{}", request);

    public static T Read<T>(this ApiRequest request, JsonNode body)
        where T : ApiObject, IWireObject<T> => ReadObject<T>(body.ToJsonString(), request);

    /// <summary>Metadata with the namespace of the path if it has none itself.</summary>
    public static ObjectMeta In(this ObjectMeta metadata, ApiRequest request) =>
        string.IsNullOrEmpty(metadata.Namespace) ? metadata with { Namespace = request.Namespace } : metadata;

    public static WriteOptions WriteOptions(this ApiRequest request) => new()
    {
        DryRun = request.IsDryRun,
        FieldManager = GetManager(request),
        Force = request.Query.GetValueOrDefault("force") == "true",
        FieldValidation = Enum.TryParse<FieldValidation>(request.Query.GetValueOrDefault("fieldValidation"), out var validation)
            ? validation
            : FieldValidation.Warn,
        OnWarning = request.Warnings.Add,
    };

    /// <summary>The patch in the body.</summary>
    public static ObjectPatch ReadPatch(this ApiRequest request)
    {
        var types = Enum.GetValues<PatchType>().Select(type => new ObjectPatch { Type = type, Utf8Json = default });
        var patch = types.Single(patch => patch.MediaType == request.ContentType!.Split(';')[0]);
        return patch with { Utf8Json = Encoding.UTF8.GetBytes(request.Body ?? "") };
    }

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

    private static T ReadObject<T>(string body, ApiRequest request)
        where T : ApiObject, IWireObject<T>
    {
        var options = request.WriteOptions();
        return RequestBodies.Read<T>(Encoding.UTF8.GetBytes(body), options.FieldValidation, options.OnWarning);
    }

    /// <summary>The name in the query or, except for an apply, that of the client.</summary>
    private static string? GetManager(ApiRequest request)
    {
        var named = request.Query.GetValueOrDefault("fieldManager");
        var isApply = request.ContentType == "application/apply-patch+yaml";
        return string.IsNullOrEmpty(named) && !isApply && request.Client.Length > 0 ? request.Client[..Math.Min(request.Client.Length, 128)] : named;
    }
}
