using ImageStreams.Collections;
using ImageStreams.Storage;

namespace ImageStreams.Clients;

/// <summary>Finds the images that streams name: in their histories, pinned by their spec tags, and the images of indexes.</summary>
internal static class UsedImages
{
    public static async Task<HashSet<string>> FindAsync(
        IImageStreamStore store, ValueList<Image> images, CancellationToken cancellationToken)
    {
        var streams = (await store.Streams.ListAsync(ListQuery.All, cancellationToken).ConfigureAwait(false)).Items;
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
