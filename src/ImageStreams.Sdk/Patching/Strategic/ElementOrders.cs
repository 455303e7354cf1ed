using System.Text.Json.Nodes;
using ImageStreams.Schemas;

namespace ImageStreams.Patching;

/// <summary>Follows <c>$setElementOrder/…</c>: the order of the items of a list.</summary>
internal static class ElementOrders
{
    /// <summary>The start of the names of the directive.</summary>
    public const string Prefix = "$setElementOrder";

    private const string ListType = "[]interface {}";

    /// <summary>Merges all lists of a patch that have an order; they and their orders are removed from the patch.</summary>
    /// <exception cref="PatchException">An order is none, or does not fit its list.</exception>
    public static void Apply(JsonObject original, JsonObject patch, FieldSchema schema)
    {
        foreach (var key in patch.Select(field => field.Key).Where(IsOrder).ToList())
        {
            patch.Remove(key, out var value);
            var order = value as JsonArray ?? throw StrategicErrors.WrongType(ListType, value);
            var name = PrefixedNames.Find(key, Prefix) ?? throw StrategicErrors.ElementOrder();
            Apply(original, patch, name, order, schema);
        }
    }

    private static bool IsOrder(string key) => key.StartsWith(Prefix, StringComparison.Ordinal);

    private static void Apply(JsonObject original, JsonObject patch, string name, JsonArray order, FieldSchema schema)
    {
        var current = FindList(original, name);
        var changes = FindList(patch, name);
        var list = PatchField.Find(schema, name).RequireList();
        RequireFit(changes ?? [], order, list.PatchMergeKey);
        if (current is null && changes is null)
        {
            return;
        }

        var before = JsonTrees.Copy(current ?? [])!.AsArray();
        var merged = Merge(current, changes, list);
        if (StrategicItems.RequireOneKind(before, changes ?? []) == JsonKind.Map)
        {
            RequireKeys(order, list.PatchMergeKey);
        }

        var items = ItemOrder.Restore(StrategicItems.Detach(merged), [.. order], [.. before], list.PatchMergeKey);
        original[name] = StrategicItems.ToList(items);
        patch.Remove(name);
    }

    private static JsonArray? FindList(JsonObject map, string name) => map.TryGetPropertyValue(name, out var value)
        ? value as JsonArray ?? throw StrategicErrors.WrongType(ListType, value)
        : null;

    private static JsonArray Merge(JsonArray? current, JsonArray? changes, FieldSchema.List list)
    {
        if (changes is null)
        {
            return current!;
        }

        if (current is null)
        {
            NewValues.TryDropDirectives(changes);
        }

        return current is null || !list.PatchMerges
            ? JsonTrees.Copy(changes)!.AsArray()
            : StrategicLists.Merge(current, changes, list, isDeletion: false);
    }

    /// <summary>Requires that the items of a patch, but for those that it deletes, are in the order in this order.</summary>
    private static void RequireFit(JsonArray changes, JsonArray order, string? mergeKey)
    {
        if (changes.Count == 0 || order.Count == 0)
        {
            return;
        }

        var next = 0;
        foreach (var item in changes.Where(item => !IsDirective(item, mergeKey)))
        {
            var key = MergeKeys.Get(item, mergeKey);
            while (next < order.Count && MergeKeys.Get(order[next], mergeKey) != key)
            {
                next++;
            }

            if (next++ >= order.Count)
            {
                throw StrategicErrors.OrderDiffers(changes, order);
            }
        }
    }

    private static void RequireKeys(JsonArray order, string? mergeKey)
    {
        foreach (var item in order.OfType<JsonObject>())
        {
            MergeKeys.Get(item, mergeKey);
        }
    }

    private static bool IsDirective(JsonNode? item, string? mergeKey) =>
        mergeKey is not null && item is JsonObject map && map.ContainsKey(StrategicMerge.Directive);
}
