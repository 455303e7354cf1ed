using System.Text;
using System.Text.Json;
using ImageStreams.Collections;
using ImageStreams.Serialization;

namespace ImageStreams.Workloads;

/// <summary>Reads and writes the annotation <c>image.openshift.io/triggers</c>, as OpenShift's controller does.</summary>
/// <remarks>
/// Names are case-insensitive, unknown ones are ignored, and <c>null</c> leaves a field unset. Nesting is limited to 64
/// levels.
/// </remarks>
public static partial class TriggerAnnotation
{
    internal static ReadOnlySpan<byte> TriggerFields => "from\nfieldPath\npaused\n"u8;

    internal static ReadOnlySpan<byte> ReferenceFields => "kind\nname\nnamespace\napiVersion\n"u8;

    /// <summary>Reads the triggers in the annotations of an object.</summary>
    /// <param name="annotations">The annotations.</param>
    /// <returns>The triggers; empty when there is no such annotation.</returns>
    /// <exception cref="TriggerAnnotationException">
    /// The annotation is not a list of triggers, or has two entries for one field.
    /// </exception>
    public static ValueList<ObjectFieldTrigger> Read(ValueMap<string> annotations) =>
        annotations.TryGetValue(ObjectFieldTrigger.AnnotationName, out var text) ? Parse(text) : [];

    /// <summary>Reads the triggers of a workload, which caches them; its other annotations are not decoded.</summary>
    /// <param name="workload">The workload.</param>
    /// <returns>The triggers; empty when there is no such annotation.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="workload"/> is null.</exception>
    /// <exception cref="TriggerAnnotationException">
    /// The annotation is not a list of triggers, or has two entries for one field.
    /// </exception>
    public static ValueList<ObjectFieldTrigger> Read(Workload workload)
    {
        ArgumentNullException.ThrowIfNull(workload);
        return workload.Triggers;
    }

    /// <summary>Parses the text of the annotation.</summary>
    /// <param name="text">The text.</param>
    /// <returns>The triggers.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="text"/> is null.</exception>
    /// <exception cref="TriggerAnnotationException">
    /// The text is not a list of triggers, or has two entries for one field.
    /// </exception>
    public static ValueList<ObjectFieldTrigger> Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);

        return TriggerAnnotationScanner.TryRead(text, out var triggers) ? triggers : ParsePlainly(text);
    }

    /// <summary>Parses the text of the annotation, whatever it has; the slower form, which explains what is wrong.</summary>
    internal static ValueList<ObjectFieldTrigger> ParsePlainly(string text)
    {
        var triggers = ParseList(text);
        return TriggerTwins.Find(triggers.AsSpan()) is { } field ? throw TriggerAnnotationErrors.DuplicateField(field) : triggers;
    }

    /// <summary>Parses the text of the annotation, and accepts two entries for one field.</summary>
    /// <exception cref="TriggerAnnotationException">The text is not a list of triggers.</exception>
    internal static ValueList<ObjectFieldTrigger> ParseList(string text)
    {
        try
        {
            using var document = JsonDocument.Parse(text);
            return document.RootElement.ValueKind switch
            {
                JsonValueKind.Null => [],
                JsonValueKind.Array => document.RootElement.EnumerateArray().Select(ReadTrigger).ToValueList(),
                _ => throw TriggerAnnotationErrors.UnexpectedValue("a list", "$"),
            };
        }
        catch (JsonException e)
        {
            throw TriggerAnnotationErrors.InvalidJson(e);
        }
        catch (Exception e) when (e is InvalidOperationException or ArgumentException)
        {
            throw TriggerAnnotationErrors.InvalidText(e);
        }
    }

    private static ObjectFieldTrigger ReadTrigger(JsonElement element, int index)
    {
        var path = $"$[{index}]";
        var trigger = ObjectFieldTrigger.Default;
        foreach (var (name, value) in GetFields(element, path))
        {
            trigger = FindKnownField(TriggerFields, name) switch
            {
                "from" => trigger with { From = ReadReference(value, trigger.From, $"{path}.from") },
                "fieldPath" => trigger with { FieldPath = ReadText(value, $"{path}.fieldPath") },
                "paused" => trigger with { Paused = ReadBool(value, $"{path}.paused") },
                _ => trigger,
            };
        }

        return trigger;
    }

    private static ObjectFieldTriggerReference ReadReference(
        JsonElement element, ObjectFieldTriggerReference reference, string path)
    {
        foreach (var (name, value) in GetFields(element, path))
        {
            reference = FindKnownField(ReferenceFields, name) switch
            {
                "kind" => reference with { Kind = ReadText(value, $"{path}.kind") },
                "name" => reference with { Name = ReadText(value, $"{path}.name") },
                "namespace" => reference with { Namespace = ReadText(value, $"{path}.namespace") },
                "apiVersion" => reference with { ApiVersion = ReadText(value, $"{path}.apiVersion") },
                _ => reference,
            };
        }

        return reference;
    }

    /// <summary>Finds the known spelling of a name, ignoring case; empty when it is not known.</summary>
    internal static string FindKnownField(ReadOnlySpan<byte> fields, string name) =>
        Encoding.UTF8.GetString(GoFold.Find(fields, Encoding.UTF8.GetBytes(name)));

    /// <summary>Gets the fields of an object that are not null.</summary>
    private static IEnumerable<(string Name, JsonElement Value)> GetFields(JsonElement element, string path) =>
        element.ValueKind switch
        {
            JsonValueKind.Null => [],
            JsonValueKind.Object => element.EnumerateObject()
                .Where(property => property.Value.ValueKind != JsonValueKind.Null)
                .Select(property => (property.Name, property.Value)),
            _ => throw TriggerAnnotationErrors.UnexpectedValue("an object", path),
        };

    private static string ReadText(JsonElement value, string path) => value.ValueKind == JsonValueKind.String
        ? value.GetString()!
        : throw TriggerAnnotationErrors.UnexpectedValue("a text", path);

    private static bool ReadBool(JsonElement value, string path) => value.ValueKind switch
    {
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        _ => throw TriggerAnnotationErrors.UnexpectedValue("true or false, without quotes", path),
    };
}
