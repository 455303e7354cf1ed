using System.Text.Json.Nodes;
using YamlDotNet.Core;

namespace ImageStreams.AspNetCore;

/// <summary>An object or a list that is being read from YAML.</summary>
internal sealed class YamlContainer(JsonNode node, AnchorName anchor, int valuesBefore)
{
    private string? _key;

    public JsonNode Node => node;

    public AnchorName Anchor => anchor;

    /// <summary>The number of values that were read before this one began.</summary>
    public int ValuesBefore => valuesBefore;

    /// <summary>The number of objects and lists one in another, with this one.</summary>
    public int Depth { get; private set; } = 1;

    /// <summary>Gets a value indicating whether the next scalar is a key.</summary>
    public bool NeedsKey => node is JsonObject && _key is null;

    /// <summary>Begins a member.</summary>
    /// <returns>True when there is one of that name already.</returns>
    public bool Begin(string key)
    {
        _key = key;
        return ((JsonObject)node).ContainsKey(key);
    }

    /// <summary>Adds an item, or the value of the member that was begun; of duplicate members, the last one counts.</summary>
    /// <param name="value">The value.</param>
    /// <param name="depth">Its depth; 0 for a scalar.</param>
    public void Add(JsonNode? value, int depth)
    {
        Depth = Math.Max(Depth, depth + 1);
        if (node is JsonArray array)
        {
            array.Add(value);
            return;
        }

        ((JsonObject)node)[_key!] = value;
        _key = null;
    }
}
