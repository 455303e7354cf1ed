using System.Text.Json.Nodes;
using ImageStreams.Collections;
using ImageStreams.Schemas;

namespace ImageStreams.Patching;

/// <summary>Finds the elements by which the items of a list are told apart.</summary>
internal static class ListItems
{
    /// <summary>Finds the element of an item.</summary>
    /// <param name="list">The list, which is not atomic.</param>
    /// <param name="item">The item.</param>
    /// <param name="element">The element; null when the item has none.</param>
    /// <returns>The reason why the item has none; null when it has one.</returns>
    public static string? TryFind(FieldSchema.List list, JsonNode? item, out FieldElement? element)
    {
        element = null;
        return list.Kind == ListKind.Set ? TryFindValue(item, out element) : TryFindKeys(list, item, out element);
    }

    /// <summary>Lists the items of a list that have an element, with it, in their order.</summary>
    public static List<ListItem> Index(FieldSchema.List list, JsonArray? items)
    {
        var indexed = new List<ListItem>(items?.Count ?? 0);
        foreach (var item in items ?? [])
        {
            if (TryFind(list, item, out var element) is null)
            {
                indexed.Add(new ListItem(element!, item));
            }
        }

        return indexed;
    }

    private static string? TryFindValue(JsonNode? item, out FieldElement? element)
    {
        element = item is JsonValue ? FieldElement.Item(FieldScalar.FromNode(item)) : null;
        return item switch
        {
            JsonValue => null,
            null => TypedValueTexts.NullInSet,
            _ => TypedValueTexts.NoScalarInSet,
        };
    }

    private static string? TryFindKeys(FieldSchema.List list, JsonNode? item, out FieldElement? element)
    {
        element = null;
        if (item is not JsonObject fields)
        {
            return item is null ? TypedValueTexts.NullInKeyedList : TypedValueTexts.NoObjectInKeyedList;
        }

        var keys = new FieldKey[list.Keys.Count];
        for (var i = 0; i < keys.Length; i++)
        {
            var key = list.Keys[i];
            if (!fields.TryGetPropertyValue(key.Name, out var value) && key.DefaultJson is null)
            {
                return TypedValueTexts.NoKey(key.Name);
            }

            keys[i] = new FieldKey(key.Name, fields.ContainsKey(key.Name) ? FieldScalar.FromNode(value) : FieldScalar.FromJson(key.DefaultJson!));
        }

        element = FieldElement.Keyed(ValueList.Create<FieldKey>(keys));
        return null;
    }
}
