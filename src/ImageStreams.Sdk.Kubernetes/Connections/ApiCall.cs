namespace ImageStreams.Kubernetes;

/// <summary>A request to an API server.</summary>
/// <param name="Method">The method.</param>
/// <param name="Path">The path with its query, from the root of the server, such as <c>apis/image.openshift.io/v1/images?limit=5</c>.</param>
internal sealed record ApiCall(HttpMethod Method, string Path)
{
    public const string Json = "application/json";

    /// <summary>The body; null for none.</summary>
    public ReadOnlyMemory<byte>? Body { get; init; }

    /// <summary>The media type of the body.</summary>
    public string MediaType { get; init; } = Json;

    /// <summary>Receives the warnings of the server; null to drop them.</summary>
    public Action<string>? OnWarning { get; init; }

    /// <summary>Creates the message; each attempt needs its own.</summary>
    public HttpRequestMessage CreateMessage(ConnectionSettings settings)
    {
        var message = new HttpRequestMessage(Method, new Uri(settings.Server, Path))
        {
            Version = settings.HttpVersion,
            VersionPolicy = HttpVersionPolicy.RequestVersionOrLower,
        };

        // The name in a TLS handshake, and that of the certificate, are those of this header.
        message.Headers.Host = settings.TlsServerName;
        message.Headers.Accept.ParseAdd(Json);
        foreach (var (name, value) in settings.Headers)
        {
            message.Headers.TryAddWithoutValidation(name, value);
        }

        if (Body is { } body)
        {
            message.Content = new ReadOnlyMemoryContent(body);
            message.Content.Headers.ContentType = new(MediaType);
        }

        return message;
    }

    public override string ToString() => $"{Method} {Path}";
}
