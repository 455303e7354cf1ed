using System.Globalization;
using System.Text.Json.Nodes;

namespace ImageStreams.Testing.Server;

/// <summary>Finds objects in documents by the paths of results, such as <c>spec.containers[0]</c>.</summary>
internal static class ObjectPaths
{
    /// <summary>Finds the object at a path; null when there is none.</summary>
    public static JsonObject? Find(JsonObject document, string path)
    {
        JsonNode? node = document;
        foreach (var step in path.Split('.'))
        {
            node = Step(node as JsonObject, step);
        }

        return node as JsonObject;
    }

    private static JsonNode? Step(JsonObject? value, string step)
    {
        var bracket = step.IndexOf('[', StringComparison.Ordinal);
        if (bracket < 0)
        {
            return value?[step];
        }

        var index = int.Parse(step.AsSpan(bracket + 1, step.Length - bracket - 2), NumberStyles.None, CultureInfo.InvariantCulture);
        return value?[step[..bracket]] is JsonArray list && index < list.Count ? list[index] : null;
    }
}
