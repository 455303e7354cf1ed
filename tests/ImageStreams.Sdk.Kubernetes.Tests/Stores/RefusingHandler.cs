using System.Net;

namespace ImageStreams.Tests.Kubernetes;

/// <summary>Answers some requests with 403 before they reach the server.</summary>
internal sealed class RefusingHandler : DelegatingHandler
{
    /// <summary>Determines which requests are refused; null for none.</summary>
    public Func<HttpRequestMessage, bool>? Refuses { get; set; }

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
        Refuses?.Invoke(request) == true
            ? Task.FromResult(new HttpResponseMessage(HttpStatusCode.Forbidden) { Content = new StringContent("refused"), RequestMessage = request })
            : base.SendAsync(request, cancellationToken);
}
