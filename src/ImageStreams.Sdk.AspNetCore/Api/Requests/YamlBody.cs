using System.Buffers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using ImageStreams.Clients;
using ImageStreams.Patching;
using YamlDotNet.Core;

namespace ImageStreams.AspNetCore;

/// <summary>Turns YAML into JSON.</summary>
internal static class YamlBody
{
    /// <summary>Returns the first document of a body as JSON.</summary>
    /// <param name="body">The YAML, of which JSON is a part.</param>
    /// <param name="options">The treatment of keys that are given twice.</param>
    /// <exception cref="ApiException">The body is no YAML (400).</exception>
    public static ReadOnlyMemory<byte> ToJson(ReadOnlyMemory<byte> body, WriteOptions options)
    {
        // JSON needs no conversion, and is what most clients send.
        if (body.Span.TrimStart(" \t\r\n"u8) is [(byte)'{', ..] && IsJson(body))
        {
            return body;
        }

        var reader = new YamlReader();
        try
        {
            var value = reader.Read(new StringReader(Encoding.UTF8.GetString(body.Span)));
            Report(reader.Duplicates, options);
            return Write(value);
        }
        catch (YamlException e)
        {
            throw BadRequest($"error decoding YAML: error converting YAML to JSON: yaml: line {e.Start.Line}: {e.Message}", e);
        }
    }

    private static bool IsJson(ReadOnlyMemory<byte> body)
    {
        try
        {
            var reader = new Utf8JsonReader(body.Span, new JsonReaderOptions { MaxDepth = 1024 });
            while (reader.Read())
            {
            }

            return true;
        }
        catch (JsonException)
        {
            return false;
        }
    }

    private static ReadOnlyMemory<byte> Write(JsonNode? value)
    {
        var json = new ArrayBufferWriter<byte>();
        using var writer = new Utf8JsonWriter(json);
        if (value is null)
        {
            writer.WriteNullValue();
        }
        else
        {
            value.WriteTo(writer);
        }

        writer.Flush();
        return json.WrittenMemory;
    }

    private static void Report(IReadOnlyList<string> duplicates, WriteOptions options)
    {
        if (duplicates.Count > 0 && options.FieldValidation == FieldValidation.Strict)
        {
            var lines = string.Join("", duplicates.Select(duplicate => $"\n  {duplicate}"));
            throw BadRequest($"error strict decoding YAML: error converting YAML to JSON: yaml: unmarshal errors:{lines}", null);
        }

        if (options.FieldValidation == FieldValidation.Warn)
        {
            duplicates.ToList().ForEach(duplicate => options.OnWarning?.Invoke(duplicate));
        }
    }

    private static ApiException BadRequest(string message, Exception? cause) =>
        ServedErrors.Create(ApiFailure.BadRequest, 400, StatusReasons.BadRequest, message, innerException: cause);
}
