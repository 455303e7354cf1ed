using ImageStreams.Clients;
using Microsoft.AspNetCore.Http;

namespace ImageStreams.AspNetCore;

/// <summary>Admits requests: who asks, whom the request impersonates, and whether that user may.</summary>
internal sealed class ApiGate(IApiLogin login, ApiImpersonation impersonation, IApiAuthorizer authorizer)
{
    /// <summary>The login, for reviews of tokens.</summary>
    public IApiLogin Login => login;

    /// <summary>The authorizer, for reviews of access.</summary>
    public IApiAuthorizer Authorizer => authorizer;

    /// <summary>Admits a request, and makes its user known to <see cref="ApiUserHttpContextExtensions.FindApiUser"/> and to
    /// <see cref="ImageApiUsers"/>.</summary>
    /// <returns>The user whose rights count.</returns>
    /// <exception cref="ApiException">The request is not admitted: 400, 401 or 403.</exception>
    public ValueTask<ApiUser> AdmitAsync(HttpContext context)
    {
        var slot = ImageApiUsers.Begin(authorizer);
        return AdmitAsync(context, slot);
    }

    private async ValueTask<ApiUser> AdmitAsync(HttpContext context, ImageApiUsers.Slot slot)
    {
        var aborted = context.RequestAborted;
        var requester = await login.GetUserAsync(context).ConfigureAwait(false);
        var info = ApiRequestInfo.Create(context.Request);
        var user = await impersonation.GetUserAsync(context.Request.Headers, info.ToAccess(requester), aborted).ConfigureAwait(false);
        await RequireAsync(info.ToAccess(user), aborted).ConfigureAwait(false);

        context.Features.Set<IApiUserFeature>(new ApiUserFeature { User = user, Requester = requester });
        slot.User = user;
        return user;
    }

    /// <exception cref="ApiException">The access is denied.</exception>
    public async ValueTask RequireAsync(ApiAccess access, CancellationToken cancellationToken)
    {
        var decision = await authorizer.AuthorizeAsync(access, cancellationToken).ConfigureAwait(false);
        if (!decision.Allowed)
        {
            throw AccessErrors.Forbidden(access, decision);
        }
    }
}
