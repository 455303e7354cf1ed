using System.Text.Json.Nodes;

namespace ImageStreams.Kubernetes;

/// <summary>The rules of the engine that a server can check by a schema.</summary>
/// <remarks>None is stricter than the engine's: what it writes, the server takes.</remarks>
internal static class DefinitionRules
{
    private static readonly Dictionary<string, string[]> Required = new(StringComparer.Ordinal)
    {
        [".spec.tags[]"] = ["name"],
        [".status.tags[]"] = ["tag"],
        [".status.tags[].conditions[]"] = ["status", "type"],
    };

    private static readonly Dictionary<string, string[]> Values = new(StringComparer.Ordinal)
    {
        [".spec.tags[].from.kind"] = ["DockerImage", "ImageStreamImage", "ImageStreamTag"],
        [".spec.tags[].importPolicy.importMode"] = ["", "Legacy", "PreserveOriginal"],
        [".spec.tags[].referencePolicy.type"] = ["", "Local", "Source"],
        [".status.tags[].conditions[].status"] = ["False", "True", "Unknown"],
    };

    private static readonly HashSet<string> NonEmpty = new(StringComparer.Ordinal) { ".spec.tags[].name", ".status.tags[].tag" };

    /// <summary>Gets the fields that an object at a path must have.</summary>
    public static string[] GetRequired(string path) => Required.GetValueOrDefault(path) ?? [];

    /// <summary>Adds the values that a field at a path may have.</summary>
    public static void AddValues(JsonObject json, string path)
    {
        if (Values.TryGetValue(path, out var values))
        {
            json["enum"] = new JsonArray([.. values.Select(static value => (JsonNode)value)]);
        }

        if (NonEmpty.Contains(path))
        {
            json["minLength"] = 1;
        }
    }
}
