namespace ImageStreams.Registries;

/// <summary>What a repository wanted last, and the credential that it refused although it is open to everyone.</summary>
internal sealed record CachedChallenge(AuthenticationChallenge Challenge, RegistryCredential? Refused = null);
