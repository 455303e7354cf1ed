using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using ImageStreams.Collections;

namespace ImageStreams.Manifests;

/// <summary>Writes a lock as JSON that is the same for the same content.</summary>
internal static class LockWriter
{
    /// <summary>Names and labels stay readable; characters that hide or reorder a line are escaped afterwards.</summary>
    private static readonly JsonWriterOptions Options = new()
    {
        Indented = true, IndentSize = 2, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>Writes a lock, with a line feed at its end.</summary>
    public static string Write(ImageLock value)
    {
        var buffer = new ArrayBufferWriter<byte>(4096);
        using (var writer = new Utf8JsonWriter(buffer, Options))
        {
            WriteRoot(writer, value);
        }

        return LockText.EscapeHidden(Encoding.UTF8.GetString(buffer.WrittenSpan)) + "\n";
    }

    private static void WriteRoot(Utf8JsonWriter writer, ImageLock value)
    {
        writer.WriteStartObject();
        WriteOptional(writer, LockFields.Schema, value.Schema);
        writer.WriteNumber(LockFields.SchemaVersion, ImageLock.CurrentSchemaVersion);
        writer.WriteStartObject(LockFields.Images);
        foreach (var image in value.Images)
        {
            WriteImage(writer, image);
        }

        writer.WriteEndObject();
        EndObject(writer, value.OtherFields);
    }

    private static void WriteImage(Utf8JsonWriter writer, LockedImage image)
    {
        writer.WriteStartObject(image.Tag);
        WritePath(writer, image.Path);
        writer.WriteString(LockFields.PullSpec, image.PullSpec);
        writer.WriteString(LockFields.Digest, image.Digest.ToString());
        writer.WriteString(LockFields.MediaType, image.MediaType);
        writer.WriteNumber(LockFields.Size, image.Size);
        writer.WriteString(LockFields.Source, LockFields.ToWord(image.Source));
        WriteOptional(writer, LockFields.Mirror, image.Mirror);
        writer.WriteStartObject(LockFields.Platforms);
        foreach (var platform in image.Platforms)
        {
            WritePlatform(writer, platform);
        }

        writer.WriteEndObject();
        EndObject(writer, image.OtherFields);
    }

    private static void WritePlatform(Utf8JsonWriter writer, LockedPlatform platform)
    {
        writer.WriteStartObject(platform.Platform);
        writer.WriteString(LockFields.Digest, platform.Digest.ToString());
        writer.WriteString(LockFields.MediaType, platform.MediaType);
        writer.WriteNumber(LockFields.Size, platform.Size);
        WriteOptional(
            writer, LockFields.Created, platform.Created?.UtcDateTime.ToString(LockFields.TimeFormat, CultureInfo.InvariantCulture));
        WriteLabels(writer, platform.Labels);
        EndObject(writer, platform.OtherFields);
    }

    private static void WritePath(Utf8JsonWriter writer, ValueList<string> path)
    {
        if (path.IsEmpty)
        {
            return;
        }

        writer.WriteStartArray(LockFields.Path);
        foreach (var hop in path)
        {
            writer.WriteStringValue(hop);
        }

        writer.WriteEndArray();
    }

    private static void WriteLabels(Utf8JsonWriter writer, ValueMap<string> labels)
    {
        if (labels.IsEmpty)
        {
            return;
        }

        writer.WriteStartObject(LockFields.Labels);
        foreach (var (name, value) in labels)
        {
            writer.WriteString(name, value);
        }

        writer.WriteEndObject();
    }

    private static void WriteOptional(Utf8JsonWriter writer, string field, string? value)
    {
        if (value is not null)
        {
            writer.WriteString(field, value);
        }
    }

    private static void EndObject(Utf8JsonWriter writer, ValueMap<RawJson> others)
    {
        foreach (var (name, value) in others)
        {
            writer.WritePropertyName(name);
            value.ToJsonElement().WriteTo(writer);
        }

        writer.WriteEndObject();
    }
}
