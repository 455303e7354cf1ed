using System.Collections.Concurrent;
using ImageStreams.Clients;
using Microsoft.AspNetCore.Http;

namespace ImageStreams.AspNetCore;

/// <summary>Gives a request the rights of the user that its headers name, if the one who asks may have them.</summary>
internal sealed class ApiImpersonation(IApiAuthorizer authorizer)
{
    private const int MaxRemembered = 1_000;

    /// <summary>The mode that each user was last allowed: tried first, and its denial is the one that is told.</summary>
    private readonly ConcurrentDictionary<ApiUser, ImpersonationMode> _lastModes = new();

    /// <summary>Gets the user whose rights count.</summary>
    /// <param name="headers">The headers of the request.</param>
    /// <param name="access">The access that the request needs, with the user who asks.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    /// <exception cref="ApiException">The headers make no sense, or the user may not.</exception>
    public ValueTask<ApiUser> GetUserAsync(IHeaderDictionary headers, ApiAccess access, CancellationToken cancellationToken) =>
        ImpersonationHeaders.Find(headers) is { } wanted ? ImpersonateAsync(wanted, access, cancellationToken) : ValueTask.FromResult(access.User);

    private async ValueTask<ApiUser> ImpersonateAsync(ApiUser wanted, ApiAccess access, CancellationToken cancellationToken)
    {
        ApiException? first = null;
        foreach (var mode in GetModes(access.User).Where(mode => mode.Matches(wanted)))
        {
            var denial = await FindDenialAsync(mode.GetChecks(wanted, access), cancellationToken).ConfigureAwait(false);
            if (denial is null)
            {
                Remember(access.User, mode);
                return mode.Complete(wanted);
            }

            first ??= denial;
        }

        throw first ?? AccessErrors.Forbidden(access, "");
    }

    private async ValueTask<ApiException?> FindDenialAsync(IEnumerable<ImpersonationCheck> checks, CancellationToken cancellationToken)
    {
        foreach (var check in checks)
        {
            if (check.Refusal is not null)
            {
                return AccessErrors.Forbidden(check.Access, check.Refusal);
            }

            var decision = await authorizer.AuthorizeAsync(check.Access, cancellationToken).ConfigureAwait(false);
            if (!decision.Allowed)
            {
                return AccessErrors.Forbidden(check.Access, decision);
            }
        }

        return null;
    }

    private IEnumerable<ImpersonationMode> GetModes(ApiUser requester) => _lastModes.TryGetValue(requester, out var last)
        ? ImpersonationMode.All.Where(mode => mode != last).Prepend(last)
        : ImpersonationMode.All;

    private void Remember(ApiUser requester, ImpersonationMode mode)
    {
        if (_lastModes.Count >= MaxRemembered)
        {
            _lastModes.Clear();
        }

        _lastModes[requester] = mode;
    }
}
