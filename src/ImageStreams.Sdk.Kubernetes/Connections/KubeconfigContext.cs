using System.Net;
using k8s;
using k8s.Authentication;
using k8s.Exceptions;

namespace ImageStreams.Kubernetes;

/// <summary>A context of a kubeconfig.</summary>
/// <param name="Configuration">The connection that it describes.</param>
/// <param name="User">The rest of what it says of the user.</param>
internal sealed record KubeconfigContext(KubernetesClientConfiguration Configuration, KubeconfigUser User)
{
    /// <summary>Adds the fields to a configuration that KubernetesClient does not read.</summary>
    /// <param name="files">The files, the first of which counts.</param>
    /// <param name="configuration">The configuration.</param>
    /// <param name="cluster">The name of the cluster; null for none.</param>
    /// <param name="user">The name of the user; null for none.</param>
    public static KubeconfigContext Create(KubeconfigFile[] files, KubernetesClientConfiguration configuration, string? cluster, string? user)
    {
        if (FindProxy(files, cluster) is { } proxy)
        {
            configuration.FirstMessageHandlerSetup = handler => (handler.Proxy, handler.UseProxy) = (new WebProxy(proxy), true);
        }

        var found = user is null ? null : files.Select(file => file.FindUser(user)).FirstOrDefault(static found => found is not null);
        var rest = found ?? new KubeconfigUser();
        if (rest.TokenFile is { } token)
        {
            (configuration.AccessToken, configuration.TokenProvider) = (null, new TokenFileAuth(token));
        }

        return new KubeconfigContext(configuration, rest);
    }

    private static Uri? FindProxy(KubeconfigFile[] files, string? cluster)
    {
        var text = cluster is null ? null : files.Select(file => file.FindProxy(cluster)).FirstOrDefault(static found => found is not null);
        if (string.IsNullOrEmpty(text))
        {
            return null;
        }

        return Uri.TryCreate(text, UriKind.Absolute, out var proxy) && proxy.Scheme is ("http" or "https" or "socks5")
            ? proxy
            : throw new KubeConfigException($"The proxy-url of the cluster \"{cluster}\" is no address of a proxy: it begins with http, https or socks5.");
    }
}
