using System.Buffers;
using System.Collections.Frozen;
using System.Text;
using System.Text.Json;

namespace ImageStreams.AspNetCore;

/// <summary>Writes JSON as YAML, with sorted keys as API servers do.</summary>
internal static class YamlText
{
    private const int MaxDepth = 1024;

    private static readonly SearchValues<char> PlainCharacters =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_./@:-");

    /// <summary>Words that YAML 1.1 reads as truth values or as null.</summary>
    private static readonly FrozenSet<string> Words = FrozenSet.Create(
        StringComparer.OrdinalIgnoreCase, "y", "n", "yes", "no", "on", "off", "true", "false", "null");

    /// <summary>Returns the YAML of JSON.</summary>
    public static ReadOnlyMemory<byte> FromJson(ReadOnlyMemory<byte> utf8Json)
    {
        using var document = JsonDocument.Parse(utf8Json, new JsonDocumentOptions { MaxDepth = MaxDepth });
        var text = new StringBuilder();
        AppendBlock(text, document.RootElement, indent: 0);
        return Encoding.UTF8.GetBytes(text.ToString());
    }

    private static void AppendBlock(StringBuilder text, JsonElement value, int indent)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.Object:
                AppendMembers(text, value, indent);
                break;
            case JsonValueKind.Array:
                AppendItems(text, value, indent);
                break;
            default:
                text.Append(' ', indent).Append(ToScalar(value)).Append('\n');
                break;
        }
    }

    private static void AppendMembers(StringBuilder text, JsonElement value, int indent)
    {
        foreach (var member in value.EnumerateObject().OrderBy(member => member.Name, StringComparer.Ordinal))
        {
            text.Append(' ', indent).Append(ToText(member.Name)).Append(':');
            AppendAfterKey(text, member.Value, indent);
        }
    }

    // The items of a list begin in the column of its key.
    private static void AppendAfterKey(StringBuilder text, JsonElement value, int indent)
    {
        if (!IsBlock(value))
        {
            text.Append(' ').Append(ToScalar(value)).Append('\n');
            return;
        }

        text.Append('\n');
        AppendBlock(text, value, value.ValueKind == JsonValueKind.Array ? indent : indent + 2);
    }

    // The first line of an item begins after its dash.
    private static void AppendItems(StringBuilder text, JsonElement value, int indent)
    {
        foreach (var item in value.EnumerateArray())
        {
            var start = text.Length;
            if (IsBlock(item))
            {
                AppendBlock(text, item, indent + 2);
                text[start + indent] = '-';
            }
            else
            {
                text.Append(' ', indent).Append("- ").Append(ToScalar(item)).Append('\n');
            }
        }
    }

    private static bool IsBlock(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Object => value.EnumerateObject().Any(),
        JsonValueKind.Array => value.GetArrayLength() > 0,
        _ => false,
    };

    private static string ToScalar(JsonElement value) =>
        value.ValueKind == JsonValueKind.String ? ToText(value.GetString()!) : value.GetRawText();

    private static string ToText(string text) => IsPlain(text) && !Words.Contains(text) ? text : YamlQuotes.Quote(text);

    private static bool IsPlain(ReadOnlySpan<char> text) =>
        text.Length > 0
        && (char.IsAsciiLetter(text[0]) || text[0] is '_' or '/')
        && text[^1] != ':'
        && !text.ContainsAnyExcept(PlainCharacters);
}
