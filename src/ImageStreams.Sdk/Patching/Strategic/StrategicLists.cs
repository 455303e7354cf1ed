using System.Text.Json.Nodes;
using ImageStreams.Schemas;

namespace ImageStreams.Patching;

/// <summary>Merges lists by the rules of strategic merge patches.</summary>
internal static class StrategicLists
{
    /// <summary>Merges a list of a patch into one of an object, which is changed.</summary>
    /// <param name="original">The list of the object.</param>
    /// <param name="patch">The list of the patch.</param>
    /// <param name="schema">The type of the list.</param>
    /// <param name="isDeletion">True to remove the values of the patch.</param>
    /// <exception cref="PatchException">The patch does not fit.</exception>
    public static JsonArray Merge(JsonArray original, JsonArray patch, FieldSchema.List schema, bool isDeletion)
    {
        if (original.Count == 0 && patch.Count == 0)
        {
            return original;
        }

        if (StrategicItems.RequireOneKind(original, patch) != JsonKind.Map)
        {
            return MergeValues(original, patch, isDeletion);
        }

        var key = schema.PatchMergeKey ?? throw StrategicErrors.NoMergeKeyInSchema();
        var (kept, changes) = FollowDirectives(StrategicItems.Detach(original), patch, key);
        var merged = MergeItems(kept, changes, key, schema.Items);
        return StrategicItems.ToList(ItemOrder.Restore(merged, changes, kept, key));
    }

    private static JsonArray MergeValues(JsonArray original, JsonArray patch, bool isDeletion)
    {
        var listed = patch.ToList();
        var places = MergeKeys.Index(listed, mergeKey: null);
        var items = StrategicItems.Detach(original);
        if (isDeletion)
        {
            return StrategicItems.ToList(items.Where(item => !places.ContainsKey(MergeKeys.Get(item, mergeKey: null))));
        }

        var all = items
            .Concat(listed.Select(item => item?.DeepClone()))
            .DistinctBy(item => MergeKeys.Get(item, mergeKey: null), StringComparer.Ordinal)
            .ToList();
        return StrategicItems.ToList(ItemOrder.Restore(all, listed, items, mergeKey: null));
    }

    /// <summary>Follows <c>$patch</c> in items; returns the items that stay, and those of the patch to merge into them.</summary>
    private static (List<JsonNode?> Kept, List<JsonNode?> Changes) FollowDirectives(
        List<JsonNode?> original, JsonArray patch, string key)
    {
        var changes = new List<JsonNode?>();
        var deleted = new HashSet<string>(StringComparer.Ordinal);
        var isReplaced = false;
        foreach (var item in patch.Cast<JsonObject>())
        {
            if (!item.TryGetPropertyValue(StrategicMerge.Directive, out var directive))
            {
                changes.Add(item);
            }
            else if (IsReplacement(directive, item))
            {
                isReplaced = true;
            }
            else
            {
                deleted.Add(MergeKeys.Get(item, key));
            }
        }

        return isReplaced
            ? (changes.ConvertAll(item => JsonTrees.Copy(item)), [])
            : (original.FindAll(item => !IsDeleted(item, key, deleted)), changes);
    }

    /// <summary>Reads <c>$patch</c> of an item: true to replace the list, false to delete the item.</summary>
    private static bool IsReplacement(JsonNode? directive, JsonObject item) => JsonKinds.GetText(directive) switch
    {
        StrategicMerge.Replace => true,
        StrategicMerge.Delete => false,
        "merge" => throw StrategicErrors.MergedLists(),
        _ => throw StrategicErrors.UnknownDirective(directive, item),
    };

    private static bool IsDeleted(JsonNode? item, string key, HashSet<string> deleted) =>
        deleted.Count > 0 && item is JsonObject map && map.ContainsKey(key) && deleted.Contains(MergeKeys.Get(map, key));

    private static List<JsonNode?> MergeItems(List<JsonNode?> kept, List<JsonNode?> changes, string key, FieldSchema schema)
    {
        var merged = kept.ToList();
        var places = MergeKeys.Index(kept, key);
        foreach (var change in changes)
        {
            var name = MergeKeys.Get(change, key);
            if (places.TryGetValue(name, out var place))
            {
                merged[place] = StrategicMerge.Merge(merged[place]!.AsObject(), change!.AsObject(), schema);
                continue;
            }

            places.Add(name, merged.Count);
            merged.Add(JsonTrees.Copy(change));
        }

        return merged;
    }
}
