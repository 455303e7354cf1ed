using System.Text.Json;
using ImageStreams.Internal;

namespace ImageStreams.Serialization;

/// <summary>The names of JSON values in messages.</summary>
internal static class JsonValueTexts
{
    private const int MaxExcerpt = 40;

    /// <summary>Describes the current value of a scanner; a long one is cut.</summary>
    public static string Describe(JsonScanner json) => json.TokenType switch
    {
        JsonTokenType.StartObject => "an object",
        JsonTokenType.StartArray => "an array",
        JsonTokenType.String => $"the text \"{Excerpt(json)}\"",
        JsonTokenType.Number => $"the number {Excerpt(json)}",
        JsonTokenType.Null => "null",
        _ => json.TokenType == JsonTokenType.True ? "true" : "false",
    };

    private static string Excerpt(JsonScanner json) =>
        PrintableText.Escape(GoText.Decode(json.ValueSpan, json.ValueIsEscaped), MaxExcerpt);
}
