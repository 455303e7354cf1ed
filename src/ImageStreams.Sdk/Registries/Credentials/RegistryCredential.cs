namespace ImageStreams.Registries;

/// <summary>A credential for a registry.</summary>
/// <remarks>A closed hierarchy: a user name with a password, an identity token, or a registry token. <c>ToString</c>
/// never contains the secret.</remarks>
public abstract record RegistryCredential
{
    private const string Redacted = "***";

    private RegistryCredential()
    {
    }

    /// <summary>Returns a text without the secret.</summary>
    public sealed override string ToString() => $"{GetType().Name} {Redacted}";

    /// <summary>A user name and a password, sent to the registry (Basic) or to its token server (Bearer).</summary>
    public sealed record Login : RegistryCredential
    {
        /// <summary>The user name, without a colon.</summary>
        /// <exception cref="ArgumentException">The value contains a colon.</exception>
        public required string UserName { get; init => field = WithoutColon(value); }

        /// <summary>The password or access token.</summary>
        public required string Password { get; init; }

        private static string WithoutColon(string value) =>
            value.Contains(':', StringComparison.Ordinal)
                ? throw new ArgumentException(
                    "A user name for Basic authentication must not contain a colon (RFC 7617).", nameof(value))
                : value;
    }

    /// <summary>A refresh token (OAuth 2) for the registry's token server, as <c>docker login</c> stores it under
    /// <c>identitytoken</c>.</summary>
    public sealed record IdentityToken : RegistryCredential
    {
        /// <summary>The token.</summary>
        public required string Token { get; init; }
    }

    /// <summary>A token that the registry itself accepts, sent unchanged when the registry requires a token.</summary>
    public sealed record BearerToken : RegistryCredential
    {
        /// <summary>The token.</summary>
        public required string Token { get; init; }
    }
}
