using System.Net;
using k8s;
using k8s.Exceptions;
using k8s.KubeConfigModels;

namespace ImageStreams.Kubernetes;

/// <summary>Reads kubeconfigs as kubectl does: all files of <c>KUBECONFIG</c>, with the proxies of their clusters.</summary>
internal static class KubeconfigFiles
{
    private const string Variable = "KUBECONFIG";

    /// <summary>Reads the configuration of a context.</summary>
    /// <param name="path">The file; null for those of <c>KUBECONFIG</c>, or <c>~/.kube/config</c>.</param>
    /// <param name="context">The context; null for the current one.</param>
    /// <exception cref="KubeConfigException">The file cannot be used.</exception>
    public static KubernetesClientConfiguration Read(string? path, string? context)
    {
        var files = Find(path);
        var content = files.Select(static file => KubernetesClientConfiguration.LoadKubeConfig(file)).Aggregate(Merge);
        var configuration = KubernetesClientConfiguration.BuildConfigFromConfigObject(content, context);
        if (FindProxy(files, content, context) is { } proxy)
        {
            configuration.FirstMessageHandlerSetup = handler => (handler.Proxy, handler.UseProxy) = (new WebProxy(proxy), true);
        }

        return configuration;
    }

    private static FileInfo[] Find(string? path)
    {
        var paths = path is null
            ? (Environment.GetEnvironmentVariable(Variable) ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
            : [path];
        var existing = paths.Select(static file => new FileInfo(file)).Where(file => path is not null || file.Exists).ToArray();
        return existing.Length > 0 ? existing : [new FileInfo(KubernetesClientConfiguration.KubeConfigDefaultLocation)];
    }

    // What comes first counts; paths in a file are read from the folder of the first one.
    private static K8SConfiguration Merge(K8SConfiguration first, K8SConfiguration next)
    {
        first.CurrentContext = string.IsNullOrEmpty(first.CurrentContext) ? next.CurrentContext : first.CurrentContext;
        first.Clusters = [.. first.Clusters ?? [], .. next.Clusters ?? []];
        first.Contexts = [.. first.Contexts ?? [], .. next.Contexts ?? []];
        first.Users = [.. first.Users ?? [], .. next.Users ?? []];
        return first;
    }

    // KubernetesClient does not know of them.
    private static Uri? FindProxy(FileInfo[] files, K8SConfiguration content, string? context)
    {
        var name = context ?? content.CurrentContext;
        var cluster = content.Contexts?.FirstOrDefault(entry => entry.Name == name)?.ContextDetails?.Cluster;
        var text = cluster is null ? null : files.Select(file => KubeconfigProxies.Find(file, cluster)).FirstOrDefault(static found => found is not null);
        if (string.IsNullOrEmpty(text))
        {
            return null;
        }

        return Uri.TryCreate(text, UriKind.Absolute, out var proxy) && proxy.Scheme is ("http" or "https" or "socks5")
            ? proxy
            : throw new KubeConfigException($"The proxy-url of the cluster \"{cluster}\" is no address of a proxy: it begins with http, https or socks5.");
    }
}
