using System.Text.Json;
using System.Text.Json.Nodes;

namespace ImageStreams.AspNetCore;

/// <summary>Reads the texts of JSON that a parser has taken as they are.</summary>
internal static class JsonTexts
{
    /// <summary>Reads every name and every text, so that names that are there twice and texts with half a character fail here, and not
    /// later; the parser has limited the depth.</summary>
    /// <exception cref="InvalidOperationException">A text is none.</exception>
    /// <exception cref="ArgumentException">A name is there twice.</exception>
    public static void Require(JsonNode? json)
    {
        IEnumerable<JsonNode?> inside = json switch
        {
            JsonObject fields => fields.Select(static field => field.Value),
            JsonArray values => values,
            _ => [],
        };
        foreach (var value in inside)
        {
            Require(value);
        }

        if (json?.GetValueKind() == JsonValueKind.String)
        {
            _ = json.GetValue<string>();
        }
    }
}
