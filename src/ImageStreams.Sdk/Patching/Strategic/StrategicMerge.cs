using System.Text.Json.Nodes;
using ImageStreams.Schemas;

namespace ImageStreams.Patching;

/// <summary>Merges objects by the rules of strategic merge patches.</summary>
/// <remarks>The directives that were followed are removed from the patch, as the messages of API servers show it then.</remarks>
internal static class StrategicMerge
{
    public const string Directive = "$patch";
    public const string Delete = "delete";
    public const string Replace = "replace";

    private const string PrimitiveListPrefix = "$deleteFromPrimitiveList";

    /// <summary>Merges a patch into an object, which is changed.</summary>
    /// <returns>The result, which may be another object.</returns>
    /// <exception cref="PatchException">The patch does not fit.</exception>
    public static JsonObject Merge(JsonObject original, JsonObject patch, FieldSchema schema)
    {
        if (patch.TryGetPropertyValue(Directive, out var directive))
        {
            return Follow(directive, patch);
        }

        RetainedKeys.Apply(original, patch);
        ElementOrders.Apply(original, patch, schema);
        // At once, because each removal by itself takes time in proportion to the fields that are there.
        JsonTrees.RemoveFields(original, field => patch.TryGetPropertyValue(field.Key, out var value) && value is null);
        foreach (var (key, value) in patch.ToList())
        {
            var (name, isDeletion) = GetName(key);
            MergeField(original, name, value, schema, isDeletion);
        }

        return original;
    }

    /// <summary>Follows <c>$patch</c> in an object.</summary>
    private static JsonObject Follow(JsonNode? directive, JsonObject patch)
    {
        switch (JsonKinds.GetText(directive))
        {
            case Replace:
                patch.Remove(Directive);
                return JsonTrees.CopyMap(patch);
            case Delete:
                return [];
            default:
                throw StrategicErrors.UnknownDirective(directive, patch);
        }
    }

    /// <summary>Returns the field that a name of the patch is about, and whether it lists values to delete.</summary>
    private static (string Name, bool IsDeletion) GetName(string key)
    {
        if (!key.StartsWith(PrimitiveListPrefix, StringComparison.Ordinal))
        {
            return (key, false);
        }

        var field = PrefixedNames.Find(key, PrimitiveListPrefix) ?? throw StrategicErrors.PrimitiveList();
        return (field.Length == 0 ? key : field, true);
    }

    private static void MergeField(JsonObject original, string name, JsonNode? value, FieldSchema schema, bool isDeletion)
    {
        if (value is null)
        {
            original.Remove(name);
            return;
        }

        if (!original.TryGetPropertyValue(name, out var current) || JsonKinds.GetKind(current) != JsonKinds.GetKind(value))
        {
            if (!isDeletion)
            {
                Take(original, name, value);
            }

            return;
        }

        switch (current)
        {
            case JsonObject map:
                Set(original, name, MergeMap(map, value.AsObject(), PatchField.Find(schema, name)));
                break;
            case JsonArray list:
                Set(original, name, MergeList(list, value.AsArray(), PatchField.Find(schema, name), isDeletion));
                break;
            default:
                original[name] = value.DeepClone();
                break;
        }
    }

    /// <summary>Takes a value that the object does not have, without its directives and nulls.</summary>
    private static void Take(JsonObject original, string name, JsonNode value)
    {
        NewValues.DropNulls(value);
        if (NewValues.TryDropDirectives(value))
        {
            original[name] = JsonTrees.Copy(value);
        }
        else
        {
            original.Remove(name);
        }
    }

    private static JsonObject MergeMap(JsonObject original, JsonObject patch, PatchField field) =>
        field.IsReplaced ? JsonTrees.CopyMap(patch) : Merge(original, patch, field.Schema);

    private static JsonArray MergeList(JsonArray original, JsonArray patch, PatchField field, bool isDeletion)
    {
        var list = field.RequireList();
        return list.PatchMerges || isDeletion
            ? StrategicLists.Merge(original, patch, list, isDeletion)
            : JsonTrees.Copy(patch)!.AsArray();
    }

    private static void Set(JsonObject original, string name, JsonNode value)
    {
        if (!ReferenceEquals(original[name], value))
        {
            original[name] = value;
        }
    }
}
