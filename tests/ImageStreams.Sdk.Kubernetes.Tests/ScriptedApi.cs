using System.Collections.Concurrent;
using System.Net;
using System.Text;
using ImageStreams.Kubernetes;
using k8s;

namespace ImageStreams.Tests.Kubernetes;

/// <summary>A server whose answers a test gives one by one, without a network.</summary>
internal sealed class ScriptedApi : DelegatingHandler
{
    private readonly Queue<Func<HttpResponseMessage>> _answers = [];

    /// <summary>The requests that came.</summary>
    public ConcurrentQueue<HttpRequestMessage> Requests { get; } = [];

    /// <summary>The answer to all requests for which none is given.</summary>
    public Func<HttpResponseMessage>? Always { get; set; }

    public void Answer(HttpStatusCode code, string body, TimeSpan? retryAfter = null) => _answers.Enqueue(() => Create(code, body, retryAfter));

    public void Answer(Stream body) => _answers.Enqueue(() => new HttpResponseMessage(HttpStatusCode.OK) { Content = new StreamContent(body) });

    public static HttpResponseMessage Create(HttpStatusCode code, string body, TimeSpan? retryAfter = null)
    {
        var response = new HttpResponseMessage(code) { Content = new StringContent(body, Encoding.UTF8, "application/json") };
        response.Headers.RetryAfter = retryAfter is { } delay ? new(delay) : null;
        return response;
    }

    public static string Status(int code, string reason) =>
        $$"""{"kind":"Status","apiVersion":"v1","status":"Failure","message":"{{reason}}","reason":"{{reason}}","code":{{code}}}""";

    /// <summary>Connects to the server.</summary>
    public ClusterConnection Connect(ClusterConnectionOptions? options = null, TimeProvider? time = null) =>
        new(new k8s.Kubernetes(new KubernetesClientConfiguration { Host = "http://api.example.com" }, this), options, time);

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        Requests.Enqueue(request);
        Func<HttpResponseMessage>? answer;
        lock (_answers)
        {
            answer = _answers.TryDequeue(out var next) ? next : Always;
        }

        var response = answer?.Invoke() ?? throw new HttpRequestException("The server is not there.");
        response.RequestMessage = request;
        return Task.FromResult(response);
    }
}
