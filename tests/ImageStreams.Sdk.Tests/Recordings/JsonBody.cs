using System.Text.Json;
using System.Text.Json.Nodes;

namespace ImageStreams.Tests.Recordings;

/// <summary>A body that may not be JSON: one recorded client sent an invalid one on purpose.</summary>
internal static class JsonBody
{
    public static bool TryParse(string? text, out JsonNode? json)
    {
        json = null;
        try
        {
            json = text is null ? null : JsonNode.Parse(text);
        }
        catch (JsonException)
        {
            return false;
        }

        return json is not null;
    }
}
