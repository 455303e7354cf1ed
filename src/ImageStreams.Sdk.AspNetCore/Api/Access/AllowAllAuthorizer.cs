using ImageStreams.Lifecycle;

namespace ImageStreams.AspNetCore;

/// <summary>Allows everything to everybody who is let in.</summary>
public sealed class AllowAllAuthorizer : IApiAuthorizer
{
    /// <summary>The authorizer.</summary>
    public static AllowAllAuthorizer Instance { get; } = new();

    /// <summary>Allows the access.</summary>
    /// <param name="access">The access.</param>
    /// <param name="cancellationToken">Not used.</param>
    /// <returns>The decision.</returns>
    public ValueTask<AccessDecision> AuthorizeAsync(ApiAccess access, CancellationToken cancellationToken = default) =>
        ValueTask.FromResult(AccessDecision.Allow);
}
