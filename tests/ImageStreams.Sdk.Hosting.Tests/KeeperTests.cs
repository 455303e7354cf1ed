using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using ImageStreams.Clients;
using ImageStreams.Importing;
using ImageStreams.Storage;
using ImageStreams.Testing;

namespace ImageStreams.Tests.Hosting;

/// <summary>The keeper as a newcomer starts it.</summary>
public sealed class KeeperTests
{
    private const string Push = """
        {"events": [{"id": "1", "action": "push",
          "target": {"mediaType": "application/vnd.oci.image.manifest.v1+json", "repository": "library/redis", "tag": "7",
            "digest": "sha256:0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef"},
          "request": {"host": "docker.io"}}]}
        """;

    [Fact]
    public async Task Demo_StartedTwice_ImportsAndGoesOn()
    {
        using var folder = new TemporaryFolder();
        var database = folder.GetFile("keeper.db");

        await RunAsync(database);
        var first = await ReadVersionAsync(database);
        await RunAsync(database);
        var second = await ReadVersionAsync(database);

        Assert.InRange(second, first + 1, long.MaxValue);
    }

    [Fact]
    public void Program_HasFewerThan40Lines() =>
        Assert.InRange(File.ReadAllLines(Path.Combine(RepositoryRoot.Path, "docs", "samples", "keeper", "Program.cs")).Length, 10, 39);

    /// <summary>Starts the keeper, waits for its imports, posts a webhook, and stops it.</summary>
    private static async Task RunAsync(string database)
    {
        await using var keeper = await KeeperProcess.StartAsync(database);
        await WaitForAsync(keeper, static status => CountImported(status) >= 3);

        Assert.Equal(HttpStatusCode.Accepted, await PostAsync(keeper, "demo-webhook-secret"));
        Assert.Equal(HttpStatusCode.Unauthorized, await PostAsync(keeper, "wrong-webhook-secret"));
        Assert.Contains(   // a slow machine does not keep the demonstration's interval of seconds
            await keeper.Client.GetStringAsync(new Uri("/health", UriKind.Relative)), new[] { "Healthy", "Degraded" });
        Assert.Contains("<html", await keeper.Client.GetStringAsync(new Uri("/", UriKind.Relative)), StringComparison.Ordinal);

        Assert.Equal(0, await keeper.StopAsync());
        Assert.Contains("Build web with registry.access.redhat.com/ubi9/ruby-33@sha256:", keeper.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("Unhandled exception", keeper.Output, StringComparison.Ordinal);
    }

    private static async Task WaitForAsync(KeeperProcess keeper, Func<JsonElement, bool> condition)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        using var pause = new PeriodicTimer(TimeSpan.FromMilliseconds(200));
        while (!condition(await keeper.Client.GetFromJsonAsync<JsonElement>(new Uri("/status.json", UriKind.Relative), patience.Token)))
        {
            await pause.WaitForNextTickAsync(patience.Token);
        }
    }

    private static int CountImported(JsonElement status) => status.GetProperty("tags").EnumerateArray()
        .Count(static tag => tag.TryGetProperty("image", out _) && tag.TryGetProperty("lastCheck", out _));

    private static async Task<HttpStatusCode> PostAsync(KeeperProcess keeper, string secret)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri("/hooks/registry", UriKind.Relative));
        request.Content = new StringContent(Push, System.Text.Encoding.UTF8, "application/vnd.docker.distribution.events.v1+json");
        request.Headers.TryAddWithoutValidation("Authorization", $"Bearer {secret}");
        using var response = await keeper.Client.SendAsync(request);
        return response.StatusCode;
    }

    /// <summary>Reads the highest version of a stream that the keeper has left behind.</summary>
    private static async Task<long> ReadVersionAsync(string database)
    {
        await using var store = new SqliteImageStreamStore(new SqliteStoreOptions { Path = database });
        using var registry = new InMemoryRegistry();
        var client = new EmbeddedImageStreamClient(store, new ImageImporter(registry));
        var streams = await client.Streams.ListAsync(null);
        return streams.Items.Max(static stream => long.Parse(stream.Metadata.ResourceVersion!, CultureInfo.InvariantCulture));
    }
}
