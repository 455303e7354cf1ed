using System.Text.Json;
using System.Text.Json.Nodes;
using ImageStreams.Schemas;
using ImageStreams.Serialization;

namespace ImageStreams.Kubernetes;

/// <summary>Objects as trees of JSON, and their structure.</summary>
internal static class ObjectTrees
{
    private static readonly JsonDocumentOptions Strict = new() { MaxDepth = 512, AllowDuplicateProperties = false };

    // Of an object of a kind that is not known, the metadata is, and the rest is any JSON.
    private static readonly FieldSchema.Struct Unknown = new("", [new StructField("metadata", ObjectSchemas.ObjectMeta)]);

    /// <exception cref="OwnerReadingException">The object has a field twice, or is nested too deeply.</exception>
    public static JsonObject Read(ClusterObject value) => Parse(ImageStreamJson.Serialize(value), value.ToString());

    /// <exception cref="OwnerReadingException">The text is no object of JSON, has a field twice, or is nested too deeply.</exception>
    public static JsonObject Parse(string text, string place)
    {
        try
        {
            return JsonNode.Parse(text, documentOptions: Strict) as JsonObject
                ?? throw new OwnerReadingException(place, "It is no JSON object.");
        }
        catch (JsonException e)
        {
            throw new OwnerReadingException(place, $"It is no JSON object: {e.Message}", e);
        }
    }

    /// <summary>Finds the structure of an object.</summary>
    public static ObjectSchema GetSchema(ApiObject value)
    {
        var (group, version) = SplitVersion(value);
        var kind = value.Kind ?? "";
        return ObjectSchemas.Find(group, version, kind)
            ?? ClusterSchemas.Find(group, version, kind)
            ?? new ObjectSchema { Group = group, Version = version, Kind = kind, Root = Unknown };
    }

    /// <summary>Splits the group, which is empty for the core group, from the version.</summary>
    public static (string Group, string Version) SplitVersion(ApiObject value)
    {
        var text = value.ApiVersion ?? "";
        var slash = text.IndexOf('/', StringComparison.Ordinal);
        return slash < 0 ? ("", text) : (text[..slash], text[(slash + 1)..]);
    }
}
