using System.Text.Json;
using System.Text.Json.Nodes;

namespace ImageStreams.Manifests;

/// <summary>Applies edits to JSON: what the edited text must mean.</summary>
internal sealed class JsonEditing
{
    public static readonly JsonDocumentOptions AnyDepth = new() { MaxDepth = 2048 };

    private readonly Stack<(JsonNode? Value, EditNode Edits)> _remaining = [];

    /// <summary>Applies edits to a value, which is changed; the result is the value itself, or what takes its place.</summary>
    public static JsonNode? Apply(JsonNode? value, EditNode edits) => new JsonEditing().Run(value, edits);

    /// <summary>Creates the value of a field that does not exist yet, or is null.</summary>
    public static JsonElement Create(EditNode edits)
    {
        using var document = JsonDocument.Parse(Apply(null, edits)?.ToJsonString() ?? "null", AnyDepth);
        return document.RootElement.Clone();
    }

    private JsonNode? Run(JsonNode? value, EditNode edits)
    {
        var result = Enter(value, edits);
        while (_remaining.TryPop(out var next))
        {
            switch (next.Value)
            {
                case JsonObject entries when next.Edits.Items.Count + next.Edits.Insertions.Count == 0:
                    ApplyEntries(entries, next.Edits);
                    break;
                case JsonArray items when next.Edits.Entries.Count == 0:
                    ApplyItems(items, next.Edits);
                    break;
                default:
                    throw EditErrors.TypeMismatch(next.Edits.Request);
            }
        }

        return result;
    }

    /// <summary>Returns the value that is set, or the value whose parts will be edited; null is an empty one.</summary>
    private JsonNode? Enter(JsonNode? value, EditNode edits)
    {
        if (edits.IsRemoval)
        {
            throw EditErrors.NotFound(edits.Request);
        }

        if (edits.Value is { } set)
        {
            return ToNode(set);
        }

        value ??= edits.Entries.Count > 0 ? new JsonObject() : new JsonArray();
        _remaining.Push((value, edits));
        return value;
    }

    private void ApplyEntries(JsonObject value, EditNode edits)
    {
        RemoveEntries(value, edits);
        foreach (var (key, child) in edits.Entries.Where(entry => !entry.Value.IsRemoval))
        {
            var before = value[key];
            var after = Enter(before, child);
            if (after is null || !ReferenceEquals(before, after))
            {
                value[key] = after;
            }
        }
    }

    /// <summary>Removes entries, all at once: one by one each would move those after it.</summary>
    private static void RemoveEntries(JsonObject value, EditNode edits)
    {
        var removals = edits.Entries.Where(entry => entry.Value.IsRemoval).ToDictionary(StringComparer.Ordinal);
        if (removals.Count == 0)
        {
            return;
        }

        var kept = value.Where(entry => !removals.Remove(entry.Key)).ToList();
        if (removals.Count > 0)
        {
            throw EditErrors.NotFound(removals.Values.First().Request);
        }

        value.Clear();
        foreach (var (key, entry) in kept)
        {
            value.Add(key, entry);
        }
    }

    private void ApplyItems(JsonArray value, EditNode edits)
    {
        var count = value.Count;
        var insertions = edits.Insertions.ToLookup(insertion => insertion.GetOffset(count));
        var before = value.ToList();
        value.Clear();
        for (var index = 0; index < count; index++)
        {
            Insert(value, insertions[index]);
            Add(value, before[index], edits.Items.GetValueOrDefault(index));
        }

        foreach (var (index, child) in edits.Items.Where(item => item.Key >= count))
        {
            value.Add(index == count++ ? Enter(null, child) : throw EditErrors.NotFound(child.Request));
        }

        Insert(value, insertions[before.Count]);
    }

    private void Add(JsonArray value, JsonNode? item, EditNode? edits)
    {
        if (edits is null || !edits.IsRemoval)
        {
            value.Add(edits is null ? item : Enter(item, edits));
        }
    }

    private static void Insert(JsonArray value, IEnumerable<EditInsertion> insertions)
    {
        foreach (var insertion in insertions)
        {
            value.Add(ToNode(insertion.Value));
        }
    }

    private static JsonNode? ToNode(JsonElement value) => JsonNode.Parse(value.GetRawText(), documentOptions: AnyDepth);
}
