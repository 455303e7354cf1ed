using ImageStreams.Collections;

namespace ImageStreams.Clients;

/// <summary>The image that a tag points to, as the store has it.</summary>
/// <param name="Event">What points to it.</param>
/// <param name="Image">The image, under the pull spec that the tag has for it.</param>
/// <param name="Manifests">The images of an index, one for each platform.</param>
internal sealed record KnownImage(TagEvent Event, Image Image, ValueList<Image> Manifests)
{
    /// <summary>Finds it; null where not all of it is in the store.</summary>
    public static async Task<KnownImage?> FindAsync(
        Engine engine, ImageStream stream, string tag, CancellationToken cancellationToken)
    {
        if (StreamTagView.FindLatestImage(stream, tag) is not { } newest
            || await engine.FindImageAsync(newest.Image, cancellationToken).ConfigureAwait(false) is not { } image)
        {
            return null;
        }

        List<Image> manifests = [];
        foreach (var manifest in image.DockerImageManifests)
        {
            var one = await engine.FindImageAsync(manifest.Digest, cancellationToken).ConfigureAwait(false);
            manifests.AddRange(one is null ? [] : [one]);
        }

        return manifests.Count == image.DockerImageManifests.Count
            ? new KnownImage(
                newest, image with { DockerImageReference = newest.DockerImageReference }, manifests.ToValueList())
            : null;
    }

    /// <summary>A stream of the one tag, which points to what is known: so the importer fetches only what is news.</summary>
    /// <param name="stream">The stream that the tag is of.</param>
    /// <param name="specTag">What the tag is to follow.</param>
    /// <param name="known">What it points to; null when that is not known.</param>
    public static ImageStream Probe(ImageStream stream, TagReference specTag, KnownImage? known) => new()
    {
        Metadata = new ObjectMeta { Name = stream.Metadata.Name, Namespace = stream.Metadata.Namespace },
        Spec = new ImageStreamSpec { Tags = [specTag with { Generation = known?.Event.Generation ?? 0 }] },
        Status = new ImageStreamStatus
        {
            Tags = known is null ? [] : [new NamedTagEventList { Tag = specTag.Name, Items = [known.Event] }],
        },
    };
}
