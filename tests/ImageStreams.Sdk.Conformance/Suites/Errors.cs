using System.Text.Json;
using System.Text.Json.Nodes;
using ImageStreams.References;

namespace ImageStreams.Conformance.Suites;

/// <summary>Errors as nodes of an answer.</summary>
public static class Errors
{
    /// <summary>The answer, or the kind of the name that could not be read.</summary>
    public static JsonObject Caught(Func<JsonObject> answer)
    {
        ArgumentNullException.ThrowIfNull(answer);

        try
        {
            return answer();
        }
        catch (ImageReferenceFormatException e)
        {
            return OfKind(JsonNamingPolicy.CamelCase.ConvertName(e.Reason.ToString()));
        }
    }

    /// <summary>An error of a kind.</summary>
    public static JsonObject OfKind(string kind) => new() { ["error"] = new JsonObject { ["kind"] = kind } };
}
