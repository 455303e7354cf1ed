using ImageStreams.Patching;
using ImageStreams.Storage;

namespace ImageStreams.Clients;

/// <summary>The images, which all streams share: <c>images</c>.</summary>
public interface IImagesResource
{
    /// <summary>Gets an image.</summary>
    /// <param name="name">The image's name, which is its digest.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    /// <returns>The image, with its kind and version.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="name"/> is null.</exception>
    /// <exception cref="ApiException">There is no such image (<see cref="ApiFailure.NotFound"/>).</exception>
    Task<Image> GetAsync(string name, CancellationToken cancellationToken = default);

    /// <summary>Lists the images, ordered by name.</summary>
    /// <param name="options">The selectors and the page, or null for everything.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    /// <exception cref="ApiException">
    /// A selector or the token is malformed (<see cref="ApiFailure.BadRequest"/>). The state of the token's first page is no
    /// longer available (<see cref="ApiFailure.Gone"/>).
    /// </exception>
    Task<ImageList> ListAsync(ListOptions? options = null, CancellationToken cancellationToken = default);

    /// <summary>Watches images: every change, in order.</summary>
    /// <remarks>As for <see cref="IImageStreamsResource.WatchAsync"/>.</remarks>
    /// <param name="options">The selectors and the version to begin at, or null for everything, beginning with the images
    /// that exist.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    /// <returns>The changes.</returns>
    /// <exception cref="ApiException">
    /// The changes after the version are no longer available, or the watcher was too slow (<see cref="ApiFailure.Gone"/>);
    /// list and watch again. A selector is malformed (<see cref="ApiFailure.BadRequest"/>).
    /// </exception>
    IAsyncEnumerable<WatchEvent<Image>> WatchAsync(WatchOptions? options = null, CancellationToken cancellationToken = default);

    /// <summary>Creates an image, and fills in the fields that are read from its manifest.</summary>
    /// <param name="image">The image.</param>
    /// <param name="options">The options, or null for the defaults.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    /// <returns>The image as it is stored; without a version after a dry run.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="image"/> is null.</exception>
    /// <exception cref="ApiException">
    /// The image already exists (<see cref="ApiFailure.AlreadyExists"/>). It is not valid (<see cref="ApiFailure.Invalid"/>).
    /// </exception>
    Task<Image> CreateAsync(Image image, WriteOptions? options = null, CancellationToken cancellationToken = default);

    /// <summary>Changes an image, except for the fields that are read from its manifest.</summary>
    /// <param name="image">The image, with the version that was read.</param>
    /// <param name="options">The options, or null for the defaults.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    /// <returns>The image as it is stored.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="image"/> is null.</exception>
    /// <exception cref="ApiException">
    /// There is no such image (<see cref="ApiFailure.NotFound"/>). It has changed since the version
    /// (<see cref="ApiFailure.Conflict"/>). It is not valid (<see cref="ApiFailure.Invalid"/>).
    /// </exception>
    Task<Image> UpdateAsync(Image image, WriteOptions? options = null, CancellationToken cancellationToken = default);

    /// <summary>Patches an image, except for the fields that are read from its manifest, and repeats that when others write in
    /// between.</summary>
    /// <remarks>An apply creates the image where there is none.</remarks>
    /// <param name="name">The image's name, which is its digest.</param>
    /// <param name="patch">The patch.</param>
    /// <param name="options">The options, or null for the defaults.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    /// <returns>The image as it is stored, and whether it was created.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="name"/> or <paramref name="patch"/> is null.</exception>
    /// <exception cref="ApiException">
    /// As for <see cref="UpdateAsync"/>, except for conflicts with other writers. The text is no patch
    /// (<see cref="ApiFailure.BadRequest"/>). The patch does not fit the image (<see cref="ApiFailure.Invalid"/>).
    /// </exception>
    Task<PatchResult<Image>> PatchAsync(
        string name, ObjectPatch patch, WriteOptions? options = null, CancellationToken cancellationToken = default);

    /// <summary>Deletes an image. Streams keep its name, and another import restores it.</summary>
    /// <param name="name">The image's name, which is its digest.</param>
    /// <param name="options">The options, or null for the defaults.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    /// <exception cref="ArgumentNullException"><paramref name="name"/> is null.</exception>
    /// <exception cref="ApiException">
    /// There is no such image (<see cref="ApiFailure.NotFound"/>). It does not meet the preconditions in the options
    /// (<see cref="ApiFailure.Conflict"/>).
    /// </exception>
    Task DeleteAsync(string name, DeleteOptions? options = null, CancellationToken cancellationToken = default);
}
