using System.Text;
using System.Text.Json;
using ImageStreams.Collections;
using ImageStreams.Serialization;

namespace ImageStreams.Workloads;

/// <summary>Reads the annotation <c>image.openshift.io/triggers</c>, as OpenShift's controller reads it.</summary>
/// <remarks>
/// Names match whatever their case, unknown ones are passed over, <c>null</c> leaves a field unset. Nesting is capped
/// at 64 levels.
/// </remarks>
public static partial class TriggerAnnotation
{
    internal static ReadOnlySpan<byte> TriggerFields => "from\nfieldPath\npaused\n"u8;

    internal static ReadOnlySpan<byte> ReferenceFields => "kind\nname\nnamespace\napiVersion\n"u8;

    /// <summary>The triggers that an object's annotation lists; empty when it has none.</summary>
    /// <exception cref="TriggerAnnotationException">The annotation is not such a list, or has two entries for one
    /// field.</exception>
    public static ValueList<ObjectFieldTrigger> Read(ValueMap<string> annotations) =>
        annotations.TryGetValue(ObjectFieldTrigger.AnnotationName, out var text) ? Parse(text) : [];

    /// <summary>
    /// The triggers that a workload's annotation lists, which keeps them; its other annotations are not decoded.
    /// </summary>
    /// <inheritdoc cref="Read(ValueMap{string})" path="/exception"/>
    public static ValueList<ObjectFieldTrigger> Read(Workload workload)
    {
        ArgumentNullException.ThrowIfNull(workload);
        return workload.Triggers;
    }

    /// <summary>The triggers that the annotation's text lists.</summary>
    /// <exception cref="TriggerAnnotationException">The text is not such a list, or has two entries for one
    /// field.</exception>
    public static ValueList<ObjectFieldTrigger> Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);

        var triggers = ParseList(text);
        var fields = new HashSet<string>(StringComparer.Ordinal);
        foreach (var trigger in triggers)
        {
            if (!fields.Add(trigger.FieldPath))
            {
                throw TriggerAnnotationException.Duplicate(trigger.FieldPath);
            }
        }

        return triggers;
    }

    /// <summary>The same, whether two entries are for one field or not.</summary>
    /// <exception cref="TriggerAnnotationException">The text is not such a list.</exception>
    internal static ValueList<ObjectFieldTrigger> ParseList(string text)
    {
        try
        {
            using var document = JsonDocument.Parse(text);
            return document.RootElement.ValueKind switch
            {
                JsonValueKind.Null => [],
                JsonValueKind.Array => document.RootElement.EnumerateArray().Select(ReadTrigger).ToValueList(),
                _ => throw TriggerAnnotationException.Expected("a list", "$"),
            };
        }
        catch (JsonException e)
        {
            throw TriggerAnnotationException.Syntax(e);
        }
        catch (Exception e) when (e is InvalidOperationException or ArgumentException)
        {
            throw TriggerAnnotationException.Characters(e);
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

    /// <summary>The spelling of a name among known ones, whatever its case.</summary>
    internal static string FindKnownField(ReadOnlySpan<byte> fields, string name) =>
        Encoding.UTF8.GetString(GoFold.Find(fields, Encoding.UTF8.GetBytes(name)));

    /// <summary>The fields of an object that are not null.</summary>
    private static IEnumerable<(string Name, JsonElement Value)> GetFields(JsonElement element, string path) =>
        element.ValueKind switch
        {
            JsonValueKind.Null => [],
            JsonValueKind.Object => element.EnumerateObject()
                .Where(property => property.Value.ValueKind != JsonValueKind.Null)
                .Select(property => (property.Name, property.Value)),
            _ => throw TriggerAnnotationException.Expected("an object", path),
        };

    private static string ReadText(JsonElement value, string path) => value.ValueKind == JsonValueKind.String
        ? value.GetString()!
        : throw TriggerAnnotationException.Expected("a text", path);

    private static bool ReadBool(JsonElement value, string path) => value.ValueKind switch
    {
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        _ => throw TriggerAnnotationException.Expected("true or false, without quotes", path),
    };
}
