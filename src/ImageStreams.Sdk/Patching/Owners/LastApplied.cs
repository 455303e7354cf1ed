using System.Text;
using System.Text.Json.Nodes;
using ImageStreams.Collections;
using ImageStreams.Schemas;

namespace ImageStreams.Patching;

/// <summary>Keeps the annotation of <c>kubectl apply</c> on the client side in step with its server-side apply.</summary>
internal static class LastApplied
{
    private const string Annotation = "kubectl.kubernetes.io/last-applied-configuration";

    /// <summary>The maximum size of all annotations of an object, in bytes.</summary>
    private const int MaxAnnotations = 256 * 1024;

    /// <summary>Leaves out the conflicts in fields that the annotation has with the live value: they were applied on the client
    /// side.</summary>
    public static ValueList<Owner> Allow(ValueList<Owner> conflicts, JsonObject live, ObjectSchema schema)
    {
        if (Find(live) is not { } text || TryParse(text) is not { } last || !IsSameVersion(last, schema))
        {
            return conflicts;
        }

        if (TypedValues.FindErrors(schema.Root, last).Count > 0)
        {
            return conflicts;
        }

        var changes = FieldComparison.Compare(schema.Root, last, live);
        var allowed = FieldSetBuilder.Create(schema.Root, last).Difference(changes.Set.Union(changes.Removed));
        return conflicts
            .Select(owner => owner.WithFields(owner.Fields.Difference(allowed)))
            .Where(owner => !owner.IsEmpty)
            .ToValueList();
    }

    /// <summary>Writes the applied object into the annotation of an object, in place, if that has one.</summary>
    public static void Update(JsonObject result, JsonObject applied)
    {
        if (string.IsNullOrEmpty(Find(result)))
        {
            return;
        }

        var annotations = result["metadata"]!["annotations"]!.AsObject();
        annotations[Annotation] = Describe(applied);
        if (annotations.Sum(pair => Encoding.UTF8.GetByteCount(pair.Key) + GetLength(pair.Value)) > MaxAnnotations)
        {
            annotations.Remove(Annotation);
        }
    }

    private static string? Find(JsonObject value) =>
        ((value["metadata"] as JsonObject)?["annotations"] as JsonObject)?[Annotation] is JsonValue text
        && text.TryGetValue(out string? json)
            ? json
            : null;

    private static string Describe(JsonObject applied)
    {
        var copy = applied.DeepClone().AsObject();
        ((copy["metadata"] as JsonObject)?["annotations"] as JsonObject)?.Remove(Annotation);
        return SortedJson.Write(copy) + "\n";
    }

    private static bool IsSameVersion(JsonObject last, ObjectSchema schema) =>
        last["apiVersion"] is JsonValue version && version.TryGetValue(out string? text) && text == schema.ApiVersion;

    private static JsonObject? TryParse(string json)
    {
        try
        {
            return DocumentReader.Read(Encoding.UTF8.GetBytes(json)).Root as JsonObject;
        }
        catch (PatchException)
        {
            return null;
        }
    }

    private static int GetLength(JsonNode? value) =>
        value is JsonValue text && text.TryGetValue(out string? plain) ? Encoding.UTF8.GetByteCount(plain) : 0;
}
