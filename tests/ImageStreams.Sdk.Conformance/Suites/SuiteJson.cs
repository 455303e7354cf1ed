using System.Text.Json;
using System.Text.Json.Nodes;
using ImageStreams.Serialization;

namespace ImageStreams.Conformance.Suites;

/// <summary>API objects between cases and code.</summary>
internal static class SuiteJson
{
    /// <summary>Reads an API object; what the case gives as null, or not at all, is null.</summary>
    public static T? Find<T>(this JsonElement input, string name)
        where T : class, IWireObject<T> =>
        input.TryGetProperty(name, out var value) && value.ValueKind != JsonValueKind.Null
            ? ImageStreamJson.Deserialize<T>(value.GetRawText())
            : null;

    /// <summary>Reads an API object that the case must give.</summary>
    public static T Get<T>(this JsonElement input, string name)
        where T : class, IWireObject<T> => ImageStreamJson.Deserialize<T>(input.GetProperty(name).GetRawText());

    /// <summary>Reads a list of API objects; empty when the case gives none.</summary>
    public static IReadOnlyList<T> List<T>(this JsonElement input, string name)
        where T : class, IWireObject<T> =>
        input.TryGetProperty(name, out var list) && list.ValueKind == JsonValueKind.Array
            ? [.. list.EnumerateArray().Select(item => ImageStreamJson.Deserialize<T>(item.GetRawText()))]
            : [];

    /// <summary>A text of the case; empty when it gives none.</summary>
    public static string Text(this JsonElement input, string name) =>
        input.TryGetProperty(name, out var value) ? value.GetString() ?? "" : "";

    /// <summary>An API object as a node of an answer.</summary>
    public static JsonNode? ToNode<T>(this T? value)
        where T : class, IWireObject<T> => value is null ? null : JsonNode.Parse(ImageStreamJson.Serialize(value));

    /// <summary>Nodes as an array of an answer.</summary>
    public static JsonArray ToArray(this IEnumerable<JsonNode?> nodes) => new([.. nodes]);
}
