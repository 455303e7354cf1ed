using System.Text.Json.Nodes;

namespace ImageStreams.Tests.AspNetCore;

/// <summary>Reads OpenAPI documents without their prose.</summary>
internal static class OpenApiStructure
{
    private const string Reference = "$ref";
    private const string Kinds = "x-kubernetes-group-version-kind";
    private const string ImageGroup = "image.openshift.io";

    /// <summary>Describes each definition in a line: names, types, defaults and merge rules, ordered by name.</summary>
    public static IReadOnlyDictionary<string, string> Describe(JsonObject definitions) =>
        definitions.ToDictionary(one => one.Key, one => Order(one.Value)!.ToJsonString());

    /// <summary>Gets the names of all definitions that a document refers to.</summary>
    public static IEnumerable<string> GetReferences(JsonNode? node) => node switch
    {
        JsonObject json => json.SelectMany(one => one.Key == Reference ? [((string)one.Value!).Split('/')[^1]] : GetReferences(one.Value)),
        JsonArray values => values.SelectMany(GetReferences),
        _ => [],
    };

    private static JsonNode? Order(JsonNode? node) => node switch
    {
        JsonObject json => new JsonObject(json
            .Where(one => one.Key != "description" || one.Value is not JsonValue)
            .Where(one => one.Key != Kinds || OrderKinds(one.Value!).Count > 0)
            .OrderBy(one => one.Key, StringComparer.Ordinal)
            .Select(one => KeyValuePair.Create(one.Key, one.Key == Kinds ? OrderKinds(one.Value!) : Order(one.Value)))),
        JsonArray values => new JsonArray([.. values.Select(Order)]),
        null => null,
        _ => node.DeepClone(),
    };

    /// <summary>Leaves the kinds of other groups out: OpenShift once served these in the core group.</summary>
    private static JsonArray OrderKinds(JsonNode kinds) => kinds is JsonArray values
        ? new([.. values.Where(kind => (string?)kind!["group"] == ImageGroup).Select(Order)])
        : new(Order(kinds));
}
