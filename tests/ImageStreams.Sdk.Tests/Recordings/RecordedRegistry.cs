using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json.Nodes;
using ImageStreams.References;
using ImageStreams.Registries;

namespace ImageStreams.Tests.Recordings;

/// <summary>The registries that the recorded cluster imported from.</summary>
/// <remarks>
/// One uses plain HTTP, one requires a login, one has an untrusted certificate: a client that does not allow that gets no
/// connection. All have the same images. No other registry can be reached.
/// </remarks>
internal sealed class RecordedRegistry : IRegistryClient
{
    private const string Private = "127.0.0.1:5001";

    /// <summary>An index in an index: it was rejected by this name.</summary>
    private const string Nested = "sha256:a001eb7d7216c8369bb726106ce8877e56c6d92e43ffbe6a2ae41dc5684324ca";

    private static readonly string[] Hosts = ["127.0.0.1:5000", Private, "127.0.0.1:5002"];

    private readonly HashSet<string> _pullSecrets = [];
    private readonly IReadOnlyList<RecordedImage> _images;
    private readonly Dictionary<string, IRecordedContent> _contents = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _digests = new(StringComparer.Ordinal);
    private readonly Dictionary<string, IRecordedContent?> _tags = new(StringComparer.Ordinal);

    /// <summary>Creates the registries from recordings.</summary>
    /// <param name="images">Images as the cluster kept them.</param>
    /// <param name="blobs">Configurations as the registry returned them, by digest.</param>
    /// <param name="tags">The recorded digests by tag; see <see cref="RecordedTags"/>.</param>
    public RecordedRegistry(
        IEnumerable<JsonObject> images,
        IReadOnlyDictionary<string, JsonNode> blobs,
        IReadOnlyDictionary<string, string?> tags)
    {
        var whole = images.GroupBy(RecordedObjects.GetName).Select(Whole).ToList();
        _images =
        [
            .. whole
                .Where(image => image["dockerImageLayers"] is JsonArray { Count: > 0 })
                .Where(image => Hosts.Any(host => ((string)image["dockerImageReference"]!).StartsWith(host, StringComparison.Ordinal)))
                .Select(image => new RecordedImage(image, blobs.GetValueOrDefault((string)image["dockerImageMetadata"]!["Id"]!))),
        ];
        Add(_images);
        Add(whole.Where(IsIndex).Select(index => RecordedIndex.Create(index, digest => _digests.GetValueOrDefault(digest, digest))));
        foreach (var (tag, digest) in tags)
        {
            _tags[tag] = digest is null ? null : _contents.GetValueOrDefault(_digests.GetValueOrDefault(digest, digest));
        }

        AddWhatNeverWasImported();
    }

    public IEnumerable<RecordedImage> Images => _images;

    /// <summary>Called before each response.</summary>
    public Action Requested { get; set; } = () => { };

    /// <summary>The tags of a repository, as <c>registry/repository</c>.</summary>
    public IEnumerable<string> GetTags(string repository) => _tags.Keys
        .Where(tag => tag.StartsWith(repository + ":", StringComparison.Ordinal))
        .Select(tag => tag[(repository.Length + 1)..]);

    /// <summary>Gives a namespace the login of the registry that requires one.</summary>
    public void AddPullSecret(string ns) => _pullSecrets.Add(ns);

    /// <summary>A line of a recording with the digests that images have here.</summary>
    public string Translate(string line)
    {
        const string Prefix = "sha256:";
        const int Length = 7 + 64;
        var text = new StringBuilder(line.Length);
        var done = 0;
        for (var at = line.IndexOf(Prefix, StringComparison.Ordinal); at >= 0; at = line.IndexOf(Prefix, at + 1, StringComparison.Ordinal))
        {
            if (at + Length <= line.Length && _digests.TryGetValue(line.Substring(at, Length), out var ours))
            {
                text.Append(line, done, at - done).Append(ours);
                done = at + Length;
            }
        }

        return text.Append(line, done, line.Length - done).ToString();
    }

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
            Source = GetSource(repository),
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
            Source = GetSource(repository),
        });
    }

    public Task<RegistryBlob> GetBlobAsync(
        RegistryRepository repository, Digest digest, CancellationToken cancellationToken = default)
    {
        var image = _images.Single(one => one.ConfigDigest == digest.ToString());
        return Task.FromResult(new RegistryBlob { Digest = digest, Content = image.ConfigContent, Source = GetSource(repository) });
    }

    public Task<RegistryBlobStream> OpenBlobAsync(
        RegistryRepository repository, Digest digest, CancellationToken cancellationToken = default) =>
        throw new NotSupportedException("No recorded request opens a blob.");

    public async IAsyncEnumerable<RegistryTag> ListTagsAsync(
        RegistryRepository repository, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        await Task.CompletedTask;
        RequireReachable(repository);
        var tags = GetTags($"{repository.Registry}/{repository.Name}").ToList();
        foreach (var tag in tags.Count > 0 ? tags : throw new RegistryException(RegistryFailure.RepositoryNotFound, $"No {repository}."))
        {
            yield return new RegistryTag { Name = tag, Source = GetSource(repository) };
        }
    }

    public IAsyncEnumerable<RegistryReferrer> ListReferrersAsync(
        RegistryRepository repository,
        Digest subject,
        string? artifactType = null,
        CancellationToken cancellationToken = default) =>
        throw new NotSupportedException("No recorded request lists referrers.");

    /// <summary>The image of a digest, from the most complete recording.</summary>
    private static JsonObject Whole(IEnumerable<JsonObject> versions) =>
        versions.MaxBy(image => (image["dockerImageConfig"] is not null, image.Count))!;

    private static bool IsIndex(JsonObject image) =>
        ((string?)image["dockerImageManifestMediaType"])?.Contains(".list.", StringComparison.Ordinal) == true
        || ((string?)image["dockerImageManifestMediaType"])?.Contains(".index.", StringComparison.Ordinal) == true;

    private static ServingRegistry GetSource(RegistryRepository repository) =>
        new() { Registry = repository.Registry, Repository = repository.Name, Transport = RegistryTransport.Http };

    private void Add(IEnumerable<IRecordedContent> contents)
    {
        foreach (var content in contents)
        {
            _contents[content.ManifestDigest] = content;
            _digests[content.RecordedManifestDigest] = content.ManifestDigest;
            if (content is RecordedImage image)
            {
                _digests[image.RecordedConfigDigest] = image.ConfigDigest;
            }
        }
    }

    /// <summary>An index in an index could not be imported, so no recording shows it.</summary>
    private void AddWhatNeverWasImported()
    {
        const string Multi = "127.0.0.1:5000/test/multi:";
        if (_tags.GetValueOrDefault(Multi + "nested-inner") is { } inner)
        {
            var index = RecordedIndex.Around(inner);
            var around = RecordedIndex.Around(index);
            (_contents[index.ManifestDigest], _contents[around.ManifestDigest]) = (index, around);
            _tags[Multi + "nested"] = around;
            _digests[Nested] = around.ManifestDigest;
        }
    }

    private IRecordedContent Find(RegistryRepository repository, string tagOrDigest)
    {
        RequireReachable(repository);
        return _contents.GetValueOrDefault(tagOrDigest)
            ?? _tags.GetValueOrDefault($"{repository.Registry}/{repository.Name}:{tagOrDigest}")
            ?? throw new RegistryException(RegistryFailure.ManifestNotFound, $"{repository} has no {tagOrDigest}.");
    }

    private void RequireReachable(RegistryRepository repository)
    {
        Requested();
        if (!Hosts.Contains(repository.Registry))
        {
            throw new RegistryException(RegistryFailure.Unreachable, $"{repository} is not there.");
        }

        if (!repository.Insecure)
        {
            throw new RegistryException(RegistryFailure.Tls, $"{repository} is not to be trusted.");
        }

        if (repository.Registry == Private && !_pullSecrets.Contains(repository.CredentialScope))
        {
            throw new RegistryException(RegistryFailure.Unauthorized, $"{repository} wants a login.");
        }
    }
}
