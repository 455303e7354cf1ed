using System.Text.Json.Nodes;
using ImageStreams.References;
using ImageStreams.Registries;

namespace ImageStreams.Tests.Recordings;

/// <summary>The registry that the recorded cluster imported from.</summary>
/// <remarks>It speaks plain HTTP: whoever does not allow that gets no connection.</remarks>
internal sealed class RecordedRegistry : IRegistryClient
{
    private const string Host = "127.0.0.1:5000";
    private const string Repository = "test/app";

    private readonly IReadOnlyList<RecordedImage> _images;

    /// <summary>Holds those of the images given that came from here.</summary>
    /// <param name="images">Images as the cluster kept them.</param>
    /// <param name="blobs">Configurations as the registry answered them, by digest.</param>
    public RecordedRegistry(IEnumerable<JsonObject> images, IReadOnlyDictionary<string, JsonNode> blobs) => _images =
    [
        .. images
            .Where(image => image["dockerImageLayers"] is JsonArray { Count: > 0 })
            .Where(image => (string?)image["dockerImageReference"] == $"{Host}/{Repository}@{RecordedObjects.NameOf(image)}")
            .DistinctBy(RecordedObjects.NameOf)
            .Select(image => new RecordedImage(image, blobs.GetValueOrDefault((string)image["dockerImageMetadata"]!["Id"]!))),
    ];

    public IEnumerable<RecordedImage> Images => _images;

    private static RegistrySource Source { get; } =
        new() { Registry = Host, Repository = Repository, Transport = RegistryTransport.Http };

    /// <summary>A line of a recording with the digests that images have here.</summary>
    public string Translate(string line) => _images.Aggregate(line, (text, image) => text
        .Replace(image.RecordedManifestDigest, image.ManifestDigest, StringComparison.Ordinal)
        .Replace(image.RecordedConfigDigest, image.ConfigDigest, StringComparison.Ordinal));

    public Task<ResolvedManifest> ResolveAsync(
        RegistryRepository repository, string tagOrDigest, CancellationToken cancellationToken = default)
    {
        var image = Find(repository, tagOrDigest);
        return Task.FromResult(new ResolvedManifest
        {
            Descriptor = new RegistryDescriptor
            {
                Digest = Digest.Parse(image.ManifestDigest),
                MediaType = image.MediaType,
                Size = image.ManifestContent.Length,
            },
            Source = Source,
        });
    }

    public Task<RegistryManifest> GetManifestAsync(
        RegistryRepository repository, string tagOrDigest, CancellationToken cancellationToken = default)
    {
        var image = Find(repository, tagOrDigest);
        return Task.FromResult(new RegistryManifest
        {
            Digest = Digest.Parse(image.ManifestDigest),
            MediaType = image.MediaType,
            Content = image.ManifestContent,
            Source = Source,
        });
    }

    public Task<RegistryBlob> GetBlobAsync(
        RegistryRepository repository, Digest digest, CancellationToken cancellationToken = default)
    {
        var image = _images.Single(one => one.ConfigDigest == digest.ToString());
        return Task.FromResult(new RegistryBlob { Digest = digest, Content = image.ConfigContent, Source = Source });
    }

    public Task<RegistryBlobStream> OpenBlobAsync(
        RegistryRepository repository, Digest digest, CancellationToken cancellationToken = default) =>
        throw new NotSupportedException("No recorded request opens a blob.");

    public IAsyncEnumerable<RegistryTag> ListTagsAsync(
        RegistryRepository repository, CancellationToken cancellationToken = default) =>
        throw new NotSupportedException("No recorded request imports a whole repository.");

    public IAsyncEnumerable<RegistryReferrer> ListReferrersAsync(
        RegistryRepository repository,
        Digest subject,
        string? artifactType = null,
        CancellationToken cancellationToken = default) =>
        throw new NotSupportedException("No recorded request lists referrers.");

    private RecordedImage Find(RegistryRepository repository, string tagOrDigest)
    {
        if (repository is not { Registry: Host, Insecure: true })
        {
            throw new RegistryException(RegistryFailure.Tls, $"{repository} does not speak TLS.");
        }

        return _images.FirstOrDefault(image =>
                repository.Name == Repository && (image.Tag == tagOrDigest || image.ManifestDigest == tagOrDigest))
            ?? throw new RegistryException(RegistryFailure.ManifestNotFound, $"{repository} has no {tagOrDigest}.");
    }
}
