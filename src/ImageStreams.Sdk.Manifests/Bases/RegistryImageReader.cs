using System.Text.Json;
using ImageStreams.Collections;
using ImageStreams.References;
using ImageStreams.Registries;

namespace ImageStreams.Manifests;

/// <summary>Reads the facts about images from registries: the manifest and the configuration, and no layers.</summary>
/// <param name="client">The client.</param>
/// <remarks>Safe for concurrent use, as the client is.</remarks>
public sealed class RegistryImageReader(IRegistryClient client)
{
    private const string DefaultPlatform = "linux/amd64";

    private readonly IRegistryClient _client = client ?? throw new ArgumentNullException(nameof(client));

    /// <summary>Reads one image.</summary>
    /// <param name="pullSpec">The pull spec.</param>
    /// <param name="platform">The platform of an index, such as <c>linux/arm64</c>; null for <c>linux/amd64</c>, or the first.</param>
    /// <param name="insecure">True when the registry may be asked over HTTP, or with a certificate that is not trusted.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    /// <returns>The facts.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="pullSpec"/> is null.</exception>
    /// <exception cref="FormatException">The pull spec is none.</exception>
    /// <exception cref="InvalidDataException">The content is no image, or has no such platform.</exception>
    /// <exception cref="RegistryException">The registry does not have the image, or does not answer.</exception>
    /// <exception cref="OperationCanceledException">The operation was canceled.</exception>
    public async Task<RegistryImage> ReadAsync(
        string pullSpec, string? platform = null, bool insecure = false, CancellationToken cancellationToken = default)
    {
        var reference = ImageReference.Parse(pullSpec).ToDockerClientDefaults();
        var repository = RegistryRepository.From(reference, insecure);
        try
        {
            var tagOrDigest = reference.Id.Length > 0 ? reference.Id : reference.Tag;
            var served = await _client.GetManifestAsync(repository, tagOrDigest, cancellationToken).ConfigureAwait(false);
            var image = MediaTypes.IsIndex(served.MediaType)
                ? await ChooseAsync(repository, served, platform, cancellationToken).ConfigureAwait(false)
                : served;
            var facts = await ReadFactsAsync(repository, image, cancellationToken).ConfigureAwait(false);
            return facts with { PullSpec = pullSpec, Digest = served.Digest };
        }
        catch (LockContentException e)
        {
            throw new InvalidDataException($"{pullSpec}: {e.Message}", e);
        }
    }

    private async Task<RegistryManifest> ChooseAsync(
        RegistryRepository repository, RegistryManifest index, string? platform, CancellationToken cancellationToken)
    {
        var entries = IndexReader.Read(index.Content);
        var chosen = entries.FirstOrDefault(entry => entry.Platform == (platform ?? DefaultPlatform)) ?? (platform is null ? entries[0] : null);
        if (chosen is null)
        {
            var names = string.Join(", ", entries.Select(entry => entry.Platform ?? "?"));
            throw new LockContentException($"the index has no image for {platform}; it has {names}");
        }

        return await _client.GetManifestAsync(repository, chosen.Descriptor.Digest.ToString(), cancellationToken).ConfigureAwait(false);
    }

    private async Task<RegistryImage> ReadFactsAsync(
        RegistryRepository repository, RegistryManifest image, CancellationToken cancellationToken)
    {
        var manifest = LockJson.Parse(image.Content, "manifest");
        if (!Digest.TryParse(LockJson.FindText(LockJson.Find(manifest, "config"), "digest"), out var digest))
        {
            throw new LockContentException(LockProblemTexts.NotAnImage(image.MediaType));
        }

        var blob = await _client.GetBlobAsync(repository, digest, cancellationToken).ConfigureAwait(false);
        var config = LockJson.Parse(blob.Content, "configuration");
        return new RegistryImage
        {
            PullSpec = "",
            Digest = image.Digest,
            ImageDigest = image.Digest,
            Platform = LockJson.FindPlatform(config),
            Layers = ReadList(LockJson.Find(manifest, "layers"), layer => LockJson.FindText(layer, "digest")),
            DiffIds = ReadList(LockJson.Find(LockJson.Find(config, "rootfs"), "diff_ids"), ReadText),
            Annotations = ReadFacts(LockJson.Find(manifest, "annotations")),
            Labels = ReadFacts(LockJson.Find(LockJson.Find(config, "config"), "Labels")),
        };
    }

    /// <summary>Reads the texts of a list; empty when one of them is none, for then the layers cannot be compared.</summary>
    private static ValueList<string> ReadList(JsonElement list, Func<JsonElement, string?> read)
    {
        var texts = list.ValueKind == JsonValueKind.Array ? list.EnumerateArray().Select(read).ToList() : [];
        return texts.Contains(null) ? [] : [.. texts.OfType<string>()];
    }

    private static string? ReadText(JsonElement element) => element.ValueKind == JsonValueKind.String ? element.GetString() : null;

    /// <summary>Reads the facts about the base; no others are needed.</summary>
    private static ValueMap<string> ReadFacts(JsonElement facts) => ((string[])[BaseImageSearch.NameKey, BaseImageSearch.DigestKey])
        .Select(name => KeyValuePair.Create(name, LockJson.FindText(facts, name) ?? ""))
        .Where(fact => fact.Value.Length > 0)
        .ToValueMap();
}
