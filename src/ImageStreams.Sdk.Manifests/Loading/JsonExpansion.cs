using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace ImageStreams.Manifests;

/// <summary>Copies JSON and fills the parameters of templates into its texts.</summary>
internal sealed class JsonExpansion(TemplateScope template, Action<TemplateFlaw>? report)
{
    private static readonly JsonReaderOptions ReaderOptions = new() { MaxDepth = ObjectJson.MaxDepth };

    private static readonly JsonWriterOptions WriterOptions = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        MaxDepth = ObjectJson.MaxDepth,
        SkipValidation = true,
    };

    private string _field = "";

    public byte[] Expand(ReadOnlySpan<byte> json)
    {
        var buffer = new ArrayBufferWriter<byte>(json.Length + 64);
        using var writer = new Utf8JsonWriter(buffer, WriterOptions);
        var reader = new Utf8JsonReader(json, ReaderOptions);
        while (reader.Read())
        {
            Copy(ref reader, writer);
        }

        writer.Flush();
        return buffer.WrittenSpan.ToArray();
    }

    private void Copy(ref Utf8JsonReader reader, Utf8JsonWriter writer)
    {
        switch (reader.TokenType)
        {
            case JsonTokenType.StartObject:
                writer.WriteStartObject();
                break;
            case JsonTokenType.EndObject:
                writer.WriteEndObject();
                break;
            case JsonTokenType.StartArray:
                writer.WriteStartArray();
                break;
            case JsonTokenType.EndArray:
                writer.WriteEndArray();
                break;
            case JsonTokenType.PropertyName:
                _field = reader.GetString()!;
                writer.WritePropertyName(template.Expand(_field, "", report).Text);
                break;
            case JsonTokenType.String:
                WriteText(writer, reader.GetString()!);
                break;
            default:
                writer.WriteRawValue(reader.ValueSpan, skipInputValidation: true);
                break;
        }
    }

    private void WriteText(Utf8JsonWriter writer, string text)
    {
        var expanded = template.Expand(text, _field, report);
        if (expanded.IsJson)
        {
            writer.WriteRawValue(expanded.Text, skipInputValidation: true);
        }
        else
        {
            writer.WriteStringValue(expanded.Text);
        }
    }
}
