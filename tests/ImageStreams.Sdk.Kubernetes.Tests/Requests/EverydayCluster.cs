using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using ImageStreams.Kubernetes;
using ImageStreams.Patching;
using ImageStreams.References;
using ImageStreams.Testing;
using ImageStreams.Testing.Server;

namespace ImageStreams.Tests.Kubernetes;

/// <summary>A cluster with the images of the recordings, and its requests.</summary>
internal sealed class EverydayCluster : IAsyncDisposable
{
    public const string Namespace = "shop";

    private readonly ConnectedCluster _cluster;

    private EverydayCluster(ConnectedCluster cluster)
    {
        _cluster = cluster;
        Client = new KubernetesImageStreamClient(cluster.Connection);
        ImageName = Push("1.0.0");
        Push("2.0.0");
    }

    /// <summary>The client whose requests are looked at.</summary>
    public KubernetesImageStreamClient Client { get; }

    /// <summary>The digest of <c>test/app:1.0.0</c>.</summary>
    public string ImageName { get; }

    public FakeCluster Cluster => _cluster.Cluster;

    public ClusterConnection Connection => _cluster.Connection;

    public string Registry => Cluster.Registry.Host;

    /// <summary>The requests so far.</summary>
    public IReadOnlyList<RecordedRequest> Requests => [.. Cluster.Requests.Select(RecordedRequest.FromLog)];

    public static async Task<EverydayCluster> StartAsync(TimeProvider timeProvider) => new(await ConnectedCluster.StartAsync(new FakeClusterOptions
    {
        RunsImports = false, RunsTriggers = false, RunsRollouts = false, UseTls = false, TimeProvider = timeProvider,
    }));

    public static ImageStreamTagName Tag(string stream, string tag, string ns = Namespace) => ImageStreamTagName.FromParts(ns, stream, tag);

    public string Image(string tag) => $"{Registry}/test/app:{tag}";

    public Task CreateAsync(string stream) => Cluster.Client.Streams.CreateAsync(new ImageStream
    {
        Metadata = new ObjectMeta { Name = stream, Namespace = Namespace },
    });

    /// <summary>Labels a stream, inside the cluster.</summary>
    public Task LabelAsync(string stream, string tier) => Cluster.Client.Streams.PatchAsync(
        Namespace, stream, ObjectPatch.Merge($$$$"""{"metadata":{"labels":{"seen":"yes","tier":"{{{{tier}}}}"}}}"""));

    /// <summary>Imports the first image to tags of a stream, inside the cluster.</summary>
    public Task ImportAsync(string stream, params string[] tags) => Cluster.Client.Imports.CreateAsync(new ImageStreamImport
    {
        Metadata = new ObjectMeta { Name = stream, Namespace = Namespace },
        Spec = new ImageStreamImportSpec { Import = true, Images = [.. tags.Select(tag => CreateImport(tag))] },
    });

    public ImageImportSpec CreateImport(string tag) => new()
    {
        From = ObjectReference.DockerImage(Image("1.0.0")),
        To = new LocalObjectReference { Name = tag },
        ImportPolicy = new TagImportPolicy { Insecure = true },
    };

    /// <summary>Sends the requests of a command as they were recorded; those that only read are left out.</summary>
    public async Task SendAsync(IEnumerable<RecordedRequest> requests)
    {
        using var http = Cluster.CreateHttpClient();
        foreach (var request in requests.Where(request => request.IsWrite))
        {
            var body = await SetVersionAsync(request.Body!);
            using var message = new HttpRequestMessage(new HttpMethod(request.Method), request.Path)
            {
                Content = new StringContent(body.ToJsonString(), Encoding.UTF8, new MediaTypeHeaderValue(request.ContentType)),
            };
            using var response = await http.SendAsync(message);
            Assert.True(request.Status / 100 == (int)response.StatusCode / 100, await response.Content.ReadAsStringAsync());
        }
    }

    public ValueTask DisposeAsync() => _cluster.DisposeAsync();

    /// <summary>Puts the version that the stream has here in the place of the recorded one.</summary>
    private async Task<JsonNode> SetVersionAsync(JsonNode body)
    {
        if (body is JsonObject && body["metadata"]?["resourceVersion"] is not null)
        {
            var stream = await Cluster.Client.Streams.GetAsync(Namespace, body["metadata"]!["name"]!.GetValue<string>());
            body["metadata"]!["resourceVersion"] = stream.Metadata.ResourceVersion;
        }

        return body;
    }

    private string Push(string tag) => Cluster.Registry.Registry.Push($"test/app:{tag}", SyntheticImage.Create(tag)).ToString();
}
