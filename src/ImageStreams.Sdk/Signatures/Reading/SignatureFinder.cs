using ImageStreams.Collections;
using ImageStreams.References;
using ImageStreams.Registries;

namespace ImageStreams.Signatures;

/// <summary>Finds the signatures of an image: by what refers to it, then by cosign's tag.</summary>
internal sealed class SignatureFinder(IRegistryClient client, SignatureLimits limits)
{
    /// <exception cref="RegistryException">The registry could not be asked.</exception>
    public async Task<FoundSignatures> FindAsync(
        RegistryRepository repository, Digest digest, CancellationToken cancellationToken)
    {
        var budget = new SignatureBudget(limits);
        var reader = new SignatureManifestReader(client, limits, budget, repository);
        var (listed, gap) = await ListAsync(repository, digest, cancellationToken).ConfigureAwait(false);
        foreach (var manifest in listed)
        {
            await reader.ReadAsync(manifest.ToString(), cancellationToken).ConfigureAwait(false);
        }

        await reader.ReadAsync($"{digest.Algorithm}-{digest.Hex}.sig", cancellationToken).ConfigureAwait(false);
        return new FoundSignatures
        {
            Signatures = reader.Found.ToValueList(),
            Gap = gap.Length > 0 ? SignatureGap.Listing : LimitIn(budget),
            GapReason = gap.Length > 0 ? gap : budget.Reached,
        };
    }

    private static SignatureGap? LimitIn(SignatureBudget budget) => budget.Reached.Length > 0 ? SignatureGap.Limit : null;

    private async Task<(List<Digest> Manifests, string Gap)> ListAsync(
        RegistryRepository repository, Digest digest, CancellationToken cancellationToken)
    {
        var manifests = new List<Digest>();
        try
        {
            var isComplete = await ListAsync(manifests, repository, digest, cancellationToken).ConfigureAwait(false);
            return (manifests, isComplete ? "" : $"more than {limits.MaxReferrers} manifests refer to the image");
        }
        catch (RegistryException e) when (SignatureFaults.IsAboutContent(e))
        {
            return (manifests, $"the list of what refers to the image cannot be read: {e.Message}");
        }
    }

    private async Task<bool> ListAsync(
        List<Digest> manifests, RegistryRepository repository, Digest digest, CancellationToken cancellationToken)
    {
        var seen = 0;
        var listed = client.ListReferrersAsync(repository, digest, null, cancellationToken);
        await foreach (var referrer in listed.ConfigureAwait(false))
        {
            if (++seen > limits.MaxReferrers)
            {
                return false;
            }

            if (MayBeSignature(referrer.ArtifactType) && !manifests.Contains(referrer.Descriptor.Digest))
            {
                manifests.Add(referrer.Descriptor.Digest);
            }
        }

        return true;
    }

    private static bool MayBeSignature(string artifactType) =>
        artifactType is "" or SignatureLayer.SimpleSigning
        || artifactType.StartsWith("application/vnd.dev.cosign.artifact.sig.v1", StringComparison.Ordinal)
        || artifactType.StartsWith(SigstoreBundle.MediaTypePrefix, StringComparison.Ordinal);
}
