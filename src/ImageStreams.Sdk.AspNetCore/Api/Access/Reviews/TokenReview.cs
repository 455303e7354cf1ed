using System.Text.Json.Nodes;
using ImageStreams.Clients;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace ImageStreams.AspNetCore;

/// <summary>Answers whose a bearer token is, as the API itself would find.</summary>
/// <remarks>Audiences are not known here: a token is one for this API, or nobody's.</remarks>
internal sealed class TokenReview(IApiLogin login, IServiceProvider services) : ReviewResource(ReviewDefinitions.Token)
{
    protected override async ValueTask<JsonObject> AnswerAsync(JsonObject body, ResourceRequest request, CancellationToken cancellationToken)
    {
        var spec = ReviewBody.FindObject(body, "spec") ?? new JsonObject();
        var token = ReviewBody.FindText(spec, "token");
        if (token.Length == 0)
        {
            throw AccessErrors.BadRequest("token is required for TokenReview in authentication");
        }

        _ = ReviewBody.FindTexts(spec, "audiences");
        var user = await FindUserAsync(token).ConfigureAwait(false);
        return new JsonObject
        {
            ["metadata"] = new JsonObject(),
            ["spec"] = spec.DeepClone(),
            ["status"] = user is null
                ? new JsonObject { ["user"] = new JsonObject(), ["error"] = "invalid bearer token" }
                : new JsonObject { ["authenticated"] = true, ["user"] = UserInfo.Write(user) },
        };
    }

    // The token alone, without what else the request for the review has.
    private async Task<ApiUser?> FindUserAsync(string token)
    {
        if (login is LocalAdminLogin || token.Any(char.IsControl))
        {
            return null;
        }

        var scope = services.CreateAsyncScope();
        await using (scope.ConfigureAwait(false))
        {
            var context = new DefaultHttpContext { RequestServices = scope.ServiceProvider };
            context.Request.Headers.Authorization = $"Bearer {token}";
            await AuthenticateAsync(context).ConfigureAwait(false);
            return await FindUserAsync(context).ConfigureAwait(false);
        }
    }

    // What the middleware of ASP.NET Core does for a request: it authenticates by the default scheme, if there is one.
    private static async Task AuthenticateAsync(HttpContext context)
    {
        var schemes = context.RequestServices.GetService<IAuthenticationSchemeProvider>();
        if (schemes is not null && await schemes.GetDefaultAuthenticateSchemeAsync().ConfigureAwait(false) is { } scheme)
        {
            var result = await context.AuthenticateAsync(scheme.Name).ConfigureAwait(false);
            context.User = result.Principal ?? context.User;
        }
    }

    private async Task<ApiUser?> FindUserAsync(HttpContext context)
    {
        try
        {
            var user = await login.GetUserAsync(context).ConfigureAwait(false);
            return user.Name == ApiGroups.Anonymous.Name ? null : user;
        }
        catch (ApiException e) when (e.Reason == ApiFailure.Unauthorized)
        {
            return null;
        }
    }
}
