namespace ImageStreams.Clients;

/// <summary>The images themselves, which all streams share: <c>images</c>.</summary>
public interface IImagesResource
{
    /// <summary>An image.</summary>
    /// <param name="name">The image's name, which is its digest.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="ApiException">There is no such image: not found.</exception>
    Task<Image> GetAsync(string name, CancellationToken cancellationToken = default);

    /// <summary>The images, ordered by name.</summary>
    /// <param name="options">What to list, and how much of it at once; everything when null.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="ApiException">
    /// A selector or the token is none: a bad request. The state of the token's first page is no longer kept: gone.
    /// </exception>
    Task<ImageList> ListAsync(ListOptions? options = null, CancellationToken cancellationToken = default);

    /// <summary>Adds an image; what its manifest says is read from it.</summary>
    /// <param name="image">The image.</param>
    /// <param name="options">How to write.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="ApiException">There is such an image already, or it is not valid.</exception>
    Task<Image> CreateAsync(Image image, WriteOptions? options = null, CancellationToken cancellationToken = default);

    /// <summary>Changes an image; what was read from its manifest stays.</summary>
    /// <param name="image">The image, with the version that was read.</param>
    /// <param name="options">How to write.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="ApiException">
    /// There is no such image; it has changed since: a conflict; the image is not valid.
    /// </exception>
    Task<Image> UpdateAsync(Image image, WriteOptions? options = null, CancellationToken cancellationToken = default);

    /// <summary>Deletes an image; streams that name it keep its name, and an import brings it back.</summary>
    /// <param name="name">The image's name, which is its digest.</param>
    /// <param name="options">How to delete.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="ApiException">There is no such image, or it is not as the options want it: a conflict.</exception>
    Task DeleteAsync(string name, DeleteOptions? options = null, CancellationToken cancellationToken = default);
}
