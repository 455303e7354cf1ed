using ImageStreams.Testing.Protocol;

namespace ImageStreams.Testing;

/// <content>The behavior of the registry, and its recorded requests.</content>
public sealed partial class InMemoryRegistry
{
    private static readonly TimeSpan DefaultTokenLifetime = TimeSpan.FromMinutes(5);

    /// <summary>The requests that were answered, oldest first; a copy.</summary>
    public IReadOnlyList<RecordedRequest> Requests => Protocol.Log.Snapshot();

    /// <summary>The number of requests since the last <see cref="ClearRequests"/>.</summary>
    public long RequestCount => Protocol.Log.Count;

    /// <summary>
    /// The number of requests that <see cref="Requests"/> keeps, which are the newest ones; unlimited by default. 0 keeps none.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is negative.</exception>
    public int MaxRequests
    {
        get => Protocol.Log.MaxRequests;
        set
        {
            ArgumentOutOfRangeException.ThrowIfNegative(value);
            Protocol.Log.MaxRequests = value;
        }
    }

    /// <summary>Gets or sets a value indicating whether <see cref="RecordedRequest.Authorization"/> keeps secrets;
    /// false by default.</summary>
    public bool RecordCredentials
    {
        get => Protocol.Log.RecordCredentials;
        set => Protocol.Log.RecordCredentials = value;
    }

    /// <summary>The maximum number of tags on one page of a list; unlimited by default.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is zero or negative.</exception>
    public int TagPageSize
    {
        get => Protocol.TagPageSize;
        set
        {
            ArgumentOutOfRangeException.ThrowIfNegativeOrZero(value);
            Protocol.TagPageSize = value;
        }
    }

    /// <summary>Gets or sets a value indicating whether the registry has the referrers API; true by default.</summary>
    public bool SupportsReferrers
    {
        get => Protocol.SupportsReferrers;
        set => Protocol.SupportsReferrers = value;
    }

    /// <summary>Clears the recorded requests.</summary>
    public void ClearRequests() => Protocol.Log.Clear();

    /// <summary>Makes the next requests fail; faults planned earlier happen first.</summary>
    /// <param name="fault">The fault.</param>
    /// <param name="filter">The requests that fail; null for all.</param>
    /// <param name="times">The number of requests that fail; at least 1.</param>
    /// <exception cref="ArgumentNullException"><paramref name="fault"/> is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="times"/> is less than 1.</exception>
    public void FailNext(RegistryFault fault, RegistryRequestFilter? filter = null, int times = 1)
    {
        ArgumentNullException.ThrowIfNull(fault);
        ArgumentOutOfRangeException.ThrowIfLessThan(times, 1);
        Protocol.Faults.Add(fault, filter ?? RegistryRequestFilter.Any, times);
    }

    /// <summary>Makes requests fail until the fault is disposed of; faults planned earlier happen first.</summary>
    /// <param name="fault">The fault.</param>
    /// <param name="filter">The requests that fail; null for all.</param>
    /// <returns>The fault; it ends when it is disposed of.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="fault"/> is null.</exception>
    public IDisposable FailUntilDisposed(RegistryFault fault, RegistryRequestFilter? filter = null)
    {
        ArgumentNullException.ThrowIfNull(fault);
        return new LastingFault(Protocol.Faults, Protocol.Faults.Add(fault, filter ?? RegistryRequestFilter.Any, times: null));
    }

    /// <summary>Drops the faults that have not happened yet.</summary>
    public void ClearFaults() => Protocol.Faults.Clear();

    /// <summary>Allows access without credentials.</summary>
    public void RequireNothing() => Protocol.Access.Rule = AccessRule.Open;

    /// <summary>Requires a user name and a password with each request (HTTP Basic).</summary>
    /// <param name="userName">The user name.</param>
    /// <param name="password">The password.</param>
    public void RequireBasic(string userName, string password) => Protocol.Access.Rule = new AccessRule
    {
        Scheme = AccessScheme.Basic,
        UserName = userName,
        Password = password,
    };

    /// <summary>Requires a bearer token, which the registry's own token server, <c>/token</c>, issues.</summary>
    /// <param name="userName">The user name that the token server accepts.</param>
    /// <param name="password">The password that the token server accepts.</param>
    /// <param name="allowAnonymous">True to issue tokens without a password, too.</param>
    /// <param name="tokenLifetime">The lifetime of tokens; null for five minutes.</param>
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

    /// <summary>Revokes every token that was issued so far.</summary>
    public void RevokeTokens() => Protocol.Access.RevokeTokens();
}
