using ImageStreams.Collections;
using ImageStreams.Registries;

namespace ImageStreams.Importing;

/// <summary>Reads the layers of a manifest, base first, and sums their sizes.</summary>
internal static class ManifestLayers
{
    /// <summary>Reads the layers of a schema 1 manifest, which lists them newest first.</summary>
    /// <exception cref="ImageFormatException">There are more or fewer history entries than layers.</exception>
    public static ValueList<ImageLayer> FromSchema1(ManifestDocuments.SingleImage manifest)
    {
        var (history, layers) = (manifest.History, manifest.FsLayers);
        if (history.Count != layers.Count)
        {
            throw ImageFormatErrors.MismatchedHistory(history.Count, layers.Count);
        }

        var result = new ImageLayer[layers.Count];
        for (var i = 0; i < result.Length; i++)
        {
            result[^(i + 1)] = new ImageLayer
            {
                Name = layers[i].BlobSum,
                LayerSize = ManifestText.ReadSize(history[i]),
                MediaType = MediaTypes.Schema1Layer,
            };
        }

        return ValueList<ImageLayer>.Own(result);
    }

    /// <summary>Reads the layers of a schema 2 or OCI manifest, which lists them base first.</summary>
    public static ValueList<ImageLayer> FromSchema2(ManifestDocuments.SingleImage manifest)
    {
        var result = new ImageLayer[manifest.Layers.Count];
        for (var i = 0; i < result.Length; i++)
        {
            var layer = manifest.Layers[i];
            result[i] = new ImageLayer { Name = layer.Digest, LayerSize = layer.Size, MediaType = layer.MediaType };
        }

        return ValueList<ImageLayer>.Own(result);
    }

    /// <summary>
    /// Sums the bytes of the distinct layers, except for what is counted already; overflows as Go's sum does.
    /// </summary>
    public static long SumSizes(ValueList<ImageLayer> layers, string? counted)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        if (counted is not null)
        {
            seen.Add(counted);
        }

        var size = 0L;
        foreach (var layer in layers)
        {
            size = unchecked(size + (seen.Add(layer.Name) ? layer.LayerSize : 0));
        }

        return size;
    }
}
