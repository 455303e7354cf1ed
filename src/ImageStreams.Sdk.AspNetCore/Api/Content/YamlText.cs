using System.Text;
using System.Text.Json;

namespace ImageStreams.AspNetCore;

/// <summary>Writes JSON as YAML, with sorted keys as API servers do.</summary>
internal static class YamlText
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
                AppendScalar(text.Append(' ', indent), value, indent, column: indent);
                break;
        }
    }

    private static void AppendMembers(StringBuilder text, JsonElement value, int indent)
    {
        foreach (var member in value.EnumerateObject().OrderBy(member => member.Name, StringComparer.Ordinal))
        {
            var start = text.Length;
            YamlScalarWriter.AppendKey(text.Append(' ', indent), member.Name);
            text.Append(':');
            AppendAfterKey(text, member.Value, indent, column: text.Length - start + 1);
        }
    }

    // The items of a list begin in the column of its key.
    private static void AppendAfterKey(StringBuilder text, JsonElement value, int indent, int column)
    {
        if (!IsBlock(value))
        {
            AppendScalar(text.Append(' '), value, indent, column);
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
                AppendScalar(text.Append(' ', indent).Append("- "), item, indent, column: indent + 2);
            }
        }
    }

    private static bool IsBlock(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Object => value.EnumerateObject().Any(),
        JsonValueKind.Array => value.GetArrayLength() > 0,
        _ => false,
    };

    // Further lines of a text are indented below its map or list.
    private static void AppendScalar(StringBuilder text, JsonElement value, int indent, int column)
    {
        if (value.ValueKind == JsonValueKind.String)
        {
            YamlScalarWriter.Append(text, value.GetString()!, indent + 2, column);
        }
        else
        {
            text.Append(value.GetRawText());
        }

        text.Append('\n');
    }
}
