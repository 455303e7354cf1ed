using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using ImageStreams.Storage;
using ImageStreams.Testing.Server;

namespace ImageStreams.Tests.TestingServer;

/// <summary>Requests with JSON to a fake cluster.</summary>
internal static class ClusterRequests
{
    public const string Registry = "registry.local:5000";

    /// <summary>Starts a cluster without controllers, whose integrated registry has a name.</summary>
    public static Task<FakeCluster> StartAsync(bool runsControllers = false, IImageStreamStore? store = null) => FakeCluster.StartAsync(new FakeClusterOptions
    {
        CreateStore = store is null ? null : _ => store,
        UseTls = false,
        RunsImports = false,
        RunsTriggers = runsControllers,
        RunsRollouts = runsControllers,
        ConfigureEngine = static engine => engine.InternalRegistryHostname = Registry,
        ConfigureTriggers = static triggers => triggers.InternalRegistryHostname = Registry,
    });

    public static Task<JsonNode> PostAsync(this HttpClient http, string path, string json, HttpStatusCode expected = HttpStatusCode.Created) =>
        http.SendAsync(HttpMethod.Post, path, json, "application/json", expected);

    public static Task<JsonNode> PutAsync(this HttpClient http, string path, JsonNode json) =>
        http.SendAsync(HttpMethod.Put, path, json.ToJsonString(), "application/json", HttpStatusCode.OK);

    public static Task<JsonNode> MergeAsync(this HttpClient http, string path, string json) =>
        http.SendAsync(HttpMethod.Patch, path, json, "application/merge-patch+json", HttpStatusCode.OK);

    public static async Task<JsonNode> ReadAsync(this HttpClient http, string path) => JsonNode.Parse(await http.GetStringAsync(path))!;

    /// <summary>Pushes an image to a tag, as the integrated registry does; returns its pull spec.</summary>
    public static async Task<string> PushAsync(this HttpClient http, string stream, string tag, char digit)
    {
        var digest = "sha256:" + new string(digit, 64);
        var reference = $"{Registry}/default/{stream}@{digest}";
        var mapping =
            """{"metadata":{"name":"@1"},"tag":"@2","image":{"metadata":{"name":"@3"},"dockerImageReference":"@4","dockerImageMetadata":{"Id":"@5"},"dockerImageMetadataVersion":"1.0"}}"""
            .Replace("@1", stream, StringComparison.Ordinal)
            .Replace("@2", tag, StringComparison.Ordinal)
            .Replace("@3", digest, StringComparison.Ordinal)
            .Replace("@4", reference, StringComparison.Ordinal)
            .Replace("@5", digest, StringComparison.Ordinal);
        await http.PostAsync("/apis/image.openshift.io/v1/namespaces/default/imagestreammappings", mapping);
        return reference;
    }

    public static Task CreateStreamAsync(this HttpClient http, string name, bool isLocal = false)
    {
        var stream = """{"metadata":{"name":"@1"},"spec":{"lookupPolicy":{"local":@2}}}"""
            .Replace("@1", name, StringComparison.Ordinal)
            .Replace("@2", isLocal ? "true" : "false", StringComparison.Ordinal);
        return http.PostAsync("/apis/image.openshift.io/v1/namespaces/default/imagestreams", stream);
    }

    public static async Task<JsonNode> SendAsync(
        this HttpClient http, HttpMethod method, string path, string body, string type, HttpStatusCode expected)
    {
        using var request = new HttpRequestMessage(method, path) { Content = new StringContent(body, Encoding.UTF8, type) };
        using var response = await http.SendAsync(request);
        var text = await response.Content.ReadAsStringAsync();
        Assert.True(response.StatusCode == expected, $"{(int)response.StatusCode} {text}");
        return JsonNode.Parse(text.Length == 0 ? "{}" : text)!;
    }
}
