using ImageStreams.Lifecycle;

namespace ImageStreams.Clients;

/// <summary>Reviews the access of the user of a request.</summary>
/// <remarks>
/// <para>Asked for two kinds of access: <c>get imagestreams/layers</c> of another stream, before a tag follows a tag or an
/// image of another namespace, and <c>create imagestreamimports</c>, before images are imported into a stream. Other access is
/// not reviewed: the holder of the client has it.</para>
/// <para>Called concurrently; decisions are not cached. An exception ends the request, and its caller receives it
/// unchanged.</para>
/// </remarks>
public interface IAccessReviewer
{
    /// <summary>Reviews one access.</summary>
    /// <param name="request">The access.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    /// <returns>The decision.</returns>
    ValueTask<AccessDecision> ReviewAsync(AccessRequest request, CancellationToken cancellationToken = default);
}
