using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using ImageStreams.Collections;
using ImageStreams.Serialization;

namespace ImageStreams.AspNetCore;

/// <summary>Writes objects as tables, which command-line clients print.</summary>
internal static class TableBody
{
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };
    private static readonly JsonDocumentOptions Deep = new() { MaxDepth = 1024 };

    /// <summary>Appends the table of a list.</summary>
    public static void AppendList(
        IBufferWriter<byte> body, ResourceDefinition resource, ServedList list, ResponseFormat format, DateTimeOffset now)
    {
        var columns = TableColumns.Find(resource);
        using var writer = new Utf8JsonWriter(body, Options);
        Begin(writer, format, ImageStreamJson.SerializeToUtf8Bytes(list.Metadata), columns);
        foreach (var item in list.Items)
        {
            WriteRow(writer, resource, columns, item, format, now);
        }

        End(writer);
    }

    /// <summary>Appends the table of one object.</summary>
    public static void AppendOne(
        IBufferWriter<byte> body,
        ResourceDefinition resource,
        ServedObject value,
        ResponseFormat format,
        DateTimeOffset now,
        bool hasColumns)
    {
        var columns = TableColumns.Find(resource);
        using var writer = new Utf8JsonWriter(body, Options);
        using var metadata = JsonDocument.Parse(value.Metadata, Deep);
        var version = metadata.RootElement.TryGetProperty("resourceVersion"u8, out var found) ? found.GetString() : null;
        var meta = ImageStreamJson.SerializeToUtf8Bytes(new ListMeta { ResourceVersion = version });
        Begin(writer, format, meta, hasColumns ? columns : default(ValueList<ResourceColumn>?));
        WriteRow(writer, resource, columns, value, format, now);
        End(writer);
    }

    private static void Begin(Utf8JsonWriter writer, ResponseFormat format, byte[] metadata, ValueList<ResourceColumn>? columns)
    {
        writer.WriteStartObject();
        writer.WriteString("kind"u8, "Table"u8);
        writer.WriteString("apiVersion"u8, format.MetaVersion);
        writer.WritePropertyName("metadata"u8);
        writer.WriteRawValue(metadata, skipInputValidation: true);
        writer.WritePropertyName("columnDefinitions"u8);
        WriteColumns(writer, columns);
        writer.WriteStartArray("rows"u8);
    }

    private static void WriteColumns(Utf8JsonWriter writer, ValueList<ResourceColumn>? columns)
    {
        if (columns is not { } defined)
        {
            writer.WriteNullValue();
            return;
        }

        writer.WriteStartArray();
        foreach (var column in defined)
        {
            writer.WriteStartObject();
            writer.WriteString("name"u8, column.Name);
            writer.WriteString("type"u8, column.Type);
            writer.WriteString("format"u8, column.Format);
            writer.WriteString("description"u8, column.Description);
            writer.WriteNumber("priority"u8, column.Priority);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    private static void WriteRow(
        Utf8JsonWriter writer,
        ResourceDefinition resource,
        ValueList<ResourceColumn> columns,
        ServedObject value,
        ResponseFormat format,
        DateTimeOffset now)
    {
        using var json = JsonDocument.Parse(value.Utf8Json, Deep);
        writer.WriteStartObject();
        writer.WriteStartArray("cells"u8);
        foreach (var column in columns)
        {
            WriteCell(writer, column.Read(json.RootElement, now));
        }

        writer.WriteEndArray();
        WriteObject(writer, resource, value, format);
        writer.WriteEndObject();
    }

    private static void WriteCell(Utf8JsonWriter writer, JsonNode? cell)
    {
        if (cell is null)
        {
            writer.WriteStringValue(""u8);
            return;
        }

        cell.WriteTo(writer);
    }

    private static void WriteObject(Utf8JsonWriter writer, ResourceDefinition resource, ServedObject value, ResponseFormat format)
    {
        writer.WritePropertyName("object"u8);
        if (format.RowObject == RowObject.None)
        {
            writer.WriteNullValue();
            return;
        }

        var json = new ArrayBufferWriter<byte>();
        if (format.RowObject == RowObject.Object)
        {
            BodyBuffer.AppendObject(json, resource, value);
        }
        else
        {
            BodyBuffer.AppendMetadata(json, format.MetaVersion!, value);
        }

        writer.WriteRawValue(json.WrittenSpan, skipInputValidation: true);
    }

    private static void End(Utf8JsonWriter writer)
    {
        writer.WriteEndArray();
        writer.WriteEndObject();
    }
}
