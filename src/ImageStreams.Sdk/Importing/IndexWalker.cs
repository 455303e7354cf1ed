using ImageStreams.Collections;
using ImageStreams.References;

namespace ImageStreams.Importing;

/// <summary>Follows the indexes that an index has among its manifests.</summary>
/// <remarks>
/// Build tools write <c>index ─▶ index of a platform ─▶ image and attestation</c>. Each index is fetched once.
/// </remarks>
/// <param name="fetch">Fetches a manifest.</param>
internal sealed class IndexWalker(Func<Digest, Task<Manifest>> fetch)
{
    /// <summary>The maximum number of indexes around an image.</summary>
    public const int MaxDepth = 3;

    /// <summary>The maximum number of indexes inside of one index that are fetched.</summary>
    public const int MaxIndexes = 64;

    private readonly HashSet<Digest> _opened = [];

    /// <summary>Chooses the image of a platform, in the index of that platform where there is one.</summary>
    /// <param name="index">The index.</param>
    /// <param name="platform">The platform.</param>
    /// <param name="known">An image that is known to be no index, and is not fetched; null for none.</param>
    /// <exception cref="ImageFormatException">There is no image, or the indexes are nested too deeply.</exception>
    public async Task<PlatformChoice> ChooseAsync(Manifest.Index index, Platform platform, Digest? known)
    {
        List<IndexedManifest> seen = [];
        var entries = index.Entries;
        while (true)
        {
            entries = await ExpandAsync(entries, static entry => entry is { IsIndex: true, HasPlatform: false })
                .ConfigureAwait(false);
            var chosen = PlatformSelector.Choose(entries, platform);
            seen.AddRange(entries.Where(entry => !ReferenceEquals(entry, chosen)));   // an index is taken by its images
            var digest = ParseDigest(chosen.Manifest);
            if (digest == known || await fetch(digest).ConfigureAwait(false) is not Manifest.Index inner)
            {
                return PlatformChoice.Create(digest, chosen, seen);
            }

            entries = Open(digest, inner, chosen.Depth);
        }
    }

    /// <summary>Replaces each index among the entries by its own entries, at any depth.</summary>
    /// <exception cref="ImageFormatException">The indexes are nested too deeply, or too many.</exception>
    public Task<ValueList<IndexedManifest>> ExpandAsync(Manifest.Index index) =>
        ExpandAsync(index.Entries, static entry => entry.IsIndex);

    /// <summary>Parses the digest of an entry.</summary>
    /// <exception cref="ImageFormatException">It is not a digest.</exception>
    public static Digest ParseDigest(ImageManifest manifest) =>
        ManifestVerification.ParseDigest("digest of an image in the index", manifest.Digest, "$.manifests");

    private async Task<ValueList<IndexedManifest>> ExpandAsync(
        ValueList<IndexedManifest> entries, Func<IndexedManifest, bool> isOpened)
    {
        while (entries.Any(isOpened))
        {
            List<IndexedManifest> next = [];
            foreach (var entry in entries)
            {
                next.AddRange(isOpened(entry) ? await OpenAsync(entry).ConfigureAwait(false) : [entry]);
            }

            entries = next.ToValueList();
        }

        return entries;
    }

    private async Task<IEnumerable<IndexedManifest>> OpenAsync(IndexedManifest entry)
    {
        var digest = ParseDigest(entry.Manifest);
        if (_opened.Contains(digest))
        {
            return [];
        }

        RequireDepth(entry.Depth);
        var manifest = await fetch(digest).ConfigureAwait(false);
        return manifest is Manifest.Index index
            ? Open(digest, index, entry.Depth)
            : [entry with { Manifest = entry.Manifest with { MediaType = manifest.MediaType } }];
    }

    private ValueList<IndexedManifest> Open(Digest digest, Manifest.Index index, int depth)
    {
        RequireDepth(depth);
        _opened.Add(digest);
        return _opened.Count <= MaxIndexes
            ? index.Entries.Select(entry => entry with { Depth = depth + 1 }).ToValueList()
            : throw ImageFormatErrors.TooManyIndexes(MaxIndexes);
    }

    private static void RequireDepth(int depth)
    {
        if (depth >= MaxDepth)
        {
            throw ImageFormatErrors.NestedTooDeep(MaxDepth);
        }
    }
}
