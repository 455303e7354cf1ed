using System.Text;
using System.Text.Json.Nodes;

namespace ImageStreams.Tests.Recordings;

/// <summary>The registries that the recorded cluster imported from.</summary>
/// <remarks>
/// One uses plain HTTP, one requires a login, one has an untrusted certificate: a client that does not allow that gets no
/// connection. All have the same images. No other registry can be reached.
/// </remarks>
internal sealed class RecordedRegistry : ReplayedRegistry
{
    /// <summary>An index in an index: it was rejected by this name.</summary>
    private const string Nested = "sha256:a001eb7d7216c8369bb726106ce8877e56c6d92e43ffbe6a2ae41dc5684324ca";

    private static readonly string[] Hosts = ["127.0.0.1:5000", "127.0.0.1:5001", "127.0.0.1:5002"];

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

    protected override IReadOnlyCollection<string> Reachable => Hosts;

    public override IEnumerable<string> GetTags(string repository) => _tags.Keys
        .Where(tag => tag.StartsWith(repository + ":", StringComparison.Ordinal))
        .Select(tag => tag[(repository.Length + 1)..]);

    /// <summary>Moves a tag, as <c>registry/repository:tag</c>, to a manifest.</summary>
    public void Move(string tag, string digest) => _tags[tag] = _contents[digest];

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

    protected override StoredContent? FindManifest(string repository, string tagOrDigest) =>
        (_contents.GetValueOrDefault(tagOrDigest) ?? _tags.GetValueOrDefault($"{repository}:{tagOrDigest}")) is { } found
            ? new StoredContent(found.ManifestDigest, found.MediaType, found.ManifestContent)
            : null;

    protected override byte[]? FindBlob(string digest) =>
        _images.Single(one => one.ConfigDigest == digest).ConfigContent;

    /// <summary>The image of a digest, from the most complete recording.</summary>
    private static JsonObject Whole(IEnumerable<JsonObject> versions) =>
        versions.MaxBy(image => (image["dockerImageConfig"] is not null, image.Count))!;

    private static bool IsIndex(JsonObject image) =>
        ((string?)image["dockerImageManifestMediaType"])?.Contains(".list.", StringComparison.Ordinal) == true
        || ((string?)image["dockerImageManifestMediaType"])?.Contains(".index.", StringComparison.Ordinal) == true;

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
}
