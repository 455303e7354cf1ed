using System.Net.Http.Json;
using System.Text;
using System.Text.Json.Nodes;
using ImageStreams.Testing.Server;

namespace ImageStreams.Tests.Kubernetes;

/// <summary>Reads and writes objects of a fake cluster as JSON, over HTTP.</summary>
/// <param name="cluster">The cluster.</param>
/// <param name="token">The token of the user; null for none.</param>
internal sealed class ClusterJson(FakeCluster cluster, string? token = null) : IDisposable
{
    public const string Deployments = "/apis/apps/v1/namespaces/default/deployments";
    public const string Image = "registry.example.com/team/app@" + Digest;

    private const string Digest = "sha256:aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa";

    private readonly HttpClient _http = cluster.CreateHttpClient();

    /// <summary>The annotation that sets the image of the container <c>web</c> to that of a tag.</summary>
    public static string Trigger(string tag = "app:1", string podSpec = "spec.template.spec") =>
        $$"""[{"from":{"kind":"ImageStreamTag","name":"{{tag}}"},"fieldPath":"{{podSpec}}.containers[?(@.name==\"web\")].image"}]""";

    /// <summary>A workload with the containers <c>web</c> and <c>log</c>, and a trigger for the first of them.</summary>
    public static JsonNode Workload(string name = "web", string? triggers = null) => JsonNode.Parse(
        """
        {"metadata":{"labels":{"app":"web"},"annotations":{}},
        "spec":{"selector":{"matchLabels":{"app":"web"}},"template":{"metadata":{"labels":{"app":"web"}},
        "spec":{"containers":[{"name":"log","image":"log:1"},{"name":"web","image":"placeholder"}]}}}}
        """)!.With(node =>
        {
            node["metadata"]!["name"] = name;
            node["metadata"]!["annotations"]!["image.openshift.io/triggers"] = triggers ?? Trigger();
        });

    public Task<JsonNode> GetAsync(string path) => SendAsync(HttpMethod.Get, path, null);

    public Task<JsonNode> PostAsync(string path, JsonNode body) => SendAsync(HttpMethod.Post, path, JsonContent.Create(body));

    /// <summary>Creates an object from YAML.</summary>
    public Task<JsonNode> PostYamlAsync(string path, string yaml) =>
        SendAsync(HttpMethod.Post, path, new StringContent(yaml, Encoding.UTF8, "application/yaml"));

    public Task<JsonNode> PostAsync(string path, string body) => PostAsync(path, JsonNode.Parse(body)!);

    public Task<JsonNode> DeleteAsync(string path) => SendAsync(HttpMethod.Delete, path, null);

    public Task<JsonNode> MergeAsync(string path, string patch) =>
        SendAsync(HttpMethod.Patch, path, new StringContent(patch, Encoding.UTF8, "application/merge-patch+json"));

    /// <summary>Moves a tag to <see cref="Image"/>, or another one, of a new stream.</summary>
    public async Task PushAsync(string stream, string tag, string digest = Digest)
    {
        var mapping = JsonNode.Parse("""{"metadata":{},"image":{"metadata":{},"dockerImageMetadata":{"kind":"DockerImage","apiVersion":"image.openshift.io/1.0"}}}""")!;
        mapping["metadata"]!["name"] = stream;
        mapping["tag"] = tag;
        mapping["image"]!["metadata"]!["name"] = digest;
        mapping["image"]!["dockerImageReference"] = Image[..Image.IndexOf('@', StringComparison.Ordinal)] + "@" + digest;
        var streams = "/apis/image.openshift.io/v1/namespaces/default/imagestreams";
        await PostAsync(streams, $$$"""{"metadata":{"name":"{{{stream}}}"}}""");
        await PostAsync("/apis/image.openshift.io/v1/namespaces/default/imagestreammappings", mapping);
    }

    public void Dispose() => _http.Dispose();

    private async Task<JsonNode> SendAsync(HttpMethod method, string path, HttpContent? content)
    {
        using var request = new HttpRequestMessage(method, path) { Content = content };
        request.Headers.Authorization = token is null ? null : new("Bearer", token);
        using var response = await _http.SendAsync(request);
        var text = await response.Content.ReadAsStringAsync();
        Assert.True(response.IsSuccessStatusCode, text);
        return JsonNode.Parse(text)!;
    }
}
