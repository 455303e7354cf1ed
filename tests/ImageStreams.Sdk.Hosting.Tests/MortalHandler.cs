using System.Text.Json.Nodes;

namespace ImageStreams.Tests.Hosting;

/// <summary>The network of one replica: it counts what is under way, notes imports, and ends when the replica dies.</summary>
/// <param name="onImport">Receives the name of each stream whose import the cluster has run.</param>
internal sealed class MortalHandler(Action<string> onImport) : DelegatingHandler
{
    private readonly CancellationTokenSource _death = new();
    private int _underWay;

    /// <summary>The number of requests that are not answered yet, save watches.</summary>
    public int UnderWay => Volatile.Read(ref _underWay);

    /// <summary>Lets no request through any more, as if the process had gone.</summary>
    public void Kill() => _death.Cancel();

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (_death.IsCancellationRequested)
        {
            throw new HttpRequestException("The process has died.");
        }

        Interlocked.Increment(ref _underWay);
        try
        {
            var response = await base.SendAsync(request, cancellationToken);
            await NoteAsync(request, response, cancellationToken);
            return response;
        }
        finally
        {
            Interlocked.Decrement(ref _underWay);
        }
    }

    protected override void Dispose(bool disposing)
    {
        _death.Dispose();
        base.Dispose(disposing);
    }

    private async Task NoteAsync(HttpRequestMessage request, HttpResponseMessage response, CancellationToken cancellationToken)
    {
        if (request.Method == HttpMethod.Post && response.IsSuccessStatusCode
            && request.RequestUri!.AbsolutePath.EndsWith("/imagestreamimports", StringComparison.Ordinal))
        {
            var body = await request.Content!.ReadAsStringAsync(cancellationToken);
            onImport((string)JsonNode.Parse(body)!["metadata"]!["name"]!);
        }
    }
}
