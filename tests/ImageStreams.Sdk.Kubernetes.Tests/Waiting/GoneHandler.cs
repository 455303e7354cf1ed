using System.Net;
using System.Text;

namespace ImageStreams.Tests.Kubernetes;

/// <summary>Answers the first watches that their version is gone.</summary>
/// <param name="count">The number of watches.</param>
/// <param name="onGone">Called before each such answer, with their number so far.</param>
internal sealed class GoneHandler(int count, Func<int, Task> onGone) : DelegatingHandler
{
    private const string Gone = """
        {"type":"ERROR","object":{"kind":"Status","apiVersion":"v1","status":"Failure","message":"too old resource version: 1 (9)","reason":"Expired","code":410}}

        """;

    /// <summary>The number of watches that were answered so.</summary>
    public int Answered { get; private set; }

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (Answered == count || !request.RequestUri!.Query.Contains("watch=true", StringComparison.Ordinal))
        {
            return await base.SendAsync(request, cancellationToken);
        }

        await onGone(++Answered);
        return new HttpResponseMessage(HttpStatusCode.OK)
        {
            RequestMessage = request,
            Content = new StringContent(Gone, Encoding.UTF8, "application/json"),
        };
    }
}
