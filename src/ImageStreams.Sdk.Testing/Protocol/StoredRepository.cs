using ImageStreams.References;

namespace ImageStreams.Testing.Protocol;

/// <summary>The content of one repository. Guarded by its store's lock.</summary>
internal sealed class StoredRepository
{
    public Dictionary<Digest, ReadOnlyMemory<byte>> Blobs { get; } = [];

    public Dictionary<Digest, StoredManifest> Manifests { get; } = [];

    public SortedDictionary<string, Digest> Tags { get; } = new(StringComparer.Ordinal);

    /// <summary>Returns the manifest that a tag or digest names, or <see langword="null"/>.</summary>
    public StoredManifest? Find(string reference)
    {
        var named = Tags.TryGetValue(reference, out var tagged) || Digest.TryParse(reference, out tagged);
        return named ? Manifests.GetValueOrDefault(tagged!) : null;
    }

    public IEnumerable<StoredManifest> GetReferrers(Digest subject) => Manifests.Values
        .Where(manifest => subject.Equals(manifest.Summary.Subject))
        .OrderBy(manifest => manifest.Digest.ToString(), StringComparer.Ordinal);
}
