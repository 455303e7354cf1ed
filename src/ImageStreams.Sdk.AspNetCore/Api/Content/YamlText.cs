using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace ImageStreams.AspNetCore;

/// <summary>Writes JSON as YAML, with sorted keys as API servers do.</summary>
internal static partial class YamlText
{
    private const int MaxDepth = 1024;

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

    // A JSON string is a quoted scalar of YAML.
    private static string ToText(string text) =>
        Plain().IsMatch(text) && !Word().IsMatch(text) ? text : $"\"{JsonEncodedText.Encode(text)}\"";

    [GeneratedRegex(@"\A[A-Za-z_/][A-Za-z0-9_./@:-]*(?<!:)\z", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Plain();

    // Words that YAML 1.1 reads as truth values or as null.
    [GeneratedRegex(@"\A(y|n|yes|no|on|off|true|false|null)\z", RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Word();
}
