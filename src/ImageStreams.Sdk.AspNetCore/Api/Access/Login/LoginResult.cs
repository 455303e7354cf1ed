using ImageStreams.Clients;

namespace ImageStreams.AspNetCore;

/// <summary>The result of one way of logging in.</summary>
internal readonly record struct LoginResult
{
    /// <summary>The user; null when this way found none.</summary>
    public ApiUser? User { get; init; }

    /// <summary>Gets a value indicating whether the request had credentials of this kind.</summary>
    public bool HasCredentials { get; init; }

    /// <summary>The request has no credentials of this kind.</summary>
    public static LoginResult None => default;

    /// <summary>The request has credentials of this kind, which nobody knows here.</summary>
    public static LoginResult Unknown { get; } = new() { HasCredentials = true };

    /// <summary>Creates the result of credentials that are those of a user.</summary>
    public static LoginResult Found(ApiUser user) => new() { User = user, HasCredentials = true };
}
