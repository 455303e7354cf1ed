namespace ImageStreams.Clients;

/// <summary>Pushes: <c>imagestreammappings</c>.</summary>
public interface IImageStreamMappingsResource
{
    /// <summary>Records that an image was pushed to a tag of a stream, which must exist.</summary>
    /// <remarks>
    /// <para>The image is kept if there is none of its name, and comes to stand at the top of the tag's history, unless it
    /// stands there already; no wish is made, and a wish that the tag has stays. Tags of the stream that follow it move in
    /// the same write. A missing pull spec is filled in with the stream's repository.</para>
    /// <para>Where others write in between the push is recorded after them; OpenShift answers some of many pushes at once
    /// with a conflict.</para>
    /// </remarks>
    /// <param name="mapping">Stream, tag and image.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="ApiException">There is no such stream: not found. Something is missing or wrong: invalid.</exception>
    Task CreateAsync(ImageStreamMapping mapping, CancellationToken cancellationToken = default);
}
