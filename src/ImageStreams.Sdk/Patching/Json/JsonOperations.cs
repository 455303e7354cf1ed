using System.Globalization;
using System.Text.Json.Nodes;
using ImageStreams.Collections;

namespace ImageStreams.Patching;

/// <summary>Reads the operations of JSON patches.</summary>
internal static class JsonOperations
{
    /// <summary>The maximum number of operations, as API servers have it.</summary>
    public const int Max = 10_000;

    private const string Prefix = "error decoding patch: ";

    private static readonly string[] Fields = ["op", "path", "from", "value"];

    /// <summary>Reads a patch.</summary>
    /// <exception cref="PatchException">The text is no JSON patch, or has too many operations.</exception>
    public static (List<JsonOperation> Operations, ValueList<string> Problems) Read(
        ReadOnlySpan<byte> text, FieldValidation validation)
    {
        var isChecked = validation != FieldValidation.Ignore;
        var document = DocumentReader.Read(text, isChecked ? Prefix : "");
        var items = ReadList(document.Root, isChecked);
        if (items.Count > Max)
        {
            throw PatchRefusals.TooLarge(string.Create(
                CultureInfo.InvariantCulture, $"The allowed maximum operations in a JSON patch is {Max}, got {items.Count}"));
        }

        var problems = isChecked ? document.Duplicates.Select(DescribeDuplicate).Concat(FindUnknown(items)).ToValueList() : [];
        return (items.Select((item, index) => ReadOperation(item, index, isChecked)).ToList(), problems);
    }

    private static JsonArray ReadList(JsonNode? root, bool isChecked) => root switch
    {
        null => [],
        JsonArray items => items,
        _ when isChecked => throw Mismatch(root, "value of type []handlers.jsonPatchOp", Prefix),
        _ => throw Mismatch(root, "value of type jsonpatch.Patch", ""),
    };

    private static JsonOperation ReadOperation(JsonNode? item, int index, bool isChecked)
    {
        if (item is null)
        {
            return new JsonOperation();
        }

        var fields = item as JsonObject ?? throw (isChecked
            ? Mismatch(item, "value of type handlers.jsonPatchOp", Prefix)
            : Mismatch(item, "value of type jsonpatch.Operation", ""));
        var operation = new JsonOperation
        {
            Kind = ReadText(fields, "op", isChecked),
            Path = ReadText(fields, "path", isChecked),
            From = ReadText(fields, "from", isChecked),
        };
        return operation with { Value = Detach(fields, "value") };
    }

    private static string? ReadText(JsonObject fields, string name, bool isChecked)
    {
        var value = fields[name];
        return value is null || JsonKinds.GetKind(value) == JsonKind.Text || !isChecked
            ? JsonKinds.GetText(value)
            : throw Mismatch(value, $"struct field jsonPatchOp.{name} of type string", Prefix);
    }

    private static JsonNode? Detach(JsonObject fields, string name)
    {
        fields.Remove(name, out var value);
        return value;
    }

    private static string DescribeDuplicate(string path) => $"json patch duplicate field \"{path}\"";

    private static IEnumerable<string> FindUnknown(JsonArray items) =>
        from pair in items.Select((item, index) => (Fields: item as JsonObject, Index: index))
        where pair.Fields is not null
        from field in pair.Fields
        where !Fields.Contains(field.Key)
        select string.Create(CultureInfo.InvariantCulture, $"json patch unknown field \"[{pair.Index}].{field.Key}\"");

    private static PatchException Mismatch(JsonNode found, string expected, string prefix) =>
        PatchRefusals.BadRequest($"{prefix}json: cannot unmarshal {JsonKinds.GetJsonName(found)} into Go {expected}");
}
