using ImageStreams.Testing.Protocol;

namespace ImageStreams.Testing;

/// <content>How the registry behaves, and what it was asked.</content>
public sealed partial class InMemoryRegistry
{
    private static readonly TimeSpan DefaultTokenLifetime = TimeSpan.FromMinutes(5);

    /// <summary>The requests that were answered, oldest first; a copy.</summary>
    public IReadOnlyList<RecordedRequest> Requests => Protocol.Log.Snapshot();

    /// <summary>How many requests were answered since the last <see cref="ClearRequests"/>.</summary>
    public long RequestCount => Protocol.Log.Count;

    /// <summary>
    /// How many of the newest requests <see cref="Requests"/> keeps; all of them by default. 0 keeps none.
    /// </summary>
    public int MaxRequests
    {
        get => Protocol.Log.MaxRequests;
        set
        {
            ArgumentOutOfRangeException.ThrowIfNegative(value);
            Protocol.Log.MaxRequests = value;
        }
    }

    /// <summary>Whether <see cref="RecordedRequest.Authorization"/> holds secrets; off by default.</summary>
    public bool RecordCredentials
    {
        get => Protocol.Log.RecordCredentials;
        set => Protocol.Log.RecordCredentials = value;
    }

    /// <summary>The most tags on one page of a list; unlimited by default.</summary>
    public int TagPageSize
    {
        get => Protocol.TagPageSize;
        set
        {
            ArgumentOutOfRangeException.ThrowIfNegativeOrZero(value);
            Protocol.TagPageSize = value;
        }
    }

    /// <summary>Whether the registry has the referrers API; on by default.</summary>
    public bool SupportsReferrers
    {
        get => Protocol.SupportsReferrers;
        set => Protocol.SupportsReferrers = value;
    }

    /// <summary>Forgets the requests so far.</summary>
    public void ClearRequests() => Protocol.Log.Clear();

    /// <summary>Makes the next requests fail; faults planned earlier happen first.</summary>
    /// <param name="fault">How they fail.</param>
    /// <param name="filter">Which requests; all when <see langword="null"/>.</param>
    /// <param name="times">How many of them; at least 1.</param>
    public void FailNext(RegistryFault fault, RegistryRequestFilter? filter = null, int times = 1)
    {
        ArgumentNullException.ThrowIfNull(fault);
        ArgumentOutOfRangeException.ThrowIfLessThan(times, 1);
        Protocol.Faults.Add(fault, filter ?? RegistryRequestFilter.Any, times);
    }

    /// <summary>Makes requests fail until the fault is disposed of; faults planned earlier happen first.</summary>
    /// <param name="fault">How they fail.</param>
    /// <param name="filter">Which requests; all when <see langword="null"/>.</param>
    /// <returns>Ends the fault when it is disposed of.</returns>
    public IDisposable FailUntilDisposed(RegistryFault fault, RegistryRequestFilter? filter = null)
    {
        ArgumentNullException.ThrowIfNull(fault);
        return new LastingFault(Protocol.Faults, Protocol.Faults.Add(fault, filter ?? RegistryRequestFilter.Any, times: null));
    }

    /// <summary>Drops the faults that have not happened yet.</summary>
    public void ClearFaults() => Protocol.Faults.Clear();

    /// <summary>Lets everyone in.</summary>
    public void RequireNothing() => Protocol.Access.Rule = AccessRule.Open;

    /// <summary>Lets in who sends a user name and a password with each request.</summary>
    /// <param name="userName">The user name.</param>
    /// <param name="password">The password.</param>
    public void RequireBasic(string userName, string password) => Protocol.Access.Rule = new AccessRule
    {
        Scheme = AccessScheme.Basic,
        UserName = userName,
        Password = password,
    };

    /// <summary>Lets in who has a token, which the registry's own token server, <c>/token</c>, issues.</summary>
    /// <param name="userName">The user name that the token server accepts.</param>
    /// <param name="password">The password that the token server accepts.</param>
    /// <param name="allowAnonymous">Whether the token server serves those without a password, too.</param>
    /// <param name="tokenLifetime">How long tokens are good for; five minutes when <see langword="null"/>.</param>
    public void RequireBearer(
        string userName, string password, bool allowAnonymous = false, TimeSpan? tokenLifetime = null) =>
        Protocol.Access.Rule = new AccessRule
        {
            Scheme = AccessScheme.Bearer,
            UserName = userName,
            Password = password,
            AllowsAnonymous = allowAnonymous,
            TokenLifetime = tokenLifetime ?? DefaultTokenLifetime,
        };

    /// <summary>Makes every token issued so far worthless, whatever its age.</summary>
    public void RevokeTokens() => Protocol.Access.RevokeTokens();
}
