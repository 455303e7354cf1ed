namespace ImageStreams.Registries;

/// <summary>What proves to a registry who asks.</summary>
/// <remarks>Closed: a user name with a password, an identity token, or a ready-made registry token. Never printed by
/// <c>ToString</c>.</remarks>
public abstract record RegistryCredential
{
    private const string Redacted = "***";

    private RegistryCredential()
    {
    }

    /// <summary>Returns a text without the secret.</summary>
    public sealed override string ToString() => $"{GetType().Name} {Redacted}";

    /// <summary>A user name and a password, given to the registry (Basic) or to its token server (Bearer).</summary>
    public sealed record Login : RegistryCredential
    {
        /// <summary>The user name; must not contain a colon.</summary>
        /// <exception cref="ArgumentException">The value contains a colon.</exception>
        public required string UserName { get; init => field = WithoutColon(value); }

        /// <summary>The password or access token.</summary>
        public required string Password { get; init; }

        private static string WithoutColon(string value) =>
            value.Contains(':', StringComparison.Ordinal)
                ? throw new ArgumentException(
                    "A user name for Basic authentication has no colon (RFC 7617).", nameof(value))
                : value;
    }

    /// <summary>A token that the registry's token server changes into tokens of the registry (OAuth 2 refresh token), as
    /// <c>docker login</c> keeps it under <c>identitytoken</c>.</summary>
    public sealed record IdentityToken : RegistryCredential
    {
        /// <summary>The token.</summary>
        public required string Token { get; init; }
    }

    /// <summary>A token that the registry itself accepts, sent as it is when the registry asks for one.</summary>
    public sealed record BearerToken : RegistryCredential
    {
        /// <summary>The token.</summary>
        public required string Token { get; init; }
    }
}
