using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace ImageStreams.Tool;

/// <summary>Formats JSON as block YAML: every text that could be read as something else is in double quotes.</summary>
internal static class YamlText
{
    private const string PlainStart = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ/";
    private static readonly SearchValues<char> PlainRest = SearchValues.Create(PlainStart + "0123456789._-");

    private static readonly HashSet<string> Words = new(StringComparer.OrdinalIgnoreCase)
    {
        "true", "false", "yes", "no", "on", "off", "y", "n", "null",
    };

    /// <summary>Formats a value as lines. The depth is that of JSON that was read, which is limited.</summary>
    public static IEnumerable<string> Format(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Object when value.EnumerateObject().Any() => value.EnumerateObject().SelectMany(FormatMember),
        JsonValueKind.Array when value.GetArrayLength() > 0 => value.EnumerateArray().SelectMany(FormatItem),
        _ => [FormatScalar(value)],
    };

    private static IEnumerable<string> FormatMember(JsonProperty member)
    {
        var key = $"{FormatText(member.Name)}:";
        return IsBlock(member.Value)
            ? Format(member.Value).Select(line => $"  {line}").Prepend(key)
            : [$"{key} {FormatScalar(member.Value)}"];
    }

    private static IEnumerable<string> FormatItem(JsonElement item) =>
        Format(item).Select((line, index) => $"{(index == 0 ? "- " : "  ")}{line}");

    private static bool IsBlock(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Object => value.EnumerateObject().Any(),
        JsonValueKind.Array => value.GetArrayLength() > 0,
        _ => false,
    };

    private static string FormatScalar(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => FormatText(value.GetString()!),
        JsonValueKind.Object => "{}",
        JsonValueKind.Array => "[]",
        _ => value.GetRawText(),
    };

    private static string FormatText(string text) => IsPlain(text)
        ? text
        : $"\"{string.Concat(text.EnumerateRunes().Select(Encode))}\"";

    /// <summary>Encodes a character. Above the first plane, YAML has one escape where JSON has two, and readers refuse those two.</summary>
    private static string Encode(Rune character) => character.IsBmp
        ? JavaScriptEncoder.UnsafeRelaxedJsonEscaping.Encode(character.ToString())
        : string.Create(CultureInfo.InvariantCulture, $"\\U{character.Value:X8}");

    private static bool IsPlain(string text) => text.Length > 0
        && PlainStart.Contains(text[0], StringComparison.Ordinal)
        && !text.AsSpan().ContainsAnyExcept(PlainRest)
        && !Words.Contains(text);
}
