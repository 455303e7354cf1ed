using System.Text.Json;
using System.Text.Json.Nodes;
using ImageStreams.Collections;
using ImageStreams.Serialization;

namespace ImageStreams.Triggers;

/// <summary>Reads JSON into nodes as OpenShift reads it, whatever texts and names it has.</summary>
/// <remarks>
/// Of two equal names in an object the last one counts, and objects are merged; half of a surrogate pair becomes U+FFFD. Takes
/// linear time, without recursion.
/// </remarks>
internal static class JsonTree
{
    /// <summary>Reads an object.</summary>
    /// <exception cref="WireFormatException">The text nests deeper than <see cref="RawJson.MaxDepth"/>.</exception>
    public static JsonObject ReadObject(ReadOnlySpan<byte> utf8)
    {
        JsonSyntax.Require(utf8, RawJson.MaxDepth);
        var json = new JsonScanner(utf8, RawJson.MaxDepth);
        var root = new JsonObject();
        var holders = new Stack<JsonNode>([root]);
        var name = "";
        json.Read();
        while (holders.Count > 0)
        {
            json.Read();
            if (json.TokenType == JsonTokenType.PropertyName)
            {
                name = ReadText(json);
            }
            else if (json.TokenType is JsonTokenType.EndObject or JsonTokenType.EndArray)
            {
                holders.Pop();
            }
            else if (Add(holders.Peek(), name, ReadValue(json)) is (JsonObject or JsonArray) and var opened)
            {
                holders.Push(opened);
            }
        }

        return root;
    }

    /// <summary>Adds a value to an object or array; an object may be merged into one that is there already.</summary>
    /// <returns>The value that is there now.</returns>
    private static JsonNode? Add(JsonNode holder, string name, JsonNode? value)
    {
        if (holder is JsonArray items)
        {
            items.Add(value);
            return value;
        }

        if (value is JsonObject && holder[name] is JsonObject before)
        {
            return before;
        }

        holder[name] = value;
        return value;
    }

    /// <summary>Reads one token; objects and arrays are empty at first.</summary>
    private static JsonNode? ReadValue(in JsonScanner json) => json.TokenType switch
    {
        JsonTokenType.StartObject => new JsonObject(),
        JsonTokenType.StartArray => new JsonArray(),
        JsonTokenType.String => JsonValue.Create(ReadText(json)),
        JsonTokenType.True => JsonValue.Create(true),
        JsonTokenType.False => JsonValue.Create(false),
        JsonTokenType.Number => JsonNode.Parse(json.ValueSpan),
        _ => null,
    };

    private static string ReadText(in JsonScanner json) => GoText.Decode(json.ValueSpan, json.ValueIsEscaped);
}
