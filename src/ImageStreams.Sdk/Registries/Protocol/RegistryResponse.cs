using System.Net;
using ImageStreams.Collections;

namespace ImageStreams.Registries;

/// <summary>A response whose headers have arrived.</summary>
internal sealed class RegistryResponse(RequestLine line, HttpResponseMessage message) : IDisposable
{
    private bool _isDetached;

    public RequestLine Line { get; private set; } = line;

    public HttpResponseMessage Message => message;

    public required ServingRegistry Source { get; init; }

    /// <summary>Gets a value indicating whether a redirect led to another host, which sent this response.</summary>
    public bool IsFromOtherHost => Line.IsToOtherHost;

    public HttpStatusCode Status => message.StatusCode;

    public long? Length => message.Content.Headers.ContentLength;

    /// <summary>The length of the body as its digest is computed; null when unknown, as for a compressed body.</summary>
    public long? PlainLength => ContentCoding.IsEncoded(this) ? null : Length;

    /// <summary>The media type without parameters; empty when missing or malformed.</summary>
    public string MediaType => message.Content.Headers.ContentType?.MediaType ?? "";

    /// <summary>Returns the values of a header as they were sent.</summary>
    public IEnumerable<string> GetHeader(string name) =>
        message.Headers.NonValidated.TryGetValues(name, out var values) ? values : [];

    /// <summary>Adds the sources of credentials that were tried after this response required credentials.</summary>
    public void Explain(ValueList<RegistryCredentialAttempt> tried) => Line = Line with { Tried = tried };

    /// <summary>Transfers the message to a reader that outlives this response.</summary>
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
