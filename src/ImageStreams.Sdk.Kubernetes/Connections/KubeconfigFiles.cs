using k8s;
using k8s.Exceptions;
using k8s.KubeConfigModels;

namespace ImageStreams.Kubernetes;

/// <summary>Reads kubeconfigs as kubectl does: all files of <c>KUBECONFIG</c>, with proxies, token files and impersonated users.</summary>
internal static class KubeconfigFiles
{
    private const string Variable = "KUBECONFIG";

    /// <summary>Reads a context.</summary>
    /// <param name="path">The file; null for those of <c>KUBECONFIG</c>, or <c>~/.kube/config</c>.</param>
    /// <param name="context">The context; null for the current one.</param>
    /// <exception cref="KubeConfigException">The file cannot be used.</exception>
    public static KubeconfigContext Read(string? path, string? context) => Read(Find(path), context);

    /// <summary>Reads a context of several files.</summary>
    /// <exception cref="KubeConfigException">A file cannot be used.</exception>
    public static KubeconfigContext Read(IEnumerable<FileInfo> paths, string? context)
    {
        KubeconfigFile[] files = [.. paths.Select(KubeconfigFile.Read)];
        var content = files.Select(static file => file.Load()).Aggregate(Merge);
        var configuration = KubernetesClientConfiguration.BuildConfigFromConfigObject(content, context);
        var name = context ?? content.CurrentContext;
        var details = content.Contexts?.FirstOrDefault(entry => entry.Name == name)?.ContextDetails;
        return KubeconfigContext.Create(files, configuration, details?.Cluster, details?.User);
    }

    private static FileInfo[] Find(string? path)
    {
        var paths = path is null
            ? (Environment.GetEnvironmentVariable(Variable) ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
            : [path];
        var existing = paths.Select(static file => new FileInfo(file)).Where(file => path is not null || file.Exists).ToArray();
        return existing.Length > 0 ? existing : [new FileInfo(KubernetesClientConfiguration.KubeConfigDefaultLocation)];
    }

    // The first entry of a name counts.
    private static K8SConfiguration Merge(K8SConfiguration first, K8SConfiguration next)
    {
        first.CurrentContext = string.IsNullOrEmpty(first.CurrentContext) ? next.CurrentContext : first.CurrentContext;
        first.Clusters = [.. first.Clusters ?? [], .. next.Clusters ?? []];
        first.Contexts = [.. first.Contexts ?? [], .. next.Contexts ?? []];
        first.Users = [.. first.Users ?? [], .. next.Users ?? []];
        return first;
    }
}
