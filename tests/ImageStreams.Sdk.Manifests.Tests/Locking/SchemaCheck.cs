using System.Text.Json;
using System.Text.RegularExpressions;

namespace ImageStreams.Tests.Manifests.Locking;

/// <summary>Checks JSON against the words of JSON schema that the schema of locks uses; an unknown word fails.</summary>
internal sealed class SchemaCheck(JsonElement schema)
{
    private static readonly string[] Notes = ["$schema", "$id", "title", "description", "definitions", "format"];

    /// <summary>Finds what violates the schema, each as a path and a word.</summary>
    public IReadOnlyList<string> Find(JsonElement value) => [.. Find(value, schema, "$")];

    private IEnumerable<string> Find(JsonElement value, JsonElement rule, string path) => rule.EnumerateObject()
        .Where(word => !Notes.Contains(word.Name))
        .SelectMany(word => Find(value, word, rule, path));

    private IEnumerable<string> Find(JsonElement value, JsonProperty word, JsonElement rule, string path) => word.Name switch
    {
        "$ref" => Find(value, Follow(word.Value.GetString()!), path),
        "properties" => FindIn(value, (name, member) => word.Value.TryGetProperty(name, out var inner) ? Find(member, inner, $"{path}.{name}") : []),
        "additionalProperties" => FindIn(value, (name, member) => IsNamed(rule, name) ? [] : Find(member, word.Value, $"{path}.{name}")),
        "propertyNames" => FindIn(value, (name, _) => Find(JsonSerializer.SerializeToElement(name), word.Value, $"{path}.{name}")),
        "items" => value.EnumerateArray().SelectMany(item => Find(item, word.Value, $"{path}[]")),
        _ => IsValid(value, word) ? [] : [$"{path}: {word.Name}"],
    };

    private static bool IsValid(JsonElement value, JsonProperty word) => word.Name switch
    {
        "type" => IsOfType(value, word.Value.GetString()!),
        "required" => word.Value.EnumerateArray().All(name => value.TryGetProperty(name.GetString()!, out _)),
        "enum" => word.Value.EnumerateArray().Any(one => one.GetString() == value.GetString()),
        "const" => word.Value.GetInt64() == value.GetInt64(),
        "minimum" => value.GetInt64() >= word.Value.GetInt64(),
        "minLength" => value.GetString()!.Length >= word.Value.GetInt32(),
        "maxLength" => value.GetString()!.Length <= word.Value.GetInt32(),
        "pattern" => Regex.IsMatch(value.GetString()!, word.Value.GetString()!),
        _ => throw new InvalidOperationException($"The word {word.Name} is not known here."),
    };

    private static bool IsOfType(JsonElement value, string type) => type switch
    {
        "object" => value.ValueKind == JsonValueKind.Object,
        "array" => value.ValueKind == JsonValueKind.Array,
        "string" => value.ValueKind == JsonValueKind.String,
        _ => value.ValueKind == JsonValueKind.Number && value.TryGetInt64(out _),
    };

    private static IEnumerable<string> FindIn(JsonElement value, Func<string, JsonElement, IEnumerable<string>> find) =>
        value.ValueKind == JsonValueKind.Object ? value.EnumerateObject().SelectMany(member => find(member.Name, member.Value)) : [];

    private static bool IsNamed(JsonElement rule, string name) =>
        rule.TryGetProperty("properties", out var named) && named.TryGetProperty(name, out _);

    private JsonElement Follow(string reference) => reference.Split('/').Skip(1).Aggregate(schema, (at, name) => at.GetProperty(name));
}
