using ImageStreams.Collections;

namespace ImageStreams.Importing;

/// <summary>Chooses the manifest of an index that <see cref="ImportMode.Legacy"/> imports.</summary>
internal static class PlatformSelector
{
    /// <summary>
    /// Chooses the first manifest of the preferred platform, otherwise of linux/amd64, otherwise of all.
    /// </summary>
    /// <remarks>Variants are ignored, and names are compared exactly, as in OpenShift.</remarks>
    /// <param name="manifests">The manifests of an index, in its order.</param>
    /// <param name="preferred">The preferred platform; <see cref="Platform.Default"/> when null.</param>
    /// <exception cref="ImageFormatException">The index has no manifests.</exception>
    public static ImageManifest Choose(ValueList<ImageManifest> manifests, Platform? preferred = null)
    {
        if (manifests.IsEmpty)
        {
            throw ImageFormatErrors.NoManifests();
        }

        return Find(manifests, preferred ?? Platform.Default) ?? Find(manifests, Platform.Default) ?? manifests[0];
    }

    private static ImageManifest? Find(ValueList<ImageManifest> manifests, Platform platform)
    {
        foreach (var manifest in manifests)
        {
            if (manifest.Architecture == platform.Architecture && manifest.Os == platform.Os)
            {
                return manifest;
            }
        }

        return null;
    }
}
