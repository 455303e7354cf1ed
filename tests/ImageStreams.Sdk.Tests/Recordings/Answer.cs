using System.Text.Json.Nodes;
using ImageStreams.Serialization;

namespace ImageStreams.Tests.Recordings;

/// <summary>The engine's response, as a server would send it.</summary>
internal sealed record Answer(int Status, JsonNode Body)
{
    /// <summary>The texts of the warnings.</summary>
    public IReadOnlyList<string> Warnings { get; init; } = [];

    private const string ImageApi = "image.openshift.io/v1";

    /// <summary>An object or a list; the server names its kind.</summary>
    public static Answer FromObject<T>(int status, string kind, T value)
        where T : class, IWireObject<T>
    {
        var body = ToJson(value);
        body["kind"] = kind;
        body["apiVersion"] = ImageApi;
        return new Answer(status, body);
    }

    public static Answer FromStatus(KubernetesStatus status) => new(status.Code == 0 ? 200 : status.Code, ToJson(status));

    /// <summary>The operation succeeded and returns no object.</summary>
    public static Answer Success(StatusDetails? details = null, int code = 0) => FromStatus(new KubernetesStatus
    {
        Kind = "Status",
        ApiVersion = "v1",
        Status = "Success",
        Details = details,
        Code = code,
    });

    /// <summary>An exception that no client should throw; no server answers like that, so it is always different.</summary>
    public static Answer Unhandled(Exception exception) => new(599, new JsonObject { ["exception"] = exception.ToString() });

    public static JsonObject ToJson<T>(T value)
        where T : class, IWireObject<T> => JsonNode.Parse(ImageStreamJson.Serialize(value))!.AsObject();
}
