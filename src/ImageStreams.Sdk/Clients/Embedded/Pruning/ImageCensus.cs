using ImageStreams.Collections;
using ImageStreams.Storage;

namespace ImageStreams.Clients;

/// <summary>The images of a store, and which of them streams name: in their histories, pinned by their spec tags, and the
/// images of indexes.</summary>
/// <param name="Images">The images.</param>
/// <param name="Used">The names that streams name, also of images that the store does not have.</param>
internal sealed record ImageCensus(ValueList<Image> Images, HashSet<string> Used)
{
    /// <summary>Takes the census of a store.</summary>
    public static async Task<ImageCensus> TakeAsync(IImageStreamStore store, CancellationToken cancellationToken)
    {
        // The streams first: an index that one of them names was stored before it, and so is among the images.
        var streams = (await store.Streams.ListAsync(ListQuery.All, cancellationToken).ConfigureAwait(false)).Items;
        var images = (await store.Images.ListAsync(ListQuery.All, cancellationToken).ConfigureAwait(false)).Items;
        return new ImageCensus(images, FindUsed(streams, images));
    }

    private static HashSet<string> FindUsed(ValueList<ImageStream> streams, ValueList<Image> images)
    {
        var used = streams.SelectMany(GetNamed).ToHashSet(StringComparer.Ordinal);
        var indexes = images
            .Where(static image => !image.DockerImageManifests.IsEmpty)
            .ToDictionary(static image => image.Name, StringComparer.Ordinal);
        var toVisit = new Queue<string>(used.Where(indexes.ContainsKey));
        while (toVisit.TryDequeue(out var index))
        {
            foreach (var image in indexes[index].DockerImageManifests)
            {
                if (used.Add(image.Digest) && indexes.ContainsKey(image.Digest))
                {
                    toVisit.Enqueue(image.Digest);
                }
            }
        }

        return used;
    }

    private static IEnumerable<string> GetNamed(ImageStream stream) => stream.Status.Tags
        .SelectMany(static history => history.Items)
        .Select(static tagEvent => tagEvent.Image)
        .Concat(stream.Spec.Tags.Select(GetPinned));

    private static string GetPinned(TagReference specTag) => specTag.From is { Kind: ReferenceKinds.ImageStreamImage, Name: { } name }
        ? name[(name.IndexOf('@', StringComparison.Ordinal) + 1)..]
        : "";
}
