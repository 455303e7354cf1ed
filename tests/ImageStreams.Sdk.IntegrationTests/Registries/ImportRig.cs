using ImageStreams.Clients;
using ImageStreams.Importing;
using ImageStreams.Registries;
using ImageStreams.Storage;

namespace ImageStreams.IntegrationTests.Registries;

/// <summary>The importer and the embedded image API over a registry client of the test's.</summary>
/// <remarks>An import that hangs is a <see cref="TimeoutException"/>, and none of the outcomes that a test may expect.</remarks>
internal sealed class ImportRig : IDisposable
{
    private const string Namespace = "team";
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);
    private readonly HttpRegistryClient _client;
    private readonly ImageImporter _importer;
    private readonly EmbeddedImageStreamClient _api;

    /// <param name="client">The client of the registry; the rig disposes of it.</param>
    /// <param name="policy">The mirrors; <see langword="null"/> for none.</param>
    /// <param name="watchHistory">The number of changes that the store keeps for watches.</param>
    public ImportRig(
        HttpRegistryClient client,
        RegistryPolicy? policy = null,
        int watchHistory = InMemoryStoreOptions.DefaultWatchHistory)
    {
        Store = new InMemoryImageStreamStore(new InMemoryStoreOptions { WatchHistory = watchHistory });
        _client = client;
        _importer = new ImageImporter(policy is null ? client : new MirroredRegistryClient(client, policy));
        _api = new EmbeddedImageStreamClient(Store, _importer);
    }

    public InMemoryImageStreamStore Store { get; }

    /// <summary>True when tags allow an insecure registry.</summary>
    public bool Insecure { get; init; } = true;

    /// <summary>Imports the image at a pull spec into a stream of its own.</summary>
    public Task<TagImportResult> ImportTagAsync(string pullSpec) =>
        _importer.ImportTagAsync(new ImageStream
        {
            Metadata = new ObjectMeta { Name = "app", Namespace = Namespace },
            Spec = new ImageStreamSpec
            {
                Tags = [new TagReference { Name = "1", From = From(pullSpec), ImportPolicy = Policy }],
            },
        }, "1").WaitAsync(Patience);

    /// <summary>Imports images into a stream of the API, each under the tag that it has in its registry.</summary>
    public Task<ImageStreamImport> ImportAsync(string stream, params IEnumerable<string> pullSpecs) =>
        ImportAsync(stream, ImportMode.Legacy, pullSpecs);

    public Task<ImageStreamImport> ImportAsync(string stream, ImportMode mode, params IEnumerable<string> pullSpecs) =>
        _api.Imports.CreateAsync(new ImageStreamImport
        {
            Metadata = new ObjectMeta { Name = stream, Namespace = Namespace },
            Spec = new ImageStreamImportSpec
            {
                Import = true,
                Images = [.. pullSpecs.Select(pullSpec => new ImageImportSpec
                {
                    From = From(pullSpec),
                    ImportPolicy = Policy with { ImportMode = mode },
                })],
            },
        }).WaitAsync(Patience);

    public Task DeleteAsync(string stream) => _api.Streams.DeleteAsync(Namespace, stream);

    public void Dispose() => _client.Dispose();

    private TagImportPolicy Policy => new() { Insecure = Insecure };

    private static ObjectReference From(string pullSpec) => new() { Kind = ReferenceKinds.DockerImage, Name = pullSpec };
}
