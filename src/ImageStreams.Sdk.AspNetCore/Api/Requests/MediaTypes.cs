using ImageStreams.Clients;
using ImageStreams.Patching;

namespace ImageStreams.AspNetCore;

/// <summary>The media types of bodies.</summary>
internal static class MediaTypes
{
    public const string Json = "application/json";

    public const string Yaml = "application/yaml";

    public const string Protobuf = "application/vnd.kubernetes.protobuf";

    /// <summary>Returns a media type without its parameters, such as the character set.</summary>
    public static string WithoutParameters(string? contentType)
    {
        var type = contentType ?? "";
        var end = type.IndexOf(';', StringComparison.Ordinal);
        return (end < 0 ? type : type[..end]).Trim();
    }

    /// <summary>Requires the type of a patch.</summary>
    /// <exception cref="ApiException">It is none (415).</exception>
    public static PatchType RequirePatch(string? contentType) => WithoutParameters(contentType) switch
    {
        "application/json-patch+json" => PatchType.Json,
        "application/merge-patch+json" => PatchType.Merge,
        "application/strategic-merge-patch+json" => PatchType.StrategicMerge,
        "application/apply-patch+yaml" => PatchType.Apply,
        _ => throw Unsupported("415: Unsupported Media Type"),
    };

    /// <summary>Requires the type of a body that is an object: JSON, YAML, or protobuf, which is read for the kinds of Kubernetes that
    /// clients create without a file.</summary>
    /// <exception cref="ApiException">It is another one (415).</exception>
    public static string RequireObject(string? contentType) => WithoutParameters(contentType) switch
    {
        "" or Json or "*/*" => Json,
        Yaml => Yaml,
        Protobuf => Protobuf,
        _ => throw Unsupported(
            $"the body of the request was in an unknown format - accepted media types include: {Json}, {Yaml}"),
    };

    /// <summary>Creates the error for a kind that is not read as protobuf (415).</summary>
    public static ApiException UnreadProtobuf() => Unsupported(
        $"this server does not read {Protobuf} here: send {Json} or {Yaml}; clients fall back to it with --content-type or ContentType");

    private static ApiException Unsupported(string message) =>
        ServedErrors.Create(ApiFailure.Unknown, 415, "UnsupportedMediaType", message, new StatusDetails());
}
