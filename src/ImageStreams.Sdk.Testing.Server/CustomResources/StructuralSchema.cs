using System.Collections.Frozen;
using System.Text.Json.Nodes;
using ImageStreams.AspNetCore;

namespace ImageStreams.Testing.Server;

/// <summary>The schema of a custom resource, or of a value in one: <c>openAPIV3Schema</c> as it was written.</summary>
/// <remarks>Immutable. Read recursively along the JSON, whose depth is bounded.</remarks>
internal sealed class StructuralSchema
{
    private StructuralSchema(JsonObject json)
    {
        Json = json;
        Type = json.FindText("type") ?? "";
        Properties = ReadAll(json.FindObject("properties") ?? []);
        Items = json.FindObject("items") is { } items ? new StructuralSchema(items) : null;
        AdditionalProperties = json.FindObject("additionalProperties") is { } values ? new StructuralSchema(values) : null;
        ListMapKeys = [.. json.FindTexts("x-kubernetes-list-map-keys")];
        Required = [.. json.FindTexts("required")];
        Pattern = json.FindText("pattern") is { } pattern ? SchemaPattern.Read(pattern) : null;
        (AllOf, AnyOf, OneOf) = (ReadList(json, "allOf"), ReadList(json, "anyOf"), ReadList(json, "oneOf"));
        Not = json.FindObject("not") is { } not ? new StructuralSchema(not) : null;
    }

    /// <summary>The schema of a value of which nothing is said.</summary>
    public static StructuralSchema Any { get; } = new(new JsonObject { ["x-kubernetes-preserve-unknown-fields"] = true });

    /// <summary>The schema as it was written.</summary>
    public JsonObject Json { get; }

    /// <summary>The type, such as <c>object</c>; empty for any.</summary>
    public string Type { get; }

    /// <summary>The named fields.</summary>
    public FrozenDictionary<string, StructuralSchema> Properties { get; }

    /// <summary>The items of an array; null when nothing is said of them.</summary>
    public StructuralSchema? Items { get; }

    /// <summary>The values whose keys users choose; null when nothing is said of them.</summary>
    public StructuralSchema? AdditionalProperties { get; }

    /// <summary>The keys of a list of the type <c>map</c>.</summary>
    public IReadOnlyList<string> ListMapKeys { get; }

    /// <summary>The fields that must be there.</summary>
    public IReadOnlyList<string> Required { get; }

    /// <summary>The pattern of a text; null for none.</summary>
    public SchemaPattern? Pattern { get; }

    /// <summary>The schemas of which a value must meet all.</summary>
    public IReadOnlyList<StructuralSchema> AllOf { get; }

    /// <summary>The schemas of which a value must meet one or more; empty for none.</summary>
    public IReadOnlyList<StructuralSchema> AnyOf { get; }

    /// <summary>The schemas of which a value must meet exactly one; empty for none.</summary>
    public IReadOnlyList<StructuralSchema> OneOf { get; }

    /// <summary>The schema that a value must not meet; null for none.</summary>
    public StructuralSchema? Not { get; }

    /// <summary>The list type: <c>atomic</c>, <c>set</c> or <c>map</c>; null for none.</summary>
    public string? ListType => Json.FindText("x-kubernetes-list-type");

    /// <summary>Gets a value indicating whether an object has one owner.</summary>
    public bool IsAtomicMap => Json.FindText("x-kubernetes-map-type") == "atomic";

    /// <summary>Gets a value indicating whether fields that the schema does not name are kept.</summary>
    public bool PreservesUnknown => Json.IsTrue("x-kubernetes-preserve-unknown-fields") || Json.IsTrue("additionalProperties");

    /// <summary>Gets a value indicating whether the value is an object with a type and metadata of its own.</summary>
    public bool IsEmbedded => Json.IsTrue("x-kubernetes-embedded-resource");

    /// <summary>Gets a value indicating whether the value is a number or a text.</summary>
    public bool IsIntOrString => Json.IsTrue("x-kubernetes-int-or-string");

    /// <summary>Gets a value indicating whether null is a value.</summary>
    public bool IsNullable => Json.IsTrue("nullable");

    /// <summary>The value of a field that is missing; null for none.</summary>
    public JsonNode? Default => Json["default"];

    /// <summary>Reads a schema; its JSON must not change afterwards.</summary>
    public static StructuralSchema Read(JsonObject json) => new(json);

    /// <summary>Finds the schema of a field; null when nothing is said of it.</summary>
    public StructuralSchema? FindField(string name) => Properties.GetValueOrDefault(name) ?? AdditionalProperties;

    private static FrozenDictionary<string, StructuralSchema> ReadAll(JsonObject properties) => properties
        .Where(static property => property.Value is JsonObject)
        .ToFrozenDictionary(static property => property.Key, static property => new StructuralSchema((JsonObject)property.Value!));

    private static StructuralSchema[] ReadList(JsonObject json, string name) =>
        [.. json.FindItems(name).Select(static one => new StructuralSchema(one))];
}
