using System.Text.Json.Nodes;

namespace ImageStreams.Tests.AspNetCore;

/// <summary>Reads the lines of a watch.</summary>
internal sealed class WatchReader : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    private readonly HttpResponseMessage _response;
    private readonly StreamReader _lines;

    private WatchReader(HttpResponseMessage response, StreamReader lines) => (_response, _lines) = (response, lines);

    public static async Task<WatchReader> StartAsync(HttpClient http, string path, string accept = "application/json")
    {
        var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.TryAddWithoutValidation("Accept", accept);
        var response = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead).WaitAsync(Patience);
        Assert.Equal(200, (int)response.StatusCode);
        return new WatchReader(response, new StreamReader(await response.Content.ReadAsStreamAsync()));
    }

    public async Task<JsonNode> NextAsync() =>
        JsonNode.Parse(await _lines.ReadLineAsync().WaitAsync(Patience) ?? throw new InvalidOperationException("The watch has ended."))!;

    /// <summary>Reads until the watch ends.</summary>
    public async Task<IReadOnlyList<JsonNode>> RestAsync()
    {
        var lines = new List<JsonNode>();
        while (await _lines.ReadLineAsync().WaitAsync(Patience) is { } line)
        {
            lines.Add(JsonNode.Parse(line)!);
        }

        return lines;
    }

    public void Dispose()
    {
        _lines.Dispose();
        _response.Dispose();
    }
}
