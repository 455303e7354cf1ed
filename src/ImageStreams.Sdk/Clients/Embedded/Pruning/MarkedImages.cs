using ImageStreams.Storage;

namespace ImageStreams.Clients;

/// <summary>The writes of a removal, none of which fails when somebody else has written the image meanwhile.</summary>
internal sealed class MarkedImages(IObjectStore<Image> images)
{
    /// <summary>Marks images as about to be removed.</summary>
    /// <returns>Those that nobody has changed since, with the versions of their marks.</returns>
    public async Task<List<Image>> MarkAsync(IEnumerable<Image> due, CancellationToken cancellationToken)
    {
        var marked = new List<Image>();
        foreach (var image in due)
        {
            var write = images.UpdateAsync(RemovalMark.PutOn(image), cancellationToken);
            if (await FindWrittenAsync(write).ConfigureAwait(false) is { } written)
            {
                marked.Add(written);
            }
        }

        return marked;
    }

    /// <summary>Takes a mark away; null where the image was changed or removed meanwhile.</summary>
    public Task<Image?> TryUnmarkAsync(Image marked, CancellationToken cancellationToken) =>
        FindWrittenAsync(images.UpdateAsync(RemovalMark.TakeOff(marked), cancellationToken));

    /// <summary>Removes an image; false where it was changed or removed meanwhile.</summary>
    public async Task<bool> TryDeleteAsync(Image marked, CancellationToken cancellationToken)
    {
        var asMarked = new DeletePreconditions { ResourceVersion = marked.Metadata.ResourceVersion };
        var removal = images.DeleteAsync(ObjectKey.FromObject(marked), asMarked, cancellationToken);
        return await FindWrittenAsync(removal).ConfigureAwait(false) is not null;
    }

    /// <summary>Adds a removed image again, unless somebody else has.</summary>
    public Task PutBackAsync(Image marked) =>
        FindWrittenAsync(images.CreateAsync(RemovalMark.TakeOff(marked), CancellationToken.None));

    private static async Task<Image?> FindWrittenAsync(ValueTask<Image> write)
    {
        try
        {
            return await write.ConfigureAwait(false);
        }
        catch (StoreException e) when (
            e.Reason is StoreFailure.NotFound or StoreFailure.Conflict or StoreFailure.AlreadyExists)
        {
            return null;
        }
    }
}
