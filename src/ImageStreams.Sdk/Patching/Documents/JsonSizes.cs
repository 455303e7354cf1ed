using System.Text;
using System.Text.Json.Nodes;

namespace ImageStreams.Patching;

/// <summary>Measures JSON values without writing them.</summary>
internal static class JsonSizes
{
    /// <summary>Returns about the number of bytes of the JSON of a value; stops when it is above a limit.</summary>
    public static long Measure(JsonNode node, long limit)
    {
        var size = 0L;
        var open = new Stack<JsonNode?>([node]);
        while (size <= limit && open.TryPop(out var next))
        {
            size += 1 + MeasureOne(next);
            foreach (var item in Open(next))
            {
                open.Push(item);
            }
        }

        return size;
    }

    private static IEnumerable<JsonNode?> Open(JsonNode? node) => node switch
    {
        JsonObject map => map.Select(field => field.Value),
        JsonArray list => list,
        _ => [],
    };

    private static long MeasureOne(JsonNode? node) => node switch
    {
        null => 4,
        JsonObject map => 2 + map.Sum(field => 3L + Encoding.UTF8.GetByteCount(field.Key)),
        JsonArray => 2,
        _ => JsonKinds.GetText(node) is { } text ? 2 + Encoding.UTF8.GetByteCount(text) : node.ToJsonString().Length,
    };
}
