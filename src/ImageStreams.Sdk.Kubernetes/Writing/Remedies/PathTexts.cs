using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace ImageStreams.Kubernetes;

/// <summary>Paths in the languages of tools.</summary>
internal static class PathTexts
{
    /// <summary>The path for jq, such as <c>.spec.template.spec.containers[] | select(.name == "web") | .image</c>.</summary>
    public static string ToJq(FieldPath path)
    {
        var text = new StringBuilder();
        var isSelected = false;
        foreach (var step in path.Steps)
        {
            text.Append(isSelected ? " | " : "").Append(ToJq(step, isSelected || text.Length == 0));
            isSelected = step is { Name: null, IsPosition: false };
        }

        return text.ToString();
    }

    /// <summary>The path as a JSON pointer into an object; null where the object has no such item.</summary>
    public static string? FindPointer(FieldPath path, JsonNode? value)
    {
        var text = new StringBuilder();
        foreach (var step in path.Steps)
        {
            if (FindPart(step, value) is not { } part)
            {
                return null;
            }

            text.Append('/').Append(part.Replace("~", "~0", StringComparison.Ordinal).Replace("/", "~1", StringComparison.Ordinal));
            value = step.Name is null ? (value as JsonArray)?[int.Parse(part, CultureInfo.InvariantCulture)] : (value as JsonObject)?[part];
        }

        return text.ToString();
    }

    private static string ToJq(FieldStep step, bool isFirst)
    {
        if (step.Name is { } name)
        {
            return IsIdentifier(name) ? $".{name}" : $"{(isFirst ? "." : "")}[{Quote(name)}]";
        }

        if (step.IsPosition)
        {
            return $"{(isFirst ? "." : "")}[{step.Value}]";
        }

        var condition = step.Value is null
            ? string.Join(" and ", step.Keys.Select(key => $".{key.Key} == {key.Value}"))
            : $". == {step.Value}";
        return $"{(isFirst ? "." : "")}[] | select({condition})";
    }

    private static string? FindPart(FieldStep step, JsonNode? value)
    {
        if (step.Name is { } name)
        {
            return name;
        }

        var items = value as JsonArray ?? [];
        var index = step.IsPosition
            ? int.Parse(step.Value!, CultureInfo.InvariantCulture)
            : items.ToList().FindIndex(item => IsItem(step, item));
        return index >= 0 && index < items.Count ? index.ToString(CultureInfo.InvariantCulture) : null;
    }

    private static bool IsItem(FieldStep step, JsonNode? item) => step.Value is null
        ? step.Keys.All(key => JsonNode.DeepEquals((item as JsonObject)?[key.Key], JsonNode.Parse(key.Value)))
        : JsonNode.DeepEquals(item, JsonNode.Parse(step.Value));

    private static bool IsIdentifier(string name) =>
        name.Length > 0 && !char.IsAsciiDigit(name[0]) && name.All(character => char.IsAsciiLetterOrDigit(character) || character == '_');

    private static string Quote(string name) => $"\"{JsonEncodedText.Encode(name)}\"";
}
