using ImageStreams.Registries;

namespace ImageStreams.Tool;

/// <summary>Creates the client that asks real registries.</summary>
internal static class DefaultRegistryClient
{
    /// <summary>Creates a client with the credentials of the usual places: REGISTRY_AUTH_FILE, Podman's and Docker's files,
    /// and the credential helpers that the user's own files name.</summary>
    public static IRegistryClient Create(RegistryClientOptions options) => new HttpRegistryClient(
        options,
        RegistryCredentials.FromLocations(RegistryAuthLocations.All, new RegistryAuthFileOptions { RunHelpers = true }));
}
