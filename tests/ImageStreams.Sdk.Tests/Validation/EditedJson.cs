using System.Globalization;
using System.Text.Json.Nodes;

namespace ImageStreams.Tests.Validation;

/// <summary>Changes one field of an object, for tables of what a rule refuses.</summary>
internal static class EditedJson
{
    /// <summary>Sets the field at a path such as <c>spec.triggers[0].type</c> to JSON; null removes it.</summary>
    public static string With(string json, string path, string? value)
    {
        var root = JsonNode.Parse(json)!;
        var steps = path.Split(['.', '['], StringSplitOptions.RemoveEmptyEntries);
        var parent = steps[..^1].Aggregate(root, Enter);
        Set(parent, steps[^1].TrimEnd(']'), value);
        return root.ToJsonString();
    }

    private static JsonNode Enter(JsonNode parent, string step)
    {
        if (parent is JsonArray items)
        {
            return items[int.Parse(step.TrimEnd(']'), CultureInfo.InvariantCulture)]!;
        }

        return parent[step] ??= new JsonObject();
    }

    private static void Set(JsonNode parent, string name, string? value)
    {
        switch (parent)
        {
            case JsonArray items:
                items[int.Parse(name, CultureInfo.InvariantCulture)] = JsonNode.Parse(value!);
                break;
            case JsonObject fields when value is null:
                fields.Remove(name);
                break;
            case JsonObject fields:
                fields[name] = JsonNode.Parse(value);
                break;
        }
    }
}
