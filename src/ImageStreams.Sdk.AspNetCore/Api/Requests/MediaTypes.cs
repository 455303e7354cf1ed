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

    /// <summary>Determines whether a body is YAML and no JSON.</summary>
    /// <exception cref="ApiException">It is neither (415).</exception>
    public static bool IsYaml(string? contentType) => WithoutParameters(contentType) switch
    {
        "" or Json or "*/*" => false,
        Yaml => true,
        Protobuf => throw Unsupported(
            $"this server does not read {Protobuf}: send {Json} or {Yaml}; clients fall back to it with --content-type or ContentType"),
        _ => throw Unsupported(
            $"the body of the request was in an unknown format - accepted media types include: {Json}, {Yaml}"),
    };

    private static ApiException Unsupported(string message) =>
        ServedErrors.Create(ApiFailure.Unknown, 415, "UnsupportedMediaType", message, new StatusDetails());
}
