using ImageStreams.IntegrationTests.Registries;

namespace ImageStreams.IntegrationTests.Kubectl;

/// <summary>A server for each version of kubectl, and a registry that both import from.</summary>
public sealed class KubectlServers : IAsyncLifetime
{
    private readonly Dictionary<string, ServeProcess> _servers = [];

    /// <summary>The registry; Debian's own.</summary>
    public DockerRegistryFixture Registry { get; } = new();

    public async Task InitializeAsync()
    {
        await Registry.InitializeAsync();
        if (ExternalTool.Kubectl.IsInstalled && ExternalTool.OldKubectl.IsInstalled)
        {
            _servers[KubectlVersion.Current] = await ServeProcess.StartAsync("--import-interval", "1");
            _servers[KubectlVersion.Old] = await ServeProcess.StartAsync("--import-interval", "1");
        }
    }

    public async Task DisposeAsync()
    {
        foreach (var server in _servers.Values)
        {
            await server.DisposeAsync();
        }

        await Registry.DisposeAsync();
    }

    /// <summary>Begins to run commands of a version in a namespace.</summary>
    internal KubectlSession Begin(string version, string ns) =>
        new(KubectlVersion.GetProgram(version), _servers[version].Kubeconfig, ns, Registry.Host);
}
