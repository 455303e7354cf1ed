using ImageStreams.Registries;

namespace ImageStreams.Signatures;

/// <summary>Reads manifests with signatures, and the payloads of their layers, within the limits.</summary>
/// <remarks>An index is not followed, so that none can lead in a circle.</remarks>
internal sealed class SignatureManifestReader(
    IRegistryClient client, SignatureLimits limits, SignatureBudget budget, RegistryRepository repository)
{
    private readonly RegistryRepository _repository = repository with { Accept = ManifestKinds.OciManifest };

    /// <summary>The signatures, in the order in which they were found.</summary>
    public List<FoundSignature> Found { get; } = [];

    /// <summary>Reads the signatures of a manifest that may not exist.</summary>
    public async Task ReadAsync(string tagOrDigest, CancellationToken cancellationToken)
    {
        if (!budget.TryTakeManifest())
        {
            return;
        }

        try
        {
            var manifest = await client.GetManifestAsync(_repository, tagOrDigest, cancellationToken).ConfigureAwait(false);
            await ReadAsync(manifest, tagOrDigest, cancellationToken).ConfigureAwait(false);
        }
        catch (RegistryException e) when (SignatureFaults.IsAboutContent(e))
        {
            if (!SignatureFaults.IsAbsent(e))
            {
                AddBroken(tagOrDigest, e.Message);
            }
        }
    }

    private async Task ReadAsync(RegistryManifest manifest, string place, CancellationToken cancellationToken)
    {
        if (!budget.TryTakeBytes(manifest.Content.Length))
        {
            return;
        }

        if (manifest.MediaType != MediaTypes.OciManifest)
        {
            AddBroken(place, $"it is not an OCI manifest but {Show(manifest.MediaType)}");
            return;
        }

        var layers = SignatureLayer.Read(manifest.Content, out var error);
        if (layers is null)
        {
            AddBroken(place, $"the manifest is not one of signatures: {error}");
            return;
        }

        foreach (var layer in layers.Where(layer => layer.IsSignature))
        {
            await ReadLayerAsync(layer, $"{place} layer {layer.Digest}", cancellationToken).ConfigureAwait(false);
        }
    }

    private async Task ReadLayerAsync(SignatureLayer layer, string place, CancellationToken cancellationToken)
    {
        if (!budget.TryTakeSignature())
        {
            return;
        }

        if (layer.Size > limits.MaxSignatureBytes)
        {
            AddBroken(place, $"it has {layer.Size} bytes, and {limits.MaxSignatureBytes} are the limit");
        }
        else if (budget.TryTakeBytes(layer.Size))
        {
            await FetchAsync(layer, place, cancellationToken).ConfigureAwait(false);
        }
    }

    private async Task FetchAsync(SignatureLayer layer, string place, CancellationToken cancellationToken)
    {
        try
        {
            var content = await SignatureBlob.ReadAsync(client, _repository, layer, cancellationToken).ConfigureAwait(false);
            Found.Add(content is null ? Break(place, $"it does not have its {layer.Size} bytes") : Create(layer, place, content));
        }
        catch (RegistryException e) when (SignatureFaults.IsAboutContent(e))
        {
            AddBroken(place, e.Message);
        }
    }

    private static FoundSignature Create(SignatureLayer layer, string place, byte[] content) =>
        layer.MediaType == SignatureLayer.SimpleSigning
            ? new FoundSignature.Simple { Place = place, Payload = content, Annotations = layer.Annotations }
            : new FoundSignature.Bundle { Place = place, Content = content };

    private static FoundSignature.Broken Break(string place, string reason) => new() { Place = place, Reason = reason };

    private static string Show(string mediaType) => Internal.PrintableText.ShowName(mediaType);

    private void AddBroken(string place, string reason) => Found.Add(Break(place, reason));
}
