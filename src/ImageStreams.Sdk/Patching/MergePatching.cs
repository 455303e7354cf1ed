using System.Text.Json.Nodes;
using ImageStreams.Internal;

namespace ImageStreams.Patching;

/// <summary>Applies merge patches: RFC 7396 as API servers understand it.</summary>
/// <remarks>Nulls in lists are kept, as are fields that are null in the objects of a list that replaces an object.</remarks>
internal static class MergePatching
{
    private const string Prefix = "error decoding patch: ";

    /// <summary>Reads a patch.</summary>
    /// <exception cref="PatchException">The text is no merge patch.</exception>
    public static ParsedDocument Read(ReadOnlySpan<byte> text, FieldValidation validation)
    {
        var document = ReadText(text, validation);
        return document.Root switch
        {
            JsonObject => document,
            null => throw Refuse(),
            JsonArray when validation == FieldValidation.Ignore => document,
            _ when validation == FieldValidation.Ignore => throw Refuse(),
            _ => throw PatchRefusals.BadRequest(
                $"{Prefix}json: cannot unmarshal {JsonKinds.GetJsonName(document.Root)} into Go value of type map[string]interface {{}}"),
        };
    }

    /// <summary>Merges a patch into an object, which is changed.</summary>
    public static void Merge(JsonObject target, JsonObject patch)
    {
        JsonTrees.RemoveFields(target, field => patch.TryGetPropertyValue(field.Key, out var value) && value is null);
        foreach (var (name, value) in patch.Where(field => field.Value is not null))
        {
            if (target[name] is JsonObject current && value is JsonObject changes)
            {
                Merge(current, changes);
            }
            else
            {
                target[name] = target[name] is JsonObject ? JsonTrees.Copy(value) : CopyWithoutNulls(value);
            }
        }

        JsonTrees.SortFields(target);
    }

    private static ParsedDocument ReadText(ReadOnlySpan<byte> text, FieldValidation validation)
    {
        try
        {
            return DocumentReader.Read(text, Prefix);
        }
        catch (PatchException e) when (validation == FieldValidation.Ignore)
        {
            throw Refuse(e);
        }
    }

    private static JsonNode? CopyWithoutNulls(JsonNode? value) => value switch
    {
        JsonObject map => CopyMap(map),
        JsonArray list => new JsonArray([.. list.Select(CopyWithoutNulls)]),
        null => null,
        _ => value.DeepClone(),
    };

    private static JsonObject CopyMap(JsonObject map)
    {
        var copy = new JsonObject();
        foreach (var (name, value) in map.Where(field => field.Value is not null).OrderBy(field => field.Key, Utf8Order.Comparer))
        {
            copy.Add(name, CopyWithoutNulls(value));
        }

        return copy;
    }

    private static PatchException Refuse(Exception? inner = null) => PatchRefusals.BadRequest("Invalid JSON Patch", inner);
}
