using System.Security.Claims;
using ImageStreams.Clients;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http;

namespace ImageStreams.AspNetCore;

/// <summary>Logs users in by the authentication of ASP.NET Core.</summary>
internal sealed class AspNetCoreLogin(AspNetCoreLoginOptions options) : ILoginMethod
{
    private const string SystemPrefix = "system:";
    private const string GroupsClaim = "groups";

    private readonly string? _scheme = options.Scheme;
    private readonly string? _nameClaim = options.NameClaimType;
    private readonly string[] _groupClaims = [.. options.GroupClaimTypes];

    public async ValueTask<LoginResult> TryAsync(HttpContext context)
    {
        var principal = await GetPrincipalAsync(context).ConfigureAwait(false);
        if (principal?.Identity is not ClaimsIdentity { IsAuthenticated: true } identity)
        {
            return LoginResult.None;
        }

        var name = _nameClaim is null ? identity.Name : identity.FindFirst(_nameClaim)?.Value;
        return string.IsNullOrEmpty(name) || IsReserved(name)
            ? LoginResult.Unknown
            : LoginResult.Found(new ApiUser { Name = name, Groups = [.. GetGroups(principal, identity)] });
    }

    private async Task<ClaimsPrincipal?> GetPrincipalAsync(HttpContext context) => _scheme is null
        ? context.User
        : (await context.AuthenticateAsync(_scheme).ConfigureAwait(false)).Principal;

    private IEnumerable<string> GetGroups(ClaimsPrincipal principal, ClaimsIdentity identity)
    {
        var types = _groupClaims.Length > 0 ? _groupClaims : [GroupsClaim, identity.RoleClaimType];
        return principal.Claims.Where(claim => types.Contains(claim.Type) && !IsReserved(claim.Value)).Select(static claim => claim.Value).Distinct();
    }

    private static bool IsReserved(string name) => name.StartsWith(SystemPrefix, StringComparison.Ordinal);
}
