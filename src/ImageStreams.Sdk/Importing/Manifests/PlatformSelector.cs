using ImageStreams.Collections;

namespace ImageStreams.Importing;

/// <summary>Which manifest of an index stands for the whole, under <see cref="ImportMode.Legacy"/>.</summary>
internal static class PlatformSelector
{
    /// <summary>
    /// The first manifest of the preferred platform; else the first of linux/amd64; else the first of all.
    /// </summary>
    /// <remarks>Variants play no role, and names are compared exactly, as OpenShift does.</remarks>
    /// <param name="manifests">The manifests of an index, in its order.</param>
    /// <param name="preferred">What is preferred; <see cref="Platform.Default"/> when null.</param>
    /// <exception cref="ImageFormatException">There are no manifests to choose from.</exception>
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
