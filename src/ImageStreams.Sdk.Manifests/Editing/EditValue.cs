using System.Text.Json;
using ImageStreams.Collections;

namespace ImageStreams.Manifests;

/// <summary>Reads the values of edits.</summary>
internal static class EditValue
{
    private static readonly JsonDocumentOptions Strict = new() { MaxDepth = RawJson.MaxDepth, AllowDuplicateProperties = false };

    /// <summary>Reads a value.</summary>
    /// <exception cref="ManifestEditException">A name stands twice, or a string is no text.</exception>
    public static JsonElement Read(EditRequest request, RawJson value)
    {
        try
        {
            RefuseBrokenTexts(value.Utf8);
            using var document = JsonDocument.Parse(value.Utf8.ToArray(), Strict);
            return document.RootElement.Clone();
        }
        catch (Exception error) when (error is JsonException or InvalidOperationException)
        {
            throw EditErrors.InvalidValue(request);
        }
    }

    private static void RefuseBrokenTexts(ReadOnlySpan<byte> json)
    {
        var reader = new Utf8JsonReader(json, new JsonReaderOptions { MaxDepth = RawJson.MaxDepth });
        while (reader.Read())
        {
            if (reader.TokenType is JsonTokenType.String or JsonTokenType.PropertyName)
            {
                _ = reader.GetString();
            }
        }
    }
}
