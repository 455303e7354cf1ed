using System.Collections.Frozen;
using ImageStreams.References;
using ImageStreams.Registries;

namespace ImageStreams.Manifests;

/// <summary>Finds out whether a registry has a signature of an image, without verifying it.</summary>
internal sealed class SignatureFinder(SharedRequests requests)
{
    private static readonly FrozenSet<string> SignatureTypes = FrozenSet.Create(
        StringComparer.Ordinal,
        "application/vnd.dev.cosign.artifact.sig.v1+json",
        "application/vnd.dev.sigstore.bundle.v0.3+json",
        "application/vnd.cncf.notary.signature");

    /// <summary>Finds out whether an image has a signature: a tag of cosign, or an artifact that refers to it.</summary>
    /// <exception cref="RegistryException">The registry did not answer.</exception>
    public async Task<bool> HasSignatureAsync(RegistryRepository repository, Digest digest)
    {
        if (await HasTagAsync(repository, $"{digest.Algorithm}-{digest.Hex}.sig").ConfigureAwait(false))
        {
            return true;
        }

        return await HasReferrerAsync(repository, digest).ConfigureAwait(false);
    }

    private async Task<bool> HasReferrerAsync(RegistryRepository repository, Digest digest)
    {
        try
        {
            var referrers = await requests.ListReferrersAsync(repository, digest).ConfigureAwait(false);
            return referrers.Any(referrer => SignatureTypes.Contains(referrer.ArtifactType));
        }
        catch (RegistryException e) when (LockProblems.IsGone(e))
        {
            return false;
        }
    }

    private async Task<bool> HasTagAsync(RegistryRepository repository, string tag)
    {
        try
        {
            await requests.ResolveAsync(repository, tag).ConfigureAwait(false);
            return true;
        }
        catch (RegistryException e) when (LockProblems.IsGone(e))
        {
            return false;
        }
    }
}
