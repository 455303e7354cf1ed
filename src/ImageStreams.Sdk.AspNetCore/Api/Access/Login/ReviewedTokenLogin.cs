using ImageStreams.Clients;
using Microsoft.AspNetCore.Http;

namespace ImageStreams.AspNetCore;

/// <summary>Logs users in by bearer tokens that somebody else knows.</summary>
internal sealed class ReviewedTokenLogin(IApiTokenReviewer reviewer) : ILoginMethod
{
    public async ValueTask<LoginResult> TryAsync(HttpContext context)
    {
        var token = BearerToken.Find(context.Request);
        if (token.Length == 0)
        {
            return LoginResult.None;
        }

        return token.Length <= BearerToken.MaxLength && await FindAsync(token, context.RequestAborted).ConfigureAwait(false) is { } user
            ? LoginResult.Found(user)
            : LoginResult.Unknown;
    }

    // Nobody comes in because a review has failed.
    private async ValueTask<ApiUser?> FindAsync(string token, CancellationToken cancellationToken)
    {
        try
        {
            return await reviewer.ReviewAsync(token, cancellationToken).ConfigureAwait(false);
        }
        catch (ApiException)
        {
            return null;
        }
    }
}
