using System.Text.Json.Nodes;
using ImageStreams.Schemas;

namespace ImageStreams.Patching;

/// <summary>The items of a list by their elements; a stored list may have one element twice.</summary>
internal static class ItemGroups
{
    /// <summary>Compares items by their content.</summary>
    public static IEqualityComparer<JsonNode?> SameItem { get; } =
        EqualityComparer<JsonNode?>.Create(JsonNode.DeepEquals, node => node is null ? 0 : (int)node.GetValueKind());

    public static Dictionary<FieldElement, List<JsonNode?>> Create(FieldSchema.List list, JsonArray? items)
    {
        var groups = new Dictionary<FieldElement, List<JsonNode?>>();
        foreach (var item in ListItems.Index(list, items))
        {
            if (!groups.TryGetValue(item.Element, out var group))
            {
                groups.Add(item.Element, group = []);
            }

            group.Add(item.Value);
        }

        return groups;
    }
}
