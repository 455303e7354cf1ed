using System.Text.Json.Nodes;
using ImageStreams.AspNetCore;
using ImageStreams.Validation;

namespace ImageStreams.Testing.Server;

/// <summary>Tells the items of one list apart: by their values in a set, by their keys in a map.</summary>
/// <param name="schema">The schema of the list.</param>
internal sealed class ListItemKeys(StructuralSchema schema)
{
    private readonly HashSet<string> _seen = new(StringComparer.Ordinal);

    /// <summary>Finds items of a former list by those of the next; nothing is found in lists of another type.</summary>
    public Func<JsonNode?, JsonNode?> Index(JsonArray? former)
    {
        var known = new Dictionary<string, JsonNode?>(StringComparer.Ordinal);
        foreach (var item in former ?? [])
        {
            if (FindKey(item) is { } key)
            {
                known.TryAdd(key, item);
            }
        }

        return item => FindKey(item) is { } key ? known.GetValueOrDefault(key) : null;
    }

    /// <summary>Finds the error of an item that is in the list already.</summary>
    public IEnumerable<FieldError> Check(JsonNode? item, string path)
    {
        if (FindKey(item) is { } key && !_seen.Add(key))
        {
            yield return SchemaErrors.Duplicate(path, schema.ListType == "map" ? ShowKeys((JsonObject)item!) : ScalarValidation.Show(item));
        }
    }

    private string? FindKey(JsonNode? item) => (schema.ListType, item) switch
    {
        ("set", _) => item?.ToJsonString() ?? "null",
        ("map", JsonObject value) => string.Join('\n', schema.ListMapKeys.Select(name => value[name]?.ToJsonString() ?? "")),
        _ => null,
    };

    // As a Go server prints a map.
    private string ShowKeys(JsonObject item) =>
        $"map[string]interface {{}}{{{string.Join(", ", schema.ListMapKeys.Order(StringComparer.Ordinal).Select(name => $"{GoQuote.Format(name)}:{ScalarValidation.Show(item.Find(name))}"))}}}";
}
