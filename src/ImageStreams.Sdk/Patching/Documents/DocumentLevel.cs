using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;

namespace ImageStreams.Patching;

/// <summary>An object or an array around the position of a <see cref="DocumentReader"/>.</summary>
internal sealed class DocumentLevel(JsonNode container)
{
    public JsonNode Container => container;

    /// <summary>The current name; null in an array.</summary>
    public string? Name { get; set; }

    public void Add(JsonNode? value)
    {
        if (container is JsonArray items)
        {
            items.Add(value);
        }
        else
        {
            container[Name!] = value;
        }
    }

    /// <summary>Returns the path of a position as Go's decoder writes it, such as <c>spec.tags[0].name</c>.</summary>
    public static string DescribePath(IReadOnlyList<DocumentLevel> levels)
    {
        var path = new StringBuilder();
        foreach (var level in levels)
        {
            if (level.Container is JsonArray items)
            {
                path.Append(CultureInfo.InvariantCulture, $"[{items.Count - 1}]");
            }
            else
            {
                path.Append(path.Length == 0 ? "" : ".").Append(level.Name);
            }
        }

        return path.ToString();
    }
}
