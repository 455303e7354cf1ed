using System.Globalization;
using System.Text.Json;
using ImageStreams.Collections;
using ImageStreams.References;
using ImageStreams.Registries;

namespace ImageStreams.Manifests;

/// <summary>Fetches the manifest and the configuration of one platform.</summary>
internal sealed class LockedPlatformFetcher(SharedRequests requests)
{
    /// <summary>The maximum length of a label that is recorded; longer ones are left out.</summary>
    private const int MaxLabelLength = 1024;

    /// <summary>Fetches a platform; a known one with the same digest is taken as it is.</summary>
    /// <exception cref="LockContentException">The content is no image.</exception>
    public async Task<LockedPlatform> FetchAsync(RegistryRepository repository, IndexEntry entry, ValueList<LockedPlatform> known)
    {
        if (FindKnown(entry, known) is { } same)
        {
            return same;
        }

        RequireImage(entry.Descriptor.MediaType);
        var manifest = await requests.GetManifestAsync(repository, entry.Descriptor.Digest).ConfigureAwait(false);
        var document = LockJson.Parse(manifest.Content, "manifest");
        var config = await FetchConfigAsync(repository, document).ConfigureAwait(false);
        return new LockedPlatform
        {
            Platform = entry.Platform ?? LockJson.FindPlatform(config) ?? throw new LockContentException(LockProblemTexts.NoImages),
            Digest = entry.Descriptor.Digest,
            MediaType = entry.Descriptor.MediaType,
            Size = manifest.Content.Length,
            Created = ReadTime(LockJson.FindText(config, "created")),
            Labels = ReadLabels(LockJson.Find(LockJson.Find(config, "config"), "Labels")),
        };
    }

    private static LockedPlatform? FindKnown(IndexEntry entry, ValueList<LockedPlatform> known) => known.FirstOrDefault(
        platform => platform.Digest == entry.Descriptor.Digest && (entry.Platform ?? platform.Platform) == platform.Platform);

    private static void RequireImage(string mediaType)
    {
        if (MediaTypes.IsSchema1(mediaType))
        {
            throw new LockContentException(LockProblemTexts.Schema1);
        }

        if (!MediaTypes.IsSingleImage(mediaType))
        {
            throw new LockContentException(LockProblemTexts.NotAnImage(mediaType));
        }
    }

    private async Task<JsonElement> FetchConfigAsync(RegistryRepository repository, JsonElement manifest)
    {
        var descriptor = LockJson.Find(manifest, "config");
        var mediaType = LockJson.FindText(descriptor, "mediaType") ?? "";
        if (mediaType is not (MediaTypes.OciConfig or MediaTypes.DockerConfig)
            || !Digest.TryParse(LockJson.FindText(descriptor, "digest"), out var digest))
        {
            throw new LockContentException(LockProblemTexts.NotAnImage(mediaType));
        }

        var blob = await requests.GetBlobAsync(repository, digest).ConfigureAwait(false);
        return LockJson.Parse(blob.Content, "configuration");
    }

    private static DateTimeOffset? ReadTime(string? text) => DateTimeOffset.TryParse(
        text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time) && time.Year > 1
            ? time
            : null;

    private static ValueMap<string> ReadLabels(JsonElement labels) => ImageLock.Labels
        .Select(name => KeyValuePair.Create(name, LockJson.FindText(labels, name)))
        .Where(label => label.Value is { Length: > 0 and <= MaxLabelLength })
        .Select(label => KeyValuePair.Create(label.Key, label.Value!))
        .ToValueMap();
}
