using System.Text.Json.Nodes;

namespace ImageStreams.Tests.Recordings;

/// <summary>The registries of the random recordings, with their content byte for byte.</summary>
internal sealed class StoredRegistry : ReplayedRegistry
{
    private static readonly string[] Hosts = ["127.0.0.1:5000", "127.0.0.1:5001", "127.0.0.1:5002", "127.0.0.1:5003"];

    private readonly Dictionary<string, StoredContent> _manifests;
    private readonly Dictionary<string, byte[]> _blobs;
    private readonly Dictionary<string, string> _tags;
    private readonly Dictionary<string, HashSet<string>> _repositories;

    private StoredRegistry(JsonObject content)
    {
        _manifests = content["manifests"]!.AsObject().ToDictionary(one => one.Key, one => ReadManifest(one.Key, one.Value!));
        _blobs = content["blobs"]!.AsObject().ToDictionary(one => one.Key, one => Convert.FromBase64String((string)one.Value!));
        _tags = content["tags"]!.AsObject().ToDictionary(one => one.Key, one => (string)one.Value!);
        _repositories = _tags.GroupBy(tag => GetRepository(tag.Key)).ToDictionary(
            tags => tags.Key, tags => tags.SelectMany(tag => WithChildren(tag.Value)).ToHashSet());
    }

    protected override IReadOnlyCollection<string> Reachable => Hosts;

    /// <summary>The registries from a file: manifests, blobs and tags by digest and name.</summary>
    public static StoredRegistry Read(string path) => new(JsonNode.Parse(File.ReadAllText(path))!.AsObject());

    public override IEnumerable<string> GetTags(string repository) => _tags.Keys
        .Where(tag => GetRepository(tag) == repository)
        .Select(tag => tag[(repository.Length + 1)..]);

    protected override StoredContent? FindManifest(string repository, string tagOrDigest)
    {
        if (_tags.TryGetValue($"{repository}:{tagOrDigest}", out var digest))
        {
            return _manifests[digest];
        }

        var isServed = _repositories.GetValueOrDefault(repository)?.Contains(tagOrDigest) == true;
        return isServed ? _manifests[tagOrDigest] : null;
    }

    protected override byte[]? FindBlob(string digest) => _blobs.GetValueOrDefault(digest);

    private static string GetRepository(string tag) => tag[..tag.LastIndexOf(':')];

    private static StoredContent ReadManifest(string digest, JsonNode json) =>
        new(digest, (string)json["mediaType"]!, Convert.FromBase64String((string)json["content"]!));

    /// <summary>A digest and those of the manifests in its index, at any depth.</summary>
    private IEnumerable<string> WithChildren(string digest)
    {
        var open = new Stack<string>([digest]);
        while (open.TryPop(out var next))
        {
            if (!_manifests.TryGetValue(next, out var manifest))
            {
                continue;
            }

            yield return next;
            foreach (var child in JsonNode.Parse(manifest.Content)!["manifests"] as JsonArray ?? [])
            {
                open.Push((string)child!["digest"]!);
            }
        }
    }
}
