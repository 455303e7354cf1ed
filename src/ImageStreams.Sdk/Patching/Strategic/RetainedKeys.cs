using System.Text.Json.Nodes;

namespace ImageStreams.Patching;

/// <summary>Follows <c>$retainKeys</c>: the names that an object keeps.</summary>
internal static class RetainedKeys
{
    private const string Directive = "$retainKeys";

    /// <summary>Removes all fields of an object that the patch does not list.</summary>
    /// <exception cref="PatchException">The directive is no list, or does not list a field of the patch.</exception>
    public static void Apply(JsonObject original, JsonObject patch)
    {
        if (!patch.TryGetPropertyValue(Directive, out var listed))
        {
            return;
        }

        patch.Remove(Directive);
        var names = (listed as JsonArray ?? throw StrategicErrors.RetainKeys())
            .Select(JsonKinds.GetText)
            .ToHashSet(StringComparer.Ordinal);
        if (patch.Any(field => IsRetained(field) && !names.Contains(field.Key)))
        {
            throw StrategicErrors.RetainKeys();
        }

        JsonTrees.RemoveFields(original, field => !names.Contains(field.Key));
    }

    private static bool IsRetained(KeyValuePair<string, JsonNode?> field) => field.Value is not null
        && !field.Key.StartsWith("$deleteFromPrimitiveList", StringComparison.Ordinal)
        && !field.Key.StartsWith(ElementOrders.Prefix, StringComparison.Ordinal);
}
