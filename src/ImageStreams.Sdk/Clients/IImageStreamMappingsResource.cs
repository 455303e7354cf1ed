namespace ImageStreams.Clients;

/// <summary>Pushes: <c>imagestreammappings</c>.</summary>
public interface IImageStreamMappingsResource
{
    /// <summary>Records that an image was pushed to a tag of a stream, which must exist.</summary>
    /// <remarks>
    /// <para>The image is stored if there is none with its name, and is added at the top of the tag's history unless it is
    /// already there. Spec tags do not change. Tags of the stream that follow the tag move in the same write. A missing pull
    /// spec is set to the stream's repository.</para>
    /// <para>When others write in between, the push is recorded after them; OpenShift answers some of several concurrent pushes
    /// with a conflict.</para>
    /// </remarks>
    /// <param name="mapping">The stream, the tag and the image.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    /// <exception cref="ArgumentNullException"><paramref name="mapping"/> is null.</exception>
    /// <exception cref="ApiException">
    /// There is no such stream (<see cref="ApiFailure.NotFound"/>). The mapping is not valid
    /// (<see cref="ApiFailure.Invalid"/>).
    /// </exception>
    Task CreateAsync(ImageStreamMapping mapping, CancellationToken cancellationToken = default);
}
