using ImageStreams.Lifecycle;

namespace ImageStreams.AspNetCore;

/// <summary>Decides on the access of users to a served API.</summary>
/// <remarks>
/// <para>Asked once for each request before it is handled, whether or not the object exists; for each field of a user that a request
/// impersonates; by the reviews of access; and by the engine for the images of other namespaces.</para>
/// <para>Called concurrently, and nothing is cached: a decision holds for one request. A watch goes on when the right to it is taken
/// away. An exception ends the request with 500, and its text is not shown to the caller.</para>
/// </remarks>
public interface IApiAuthorizer
{
    /// <summary>Decides on one access.</summary>
    /// <param name="access">The access.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    /// <returns>The decision; the reason of a denial is shown to the caller, so that it must not tell what the caller may not
    /// know.</returns>
    ValueTask<AccessDecision> AuthorizeAsync(ApiAccess access, CancellationToken cancellationToken = default);
}
