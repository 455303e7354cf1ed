using System.Text.Json.Nodes;
using ImageStreams.AspNetCore;
using ImageStreams.Clients;

namespace ImageStreams.Testing.Server;

/// <summary>A call of a webhook.</summary>
/// <param name="Body">The body.</param>
/// <param name="ContentType">The media type without parameters; empty for none.</param>
/// <param name="FindHeader">Finds a header; null when there is none.</param>
internal sealed record HookCall(ReadOnlyMemory<byte> Body, string ContentType, Func<string, string?> FindHeader)
{
    /// <summary>Gets a value indicating whether the body is said to be JSON.</summary>
    public bool IsJson => ContentType == "application/json";

    /// <summary>Reads the body: of fields that are named twice, the last counts.</summary>
    /// <exception cref="ApiException">The body is no JSON object, or one with texts that are none (400).</exception>
    public JsonObject ReadObject() =>
        ObjectRequests.ParseBody(new ResourceRequest { Verb = ResourceVerbs.Create, Body = Body });
}
