using System.Text.Json;
using System.Text.Json.Nodes;

namespace ImageStreams.Testing.Server;

/// <summary>A call of a webhook.</summary>
/// <param name="Body">The body.</param>
/// <param name="ContentType">The media type without parameters; empty for none.</param>
/// <param name="FindHeader">Finds a header; null when there is none.</param>
internal sealed record HookCall(ReadOnlyMemory<byte> Body, string ContentType, Func<string, string?> FindHeader)
{
    /// <summary>Gets a value indicating whether the body is said to be JSON.</summary>
    public bool IsJson => ContentType == "application/json";

    /// <summary>Reads the body; null when it is no JSON object.</summary>
    public JsonObject? ReadObject()
    {
        try
        {
            return JsonNode.Parse(Body.Span) as JsonObject;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
