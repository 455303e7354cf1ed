namespace ImageStreams.Testing.Protocol;

/// <summary>Carries requests to the protocol without a network.</summary>
internal sealed class InMemoryHandler(RegistryProtocol protocol) : HttpMessageHandler
{
    protected override async Task<HttpResponseMessage> SendAsync(
        HttpRequestMessage request, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var wire = await ReadAsync(request, cancellationToken).ConfigureAwait(false);
        var answer = await protocol.HandleAsync(wire, cancellationToken).ConfigureAwait(false);
        return answer.Abort == ConnectionAbort.BeforeResponse
            ? throw new HttpRequestException(HttpRequestError.ConnectionError, "The fake registry hung up.")
            : Write(request, answer);
    }

    private static async Task<WireRequest> ReadAsync(HttpRequestMessage request, CancellationToken cancellation) => new()
    {
        Method = request.Method.Method,
        Scheme = request.RequestUri!.Scheme,
        Host = request.RequestUri.Authority,
        Path = request.RequestUri.AbsolutePath,
        Query = request.RequestUri.Query,
        Header = name => GetHeader(request, name),
        Body = request.Content is { } body ? await body.ReadAsByteArrayAsync(cancellation).ConfigureAwait(false) : [],
    };

    // Empty when the header is missing.
    private static string GetHeader(HttpRequestMessage request, string name)
    {
        var isThere = request.Headers.NonValidated.TryGetValues(name, out var values)
            || request.Content?.Headers.NonValidated.TryGetValues(name, out values) == true;
        return isThere ? values.ToString() : "";
    }

    private static HttpResponseMessage Write(HttpRequestMessage request, WireResponse answer)
    {
        var response = new HttpResponseMessage(answer.Status)
        {
            RequestMessage = request,
            Content = ToContent(request, answer),
        };
        response.Content.Headers.ContentLength = answer.Body.Length;
        if (answer.ContentType.Length > 0)
        {
            response.Content.Headers.TryAddWithoutValidation("Content-Type", answer.ContentType);
        }

        foreach (var (name, value) in answer.Headers)
        {
            response.Headers.TryAddWithoutValidation(name, value);
        }

        return response;
    }

    private static HttpContent ToContent(HttpRequestMessage request, WireResponse answer) => answer switch
    {
        _ when request.Method == HttpMethod.Head => new ByteArrayContent([]),
        { Abort: ConnectionAbort.InBody } => new StreamContent(new BreakingStream(answer.Body[..(answer.Body.Length / 2)])),
        _ => new ReadOnlyMemoryContent(answer.Body),
    };
}
