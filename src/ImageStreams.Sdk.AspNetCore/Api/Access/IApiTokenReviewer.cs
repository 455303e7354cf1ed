using ImageStreams.Clients;

namespace ImageStreams.AspNetCore;

/// <summary>Finds the users of bearer tokens that a served API does not know itself, such as those of a cluster's service accounts.</summary>
/// <remarks>Asked for each request with a token that is not among <see cref="ImageApiAccessOptions.Tokens"/>; whatever shall be remembered,
/// the implementation remembers. Called concurrently.</remarks>
public interface IApiTokenReviewer
{
    /// <summary>Finds the user of a token.</summary>
    /// <param name="token">The token, of 1 to 16,384 characters.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    /// <returns>The user; null when the token is nobody's, which is answered with 401.</returns>
    /// <exception cref="ApiException">The review failed, which is answered with 401, too.</exception>
    ValueTask<ApiUser?> ReviewAsync(string token, CancellationToken cancellationToken = default);
}
