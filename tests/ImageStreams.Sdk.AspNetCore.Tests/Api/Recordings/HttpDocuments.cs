using System.Text.Json.Nodes;

namespace ImageStreams.Tests.AspNetCore;

/// <summary>Selects what is compared of the documents that a server has about itself.</summary>
internal static class HttpDocuments
{
    private const string ImageGroup = "apis/image.openshift.io/v1";

    /// <summary>Returns a document with the names of its fields only.</summary>
    public static JsonNode? HideValues(JsonNode? body) => body is JsonObject value
        ? new JsonObject(value.Select(field => KeyValuePair.Create(field.Key, (JsonNode?)"(value)")))
        : body?.DeepClone();

    /// <summary>Returns the version of OpenAPI of a document.</summary>
    public static JsonNode? KeepVersion(JsonNode? body) => new JsonObject { ["openapi"] = body?["openapi"]?.DeepClone() };

    /// <summary>Returns a list of documents with the addresses of those that another list has, too, without their hashes.</summary>
    /// <param name="body">The list.</param>
    /// <param name="other">The other list.</param>
    /// <param name="isOurs">True for ours, which must have the documents of the image group; of the recorded list, these were cut off.</param>
    public static JsonNode? KeepAddresses(JsonNode? body, JsonNode? other, bool isOurs)
    {
        if (body?["paths"] is not JsonObject paths || other?["paths"] is not JsonObject others)
        {
            return body?.DeepClone();
        }

        var both = paths.Where(path => path.Key != ImageGroup && others.ContainsKey(path.Key));
        return new JsonObject(both.Select(path => KeyValuePair.Create(path.Key, HideHash(path.Value))))
        {
            [ImageGroup] = isOurs ? HideHash(paths[ImageGroup]) : $"/openapi/v3/{ImageGroup}?hash=",
        };
    }

    private static JsonNode? HideHash(JsonNode? path) =>
        (string?)path?["serverRelativeURL"] is { } address ? address[..(address.IndexOf("hash=", StringComparison.Ordinal) + "hash=".Length)] : null;
}
