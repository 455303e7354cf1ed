using ImageStreams.Clients;
using Microsoft.AspNetCore.Http;

namespace ImageStreams.AspNetCore;

/// <summary>Tries each way of logging in; the first that knows the user counts.</summary>
internal sealed class CombinedLogin(IReadOnlyList<ILoginMethod> methods, bool allowAnonymous) : IApiLogin
{
    public async ValueTask<ApiUser> GetUserAsync(HttpContext context)
    {
        var hasCredentials = false;
        foreach (var method in methods)
        {
            var result = await method.TryAsync(context).ConfigureAwait(false);
            if (result.User is { } user)
            {
                return ApiGroups.Complete(user);
            }

            hasCredentials |= result.HasCredentials;
        }

        return allowAnonymous && !hasCredentials ? ApiGroups.Anonymous : throw AccessErrors.Unauthorized();
    }
}
