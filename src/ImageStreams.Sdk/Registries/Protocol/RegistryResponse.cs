using System.Net;
using ImageStreams.Collections;

namespace ImageStreams.Registries;

/// <summary>An answer whose headers have arrived, with what a reader needs to judge it.</summary>
internal sealed class RegistryResponse(RequestLine line, HttpResponseMessage message) : IDisposable
{
    private bool _isDetached;

    public RequestLine Line { get; private set; } = line;

    public HttpResponseMessage Message => message;

    public required ServingRegistry Source { get; init; }

    /// <summary>Whether a redirect led to another host, which then gave this answer.</summary>
    public bool IsFromOtherHost => Line.IsToOtherHost;

    public HttpStatusCode Status => message.StatusCode;

    public long? Length => message.Content.Headers.ContentLength;

    /// <summary>The media type without parameters; empty when missing or malformed.</summary>
    public string MediaType => message.Content.Headers.ContentType?.MediaType ?? "";

    /// <summary>Returns the values of a header as they came over the wire.</summary>
    public IEnumerable<string> GetHeader(string name) =>
        message.Headers.NonValidated.TryGetValues(name, out var values) ? values : [];

    /// <summary>Adds where credentials were looked for after this answer had asked for them.</summary>
    public void Explain(ValueList<RegistryCredentialAttempt> tried) => Line = Line with { Tried = tried };

    /// <summary>Hands the message over to a reader that outlives this answer.</summary>
    public HttpResponseMessage Detach()
    {
        _isDetached = true;
        return message;
    }

    public void Dispose()
    {
        if (!_isDetached)
        {
            message.Dispose();
        }
    }
}
