using System.Collections.Immutable;
using k8s;
using k8s.Authentication;
using ApiClient = k8s.Kubernetes;

namespace ImageStreams.Kubernetes;

/// <summary>The configuration of a connection, and the place that it comes from.</summary>
/// <param name="Configuration">The configuration.</param>
internal sealed record ConnectionOrigin(KubernetesClientConfiguration Configuration)
{
    /// <summary>The headers of every request.</summary>
    public ImmutableArray<KeyValuePair<string, string>> Headers { get; init; } = [];

    /// <summary>Makes credentials from the place anew; null where it is not known.</summary>
    public Func<ServiceClientCredentials?>? CreateCredentials { get; init; }

    /// <summary>Reads a kubeconfig; credentials are read from it again, and its plugin runs again.</summary>
    /// <exception cref="k8s.Exceptions.KubeConfigException">The file cannot be used.</exception>
    public static ConnectionOrigin FromKubeconfig(string? path, string? context)
    {
        var found = KubeconfigFiles.Read(path, context);
        return new ConnectionOrigin(found.Configuration)
        {
            Headers = found.User.Headers,
            CreateCredentials = () => ApiClient.CreateCredentials(KubeconfigFiles.Read(path, context).Configuration),
        };
    }

    /// <summary>Reads the service account of the pod, whose token is read again.</summary>
    /// <exception cref="k8s.Exceptions.KubeConfigException">The program does not run in a pod.</exception>
    public static ConnectionOrigin FromPod() => new(KubernetesClientConfiguration.InClusterConfig())
    {
        CreateCredentials = static () => ApiClient.CreateCredentials(KubernetesClientConfiguration.InClusterConfig()),
    };
}
