using System.Text.Json.Nodes;
using ImageStreams.Schemas;

namespace ImageStreams.Patching;

/// <summary>The sentences about objects that cannot be applied.</summary>
internal static class ApplyTexts
{
    public static string NotTyped(JsonObject applied, ObjectSchema schema, IReadOnlyList<string> errors)
    {
        var metadata = applied["metadata"] as JsonObject;
        var name = $"{metadata?["namespace"]}/{metadata?["name"]}; {schema}";
        var list = errors.Count == 1 ? errors[0] : $"errors:\n  {string.Join("\n  ", errors)}";
        return $"failed to create typed patch object ({name}): {list}";
    }
}
