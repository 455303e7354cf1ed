using System.Globalization;

namespace ImageStreams.Registries;

/// <summary>A pause that a registry requested: no request is sent to it before the end.</summary>
public sealed record RegistryPause
{
    /// <summary>The registry in lower case, <c>docker.io</c> for each name of Docker Hub.</summary>
    public required string Registry { get; init; }

    /// <summary>The credential scope of the requests; see <see cref="RegistryRepository.CredentialScope"/>.</summary>
    public string CredentialScope { get; init; } = "";

    /// <summary>The end of the pause.</summary>
    public required DateTimeOffset Until { get; init; }

    /// <summary>Returns the registry and the end of its pause, such as <c>docker.io until 2026-11-30 10:15:00Z</c>.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Registry} until {Until:u}");
}
