using ImageStreams.Storage;
using ImageStreams.Testing.Server;

namespace ImageStreams.Fuzz;

/// <summary>A served API on 127.0.0.1, which starts with the first request and ends with the program.</summary>
internal sealed class FuzzServer
{
    private readonly Lazy<(FakeCluster Cluster, HttpClient Http, InMemoryImageStreamStore Store)> _parts = new(Start);

    /// <summary>The cluster.</summary>
    public FakeCluster Cluster => _parts.Value.Cluster;

    /// <summary>A client of it.</summary>
    public HttpClient Http => _parts.Value.Http;

    /// <summary>Its objects, past the API.</summary>
    public InMemoryImageStreamStore Store => _parts.Value.Store;

    private static (FakeCluster, HttpClient, InMemoryImageStreamStore) Start()
    {
        var store = new InMemoryImageStreamStore();
        var options = new FakeClusterOptions
        {
            UseTls = false,
            RunsImports = false,
            RunsTriggers = false,
            MaxRequests = 1,
            CreateStore = _ => store,
            // Nobody waits for a version that is still to come.
            ConfigureEngine = static engine => engine.VersionWait = TimeSpan.Zero,
        };
        var cluster = FakeCluster.StartAsync(options).GetAwaiter().GetResult();
        return (cluster, cluster.CreateHttpClient(), store);
    }
}
