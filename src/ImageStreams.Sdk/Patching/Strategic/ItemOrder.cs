using System.Text.Json.Nodes;

namespace ImageStreams.Patching;

/// <summary>Puts merged items into order: those of the patch in its order, among those that only the object has.</summary>
internal static class ItemOrder
{
    /// <summary>Orders merged items.</summary>
    /// <param name="merged">The items.</param>
    /// <param name="ordered">The items of the patch, or of its <c>$setElementOrder</c>, in their order.</param>
    /// <param name="original">The items of the object before, in their order.</param>
    /// <param name="mergeKey">The field that tells the items apart; null for values.</param>
    /// <returns>The items; a new one comes before those of the object that would follow.</returns>
    public static List<JsonNode?> Restore(
        IReadOnlyList<JsonNode?> merged, IReadOnlyList<JsonNode?> ordered, IReadOnlyList<JsonNode?> original, string? mergeKey)
    {
        var places = MergeKeys.Index(ordered, mergeKey);
        var before = MergeKeys.Index(original, mergeKey);
        var items = merged.Select(item => (Item: item, Key: MergeKeys.Get(item, mergeKey))).ToLookup(item => places.ContainsKey(item.Key));
        return Interleave(
            [.. items[false].OrderBy(item => GetPlace(before, item.Key))],
            [.. items[true].OrderBy(item => places[item.Key])],
            before);
    }

    private static List<JsonNode?> Interleave(
        (JsonNode? Item, string Key)[] kept, (JsonNode? Item, string Key)[] patched, Dictionary<string, int> before)
    {
        var all = new List<JsonNode?>(kept.Length + patched.Length);
        var next = 0;
        foreach (var (item, key) in patched)
        {
            while (next < kept.Length && before.TryGetValue(key, out var place) && GetPlace(before, kept[next].Key) < place)
            {
                all.Add(kept[next++].Item);
            }

            all.Add(item);
        }

        all.AddRange(kept[next..].Select(one => one.Item));
        return all;
    }

    private static int GetPlace(Dictionary<string, int> places, string key) => places.GetValueOrDefault(key, int.MaxValue);
}
