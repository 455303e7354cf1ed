using System.Text.Json;
using ImageStreams.Internal;

namespace ImageStreams.Serialization;

/// <summary>What a message says of the value that was found.</summary>
internal static class JsonValueTexts
{
    private const int LongestExcerpt = 40;

    /// <summary>The value where a scanner stands, for a person to read; a long one is cut.</summary>
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
        PrintableText.Escape(GoText.Decode(json.ValueSpan, json.ValueIsEscaped), LongestExcerpt);
}
