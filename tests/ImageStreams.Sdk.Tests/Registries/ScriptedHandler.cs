using System.Collections.Concurrent;

namespace ImageStreams.Tests.Registries;

/// <summary>Answers requests from a script and records them.</summary>
internal sealed class ScriptedHandler(Func<HttpRequestMessage, CancellationToken, Task<HttpResponseMessage>> script)
    : HttpMessageHandler
{
    public ScriptedHandler(Func<HttpRequestMessage, HttpResponseMessage> script)
        : this((request, _) => Task.FromResult(script(request)))
    {
    }

    /// <summary>The requests, oldest first, with their secrets.</summary>
    public ConcurrentQueue<SentRequest> Sent { get; } = new();

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        Sent.Enqueue(new SentRequest(request.Method.Method, request.RequestUri!, request.Headers.Authorization?.ToString() ?? ""));
        return script(request, cancellationToken);
    }
}
