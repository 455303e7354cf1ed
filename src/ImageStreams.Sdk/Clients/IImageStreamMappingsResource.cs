namespace ImageStreams.Clients;

/// <summary>Pushes: <c>imagestreammappings</c>.</summary>
public interface IImageStreamMappingsResource
{
    /// <summary>Records that an image was pushed to a tag of a stream, which must exist.</summary>
    Task CreateAsync(ImageStreamMapping mapping, CancellationToken cancellationToken = default);
}
