using ImageStreams.Manifests;
using ImageStreams.Registries;

namespace ImageStreams.MSBuild;

/// <summary>The access of a build to registries.</summary>
internal static class RegistryAccess
{
    /// <summary>The variable in which the container targets of the .NET SDK find insecure registries.</summary>
    public const string InsecureVariable = "DOTNET_CONTAINER_INSECURE_REGISTRIES";

    /// <summary>Creates a client with the credentials of the usual places, and the helpers that the user's own files name.</summary>
    public static IRegistryClient CreateClient() => new HttpRegistryClient(
        new RegistryClientOptions(),
        RegistryCredentials.FromLocations(RegistryAuthLocations.All, new RegistryAuthFileOptions { RunHelpers = true }));

    /// <summary>Creates the options of a look-up: insecure are the registries of the project and those of the environment.</summary>
    public static ImageLockerOptions CreateOptions(IEnumerable<string> insecureRegistries)
    {
        var options = new ImageLockerOptions();
        var fromEnvironment = (Environment.GetEnvironmentVariable(InsecureVariable) ?? "")
            .Split([',', ';'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        foreach (var registry in insecureRegistries.Concat(fromEnvironment).Distinct(StringComparer.OrdinalIgnoreCase))
        {
            options.InsecureRegistries.Add(registry);
        }

        return options;
    }
}
