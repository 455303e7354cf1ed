using System.Text.Json.Nodes;
using ImageStreams.Collections;
using ImageStreams.Schemas;

namespace ImageStreams.Patching;

/// <summary>Applies JSON patches, merge patches and strategic merge patches to API objects, as Kubernetes' API server does.</summary>
/// <remarks>
/// <para>Pure functions on JSON: the object and the patch are not changed. The result is not validated; it may be no object of its
/// kind at all. For server-side apply, see <c>FieldOwners</c>.</para>
/// <para>Time and memory are linear in the object and the patch. Texts of more than 512 levels are refused, as are JSON patches of
/// more than 10,000 operations, and copies that add more than 3 MiB.</para>
/// </remarks>
public static class ObjectPatcher
{
    /// <summary>Applies a patch.</summary>
    /// <param name="current">The object.</param>
    /// <param name="patch">The patch; not an apply.</param>
    /// <param name="schema">The structure of the object, by which strategic merge patches merge lists.</param>
    /// <param name="validation">The way to treat duplicate fields of the patch.</param>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentException">The patch is an apply.</exception>
    /// <exception cref="PatchException">The text is no patch, or does not fit the object.</exception>
    public static PatchedObject Patch(
        JsonObject current, ObjectPatch patch, ObjectSchema schema, FieldValidation validation = FieldValidation.Warn)
    {
        ArgumentNullException.ThrowIfNull(current);
        return Change(JsonTrees.CopyMap(current), patch, schema, validation);
    }

    /// <summary>Applies a patch to an object, which is changed.</summary>
    internal static PatchedObject Change(
        JsonObject current, ObjectPatch patch, ObjectSchema schema, FieldValidation validation)
    {
        ArgumentNullException.ThrowIfNull(patch);
        ArgumentNullException.ThrowIfNull(schema);

        return patch.Type switch
        {
            PatchType.Json => ChangeByOperations(current, patch.Utf8Json.Span, validation),
            PatchType.Merge => ChangeByMerge(current, patch.Utf8Json.Span, validation),
            PatchType.StrategicMerge => ChangeByStrategicMerge(current, patch.Utf8Json.Span, schema, validation),
            _ => throw new ArgumentException("An apply has owners: use FieldOwners.Apply.", nameof(patch)),
        };
    }

    private static PatchedObject ChangeByOperations(JsonObject current, ReadOnlySpan<byte> text, FieldValidation validation)
    {
        var (operations, problems) = JsonOperations.Read(text, validation);
        var result = RequireObject(JsonPatching.Apply(current, operations));
        return new PatchedObject { Object = result, Problems = problems, Text = () => JsonDocumentTexts.Write(result) };
    }

    private static PatchedObject ChangeByMerge(JsonObject current, ReadOnlySpan<byte> text, FieldValidation validation)
    {
        var document = MergePatching.Read(text, validation);
        MergePatching.Merge(current, RequireObject(document.Root!));
        return new PatchedObject
        {
            Object = current,
            Problems = DescribeDuplicates(document, validation),
            Text = () => JsonDocumentTexts.Write(current),
        };
    }

    private static PatchedObject ChangeByStrategicMerge(
        JsonObject current, ReadOnlySpan<byte> text, ObjectSchema schema, FieldValidation validation)
    {
        var document = DocumentReader.Read(text);
        var patch = document.Root is null ? [] : document.Root as JsonObject ?? throw PatchRefusals.BadRequest(
            $"json: cannot unmarshal {JsonKinds.GetJsonName(document.Root)} into Go value of type map[string]interface {{}}");
        return new PatchedObject
        {
            Object = StrategicMerge.Merge(current, patch, schema.Root),
            Problems = DescribeDuplicates(document, validation),
            Text = () => GoValues.Print(patch),
            IsOfAnyKind = true,
        };
    }

    private static ValueList<string> DescribeDuplicates(ParsedDocument document, FieldValidation validation) =>
        validation == FieldValidation.Ignore
            ? []
            : document.Duplicates.Select(path => $"duplicate field \"{path}\"").ToValueList();

    /// <summary>Requires that a result is an object.</summary>
    private static JsonObject RequireObject(JsonNode result) => result as JsonObject ?? throw PatchRefusals.Result(
        JsonDocumentTexts.Write(result), "json: cannot unmarshal array into Go value of type struct");
}
