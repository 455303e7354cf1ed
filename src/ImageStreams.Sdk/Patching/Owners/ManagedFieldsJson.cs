using System.Text.Json.Nodes;
using ImageStreams.Collections;
using ImageStreams.Serialization;

namespace ImageStreams.Patching;

/// <summary>Reads and writes the <c>metadata.managedFields</c> of an object that is JSON.</summary>
public static class ManagedFieldsJson
{
    private const string Metadata = "metadata";
    private const string Name = "managedFields";

    /// <summary>Reads the entries of an object.</summary>
    /// <param name="value">The object; null has none.</param>
    /// <returns>The entries; a null list when the field is absent, null or no list of entries.</returns>
    public static ValueList<ManagedFieldsEntry> Read(JsonObject? value)
    {
        if ((value?[Metadata] as JsonObject)?[Name] is not JsonArray entries)
        {
            return default;
        }

        try
        {
            return entries
                .Select(entry => ImageStreamJson.Deserialize<ManagedFieldsEntry>(entry?.ToJsonString() ?? "{}"))
                .ToValueList();
        }
        catch (WireFormatException)
        {
            return default;
        }
    }

    /// <summary>Writes entries into an object, in place; without entries the field is removed.</summary>
    /// <param name="value">The object.</param>
    /// <param name="entries">The entries.</param>
    public static void Write(JsonObject value, ValueList<ManagedFieldsEntry> entries)
    {
        ArgumentNullException.ThrowIfNull(value);

        if (value[Metadata] is not JsonObject metadata)
        {
            value[Metadata] = metadata = [];
        }

        metadata.Remove(Name);
        if (!entries.IsEmpty)
        {
            metadata[Name] = new JsonArray([.. entries.Select(entry => JsonNode.Parse(ImageStreamJson.Serialize(entry)))]);
        }
    }

    /// <summary>Returns a copy of an object without its entries.</summary>
    /// <param name="value">The object.</param>
    public static JsonObject Without(JsonObject value)
    {
        ArgumentNullException.ThrowIfNull(value);

        var copy = value.DeepClone().AsObject();
        (copy[Metadata] as JsonObject)?.Remove(Name);
        return copy;
    }
}
