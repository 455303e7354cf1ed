using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using ImageStreams.Collections;
using ImageStreams.Serialization;

namespace ImageStreams.AspNetCore;

/// <summary>Turns objects of the store into JSON documents that can be changed, and back, and into answers.</summary>
internal static class ObjectDocuments
{
    private const string ManagedFields = "managedFields";

    private static readonly JsonWriterOptions Plain = new()
    {
        SkipValidation = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    // Patches are refused when they make more levels than the API reads, which are more than the 64 of the default.
    private static readonly JsonDocumentOptions OfAnyDepth = new() { MaxDepth = RawJson.MaxDepth * 2 };

    /// <summary>Creates a document of an object, without the owners of its fields.</summary>
    public static JsonObject FromObject(ClusterObject value) =>
        WithOwners(value with { Metadata = value.Metadata with { ManagedFields = default } });

    /// <summary>Creates a document of an object with the owners of its fields, as patches see it.</summary>
    public static JsonObject WithOwners(ClusterObject value) =>
        (JsonObject)JsonNode.Parse(ImageStreamJson.SerializeToUtf8Bytes(value), null, OfAnyDepth)!;

    /// <summary>Creates the object of a document.</summary>
    /// <param name="document">The document; owners in it are left out.</param>
    /// <param name="owners">The owners of its fields.</param>
    public static ClusterObject ToObject(JsonObject document, ValueList<ManagedFieldsEntry> owners)
    {
        (document["metadata"] as JsonObject)?.Remove(ManagedFields);
        var value = ImageStreamJson.Deserialize<ClusterObject>(ToUtf8(document));
        return value with { Metadata = value.Metadata with { ManagedFields = owners } };
    }

    /// <summary>Returns the JSON of an object as answers have it, encoded once.</summary>
    public static ServedObject ToServed(ClusterObject value) => KeptEncodings.Newest.Find(value)
        ?? KeptEncodings.Newest.Keep(value, new ServedObject(ImageStreamJson.SerializeToUtf8Bytes(value with { Kind = null, ApiVersion = null })));

    /// <summary>Writes a document, with all characters as they are: other escapes would be other texts to those who compare them.</summary>
    public static byte[] ToUtf8(JsonObject document)
    {
        using var buffer = new MemoryStream();
        using (var writer = new Utf8JsonWriter(buffer, Plain))
        {
            document.WriteTo(writer);
        }

        return buffer.ToArray();
    }

    /// <summary>Takes the owners out of a document that a client sent; null when it names none.</summary>
    public static JsonNode? TakeOwners(JsonObject document)
    {
        if (document["metadata"] is not JsonObject metadata || !metadata.TryGetPropertyValue(ManagedFields, out var sent))
        {
            return null;
        }

        metadata.Remove(ManagedFields);
        return sent ?? new JsonArray();
    }

    /// <summary>Takes the owners out of a patched document; null when they are those that it had.</summary>
    public static JsonNode? TakeOwners(JsonObject document, ValueList<ManagedFieldsEntry> before)
    {
        var isThere = document["metadata"] is JsonObject metadata && metadata.ContainsKey(ManagedFields);
        return isThere || before.IsEmpty ? TakeOwners(document) : new JsonArray();
    }
}
