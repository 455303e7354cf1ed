using ImageStreams.Collections;

namespace ImageStreams.Importing;

/// <summary>Chooses the manifest of an index that <see cref="ImportMode.Legacy"/> imports.</summary>
internal static class PlatformSelector
{
    /// <summary>
    /// Chooses the first manifest of the preferred platform, otherwise of linux/amd64, otherwise of all.
    /// </summary>
    /// <remarks>
    /// Variants are ignored, and names are compared exactly, as in OpenShift. Unlike there, an attestation is never chosen,
    /// and an artifact without a platform only where there is nothing else.
    /// </remarks>
    /// <param name="entries">The entries of an index, in its order.</param>
    /// <param name="preferred">The preferred platform; <see cref="Platform.Default"/> when null.</param>
    /// <exception cref="ImageFormatException">The index has no manifests, or only attestations.</exception>
    public static IndexedManifest Choose(ValueList<IndexedManifest> entries, Platform? preferred = null)
    {
        if (entries.IsEmpty)
        {
            throw ImageFormatErrors.NoManifests();
        }

        return Find(entries, preferred ?? Platform.Default)
            ?? Find(entries, Platform.Default)
            ?? entries.FirstOrDefault(static entry => entry is { IsAttestation: false, IsArtifact: false })
            ?? entries.FirstOrDefault(static entry => !entry.IsAttestation)
            ?? throw ImageFormatErrors.OnlyAttestations(entries.Count);
    }

    private static IndexedManifest? Find(ValueList<IndexedManifest> entries, Platform platform)
    {
        foreach (var entry in entries)
        {
            if (!entry.IsAttestation && entry.Manifest.Architecture == platform.Architecture && entry.Manifest.Os == platform.Os)
            {
                return entry;
            }
        }

        return null;
    }
}
