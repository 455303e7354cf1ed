namespace ImageStreams.Clients;

/// <summary>Imports: <c>imagestreamimports</c>.</summary>
public interface IImageStreamImportsResource
{
    /// <summary>
    /// Imports images into a stream, or only looks at them where <see cref="ImageStreamImportSpec.Import"/> is false.
    /// </summary>
    /// <returns>The request with what came of it; that an image failed is said there and is no exception.</returns>
    Task<ImageStreamImport> CreateAsync(ImageStreamImport import, CancellationToken cancellationToken = default);
}
