using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace ImageStreams.Tests.AspNetCore;

/// <summary>The beginning of a body of which only the first characters were recorded, with every bracket closed.</summary>
/// <param name="Value">The values that are there as a whole.</param>
/// <param name="Open">The number of containers, each inside of the one before, whose rest is not known; 0 if all is there.</param>
internal sealed record RecordedHead(JsonNode Value, int Open)
{
    private const string Mark = "__elided";

    /// <summary>Tests whether only the beginning of a body was recorded.</summary>
    public static bool IsElided(JsonNode? body) => body is JsonObject note && note.ContainsKey(Mark);

    /// <summary>Tests whether only the beginning of the body of a request was recorded.</summary>
    public static bool IsElided(string? body) => body?.StartsWith($"{{\"{Mark}\"", StringComparison.Ordinal) == true;

    /// <summary>Reads the beginning; null where the body was recorded as a whole, or where not even that is known.</summary>
    public static RecordedHead? Find(JsonNode? body) => IsElided(body) && (string?)body!["head"] is { Length: > 0 } text ? Parse(text) : null;

    /// <summary>The body as far as it is known: the beginning of one that was not recorded as a whole.</summary>
    public static JsonNode? Known(JsonNode? body) => Find(body)?.Value ?? body;

    /// <summary>Our body, without what the recording does not show.</summary>
    public JsonNode? Cut(JsonNode? ours) => Cut(Value, ours, Open);

    /// <summary>The beginning, continued by our body.</summary>
    public JsonNode? Continue(JsonNode? ours) => Continue(Value, ours, Open);

    /// <summary>The number of containers whose rest is not known, from one of them on inwards; 0 for another value.</summary>
    public int GetOpen(JsonNode container)
    {
        JsonNode? next = Value;
        for (var open = Open; open > 0 && next is not null; open--)
        {
            if (ReferenceEquals(next, container))
            {
                return open;
            }

            next = next is JsonObject value ? value.LastOrDefault().Value : (next as JsonArray)?.LastOrDefault();
        }

        return 0;
    }

    private static RecordedHead? Parse(string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        var reader = new Utf8JsonReader(bytes, isFinalBlock: false, default);
        var open = new Stack<string>();
        var (end, closing, depth) = (0, "", 0);
        while (reader.Read())
        {
            Follow(reader.TokenType, open);
            if (reader.TokenType is not (JsonTokenType.PropertyName or JsonTokenType.StartObject))
            {
                (end, closing, depth) = ((int)reader.BytesConsumed, string.Concat(open), open.Count);
            }
        }

        return end == 0 ? null : new RecordedHead(JsonNode.Parse(Encoding.UTF8.GetString(bytes.AsSpan(0, end)) + closing)!, depth);
    }

    private static void Follow(JsonTokenType token, Stack<string> open)
    {
        if (token is JsonTokenType.StartObject or JsonTokenType.StartArray)
        {
            open.Push(token == JsonTokenType.StartObject ? "}" : "]");
        }
        else if (token is JsonTokenType.EndObject or JsonTokenType.EndArray)
        {
            open.Pop();
        }
    }

    private static JsonNode? Continue(JsonNode? recorded, JsonNode? ours, int open) => (recorded, ours) switch
    {
        (JsonObject one, JsonObject other) when open > 0 => new JsonObject(
        [
            .. one.Select((field, at) => KeyValuePair.Create(field.Key, Continue(field.Value, other[field.Key], at == one.Count - 1 ? open - 1 : 0))),
            .. other.Where(field => !one.ContainsKey(field.Key)).Select(field => KeyValuePair.Create(field.Key, field.Value?.DeepClone())),
        ]),
        (JsonArray one, JsonArray other) when open > 0 => new JsonArray(
        [
            .. one.Select((item, at) => Continue(item, other.ElementAtOrDefault(at), at == one.Count - 1 ? open - 1 : 0)),
            .. other.Skip(one.Count).Select(item => item?.DeepClone()),
        ]),
        _ => recorded?.DeepClone(),
    };

    private static JsonNode? Cut(JsonNode? recorded, JsonNode? ours, int open) => (recorded, ours) switch
    {
        (JsonObject one, JsonObject other) when open > 0 => new JsonObject(one.Select((field, at) =>
            KeyValuePair.Create(field.Key, Cut(field.Value, other[field.Key], at == one.Count - 1 ? open - 1 : 0)))),
        (JsonArray one, JsonArray other) when open > 0 => new JsonArray([.. other.Take(one.Count).Select((item, at) =>
            Cut(one[at], item, at == one.Count - 1 ? open - 1 : 0))]),
        _ => ours?.DeepClone(),
    };
}
