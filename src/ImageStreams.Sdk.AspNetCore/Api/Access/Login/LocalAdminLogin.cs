using ImageStreams.Clients;
using Microsoft.AspNetCore.Http;

namespace ImageStreams.AspNetCore;

/// <summary>Lets this machine in as administrator, and everybody when that was said by name.</summary>
internal sealed class LocalAdminLogin(bool allowRemote) : IApiLogin
{
    public ValueTask<ApiUser> GetUserAsync(HttpContext context) => StatusAccess.IsAllowed(context, allowRemote)
        ? ValueTask.FromResult(ApiUser.Admin)
        : throw AccessErrors.Unauthorized();
}
