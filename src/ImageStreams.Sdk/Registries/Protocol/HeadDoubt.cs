namespace ImageStreams.Registries;

/// <summary>Determines which failures of <c>HEAD</c> prove nothing, because a registry or proxy may not support it, so that
/// <c>GET</c> decides.</summary>
/// <remarks>OpenShift always uses <c>GET</c>. When the request itself is wrong, the response to <c>GET</c> has a body that
/// explains it.</remarks>
internal static class HeadDoubt
{
    /// <summary>Determines whether <c>GET</c> may succeed where <c>HEAD</c> failed.</summary>
    /// <remarks>A password that was refused is not sent again, but a token is: it may be for <c>GET</c> alone. A registry that
    /// asks for a longer wait than <paramref name="maxWait"/> gets no further request.</remarks>
    public static bool IsDoubtful(RegistryException exception, TimeSpan maxWait) =>
        !exception.IsFromTokenServer && exception.Reason switch
        {
            RegistryFailure.Rejected or RegistryFailure.Denied => true,
            RegistryFailure.ManifestNotFound or RegistryFailure.RepositoryNotFound => true,
            RegistryFailure.Unauthorized => !exception.HasSentPassword,
            RegistryFailure.ServerError => (exception.RetryAfter ?? TimeSpan.Zero) <= maxWait,
            RegistryFailure.InvalidResponse => exception.StatusCode is not null,
            _ => false,
        };

    /// <summary>Determines whether a registry failed at <c>HEAD</c>, as those do that cannot answer it: it is not repeated,
    /// because the retries of <c>GET</c> serve one that is merely busy as well, and no request more is sent.</summary>
    public static bool IsServerError(RegistryException exception) =>
        exception is { Reason: RegistryFailure.ServerError, Method: "HEAD" };

    /// <summary>Waits before <c>GET</c> for as long as a registry that failed asks, or until the client is closed, which
    /// <c>GET</c> reports.</summary>
    /// <exception cref="OperationCanceledException">The caller canceled the operation.</exception>
    public static async Task WaitAsync(
        RegistryException exception, TimeProvider timeProvider, CancellationToken closed, CancellationToken cancellationToken)
    {
        if (exception is { Reason: RegistryFailure.ServerError, RetryAfter: { } wait })
        {
            using var both = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, closed);
            await Task.Delay(wait, timeProvider, both.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            cancellationToken.ThrowIfCancellationRequested();
        }
    }
}
