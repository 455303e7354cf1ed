namespace ImageStreams.Clients;

/// <summary>The images that streams share: <c>images</c>.</summary>
public interface IImagesResource
{
    /// <summary>An image, by its digest.</summary>
    Task<Image> GetAsync(string name, CancellationToken cancellationToken = default);

    /// <summary>The images.</summary>
    Task<ImageList> ListAsync(ListOptions? options = null, CancellationToken cancellationToken = default);

    /// <summary>Adds an image.</summary>
    Task<Image> CreateAsync(Image image, WriteOptions? options = null, CancellationToken cancellationToken = default);

    /// <summary>Changes an image.</summary>
    Task<Image> UpdateAsync(Image image, WriteOptions? options = null, CancellationToken cancellationToken = default);

    /// <summary>Deletes an image; streams that name it keep its name.</summary>
    Task DeleteAsync(string name, DeleteOptions? options = null, CancellationToken cancellationToken = default);
}
