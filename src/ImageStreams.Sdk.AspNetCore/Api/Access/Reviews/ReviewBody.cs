using System.Text.Json;
using System.Text.Json.Nodes;
using ImageStreams.Clients;

namespace ImageStreams.AspNetCore;

/// <summary>Reads the bodies of reviews.</summary>
internal static class ReviewBody
{
    private static readonly JsonDocumentOptions Strict = new() { AllowDuplicateProperties = false };

    /// <summary>Reads a body as an object of a kind.</summary>
    /// <exception cref="ApiException">The body is no JSON object, or one of another kind.</exception>
    public static JsonObject Read(ReadOnlyMemory<byte> body, ResourceDefinition definition)
    {
        var json = Parse(body, definition);
        return FindText(json, "kind") == definition.Kind && FindText(json, "apiVersion") == definition.ApiVersion
            ? json
            : throw AccessErrors.BadRequest(
                $"the object provided is unrecognized (must be of type {definition.Kind}): it is of another kind or version, or of none");
    }

    /// <summary>Finds a text; empty when it is missing.</summary>
    /// <exception cref="ApiException">The value is no text.</exception>
    public static string FindText(JsonObject json, string name) => json[name] switch
    {
        null => "",
        JsonValue value when value.TryGetValue<string>(out var text) => text,
        _ => throw AccessErrors.BadRequest($"the field {name} must be a string"),
    };

    /// <summary>Finds an object; null when it is missing.</summary>
    /// <exception cref="ApiException">The value is no object.</exception>
    public static JsonObject? FindObject(JsonObject json, string name) => json[name] switch
    {
        null => null,
        JsonObject value => value,
        _ => throw AccessErrors.BadRequest($"the field {name} must be an object"),
    };

    /// <summary>Finds a list of texts; empty when it is missing.</summary>
    /// <exception cref="ApiException">The value is something else.</exception>
    public static IReadOnlyList<string> FindTexts(JsonObject json, string name) => json[name] switch
    {
        null => [],
        JsonArray values when values.All(static value => value?.GetValueKind() == JsonValueKind.String) =>
            [.. values.Select(static value => value!.GetValue<string>())],
        _ => throw AccessErrors.BadRequest($"the field {name} must be a list of strings"),
    };

    private static JsonObject Parse(ReadOnlyMemory<byte> body, ResourceDefinition definition)
    {
        try
        {
            var json = JsonNode.Parse(body.Span, documentOptions: Strict);
            JsonTexts.Require(json);
            return json as JsonObject ?? throw CreateUnrecognized(definition, "it is no object");
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            throw CreateUnrecognized(definition, body.IsEmpty ? "the body is empty" : "it is no JSON");
        }
    }

    private static ApiException CreateUnrecognized(ResourceDefinition definition, string reason) =>
        AccessErrors.BadRequest($"the object provided is unrecognized (must be of type {definition.Kind}): {reason}");
}
