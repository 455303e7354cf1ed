using ImageStreams.Clients;
using Microsoft.AspNetCore.Http;

namespace ImageStreams.AspNetCore;

/// <summary>Finds out who makes a request.</summary>
internal interface IApiLogin
{
    /// <summary>Gets the user, with the groups that everybody is in.</summary>
    /// <exception cref="ApiException">The credentials are not valid, or there are none where they are needed.</exception>
    ValueTask<ApiUser> GetUserAsync(HttpContext context);
}
