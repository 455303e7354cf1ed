using System.Net;

namespace ImageStreams.Tests.Kubernetes;

/// <summary>Lets what comes from a server go wrong, at random: watches are cut off at any byte, say things twice and withhold bookmarks,
/// and reads are answered 500.</summary>
internal sealed class TorturingHandler(int seed) : DelegatingHandler
{
    private const int ShortWatch = 20_000;
    private const int LongWatch = 400_000;

    private readonly Random _random = new(seed);

    /// <summary>The faults so far.</summary>
    public TortureCounts Counts { get; } = new();

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (request.Method == HttpMethod.Get && Next(20) == 0)
        {
            Interlocked.Increment(ref Counts.Errors);
            return new HttpResponseMessage(HttpStatusCode.InternalServerError) { RequestMessage = request, Content = new StringContent("torture") };
        }

        var response = await base.SendAsync(request, cancellationToken);
        if (response.IsSuccessStatusCode && request.RequestUri!.Query.Contains("watch=true", StringComparison.Ordinal))
        {
            var bytes = Next(Next(10) == 0 ? LongWatch : ShortWatch) + 1;
            var inner = await response.Content.ReadAsStreamAsync(cancellationToken);
            response.Content = new StreamContent(new TorturedStream(inner, bytes, Next, Counts));
        }

        return response;
    }

    private int Next(int limit)
    {
        lock (_random)
        {
            return _random.Next(limit);
        }
    }
}
