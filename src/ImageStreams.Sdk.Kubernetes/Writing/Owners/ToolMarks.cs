using ImageStreams.Collections;

namespace ImageStreams.Kubernetes;

/// <summary>The labels, annotations and references by which tools mark the objects that they manage.</summary>
internal sealed record ToolMarks
{
    public const string LastApplied = "kubectl.kubernetes.io/last-applied-configuration";

    private const string Flux = "kustomize.toolkit.fluxcd.io";
    private const string FluxHelm = "helm.toolkit.fluxcd.io";
    private const string Olm = "olm.owner";

    /// <summary>The Application of Argo CD, with its namespace where it is in another one than Argo CD; null for none.</summary>
    public string? Application { get; private init; }

    /// <summary>The Kustomization of Flux; null for none.</summary>
    public string? Kustomization { get; private init; }

    /// <summary>The HelmRelease of Flux; null for none.</summary>
    public string? HelmRelease { get; private init; }

    /// <summary>The release of Helm; null for none.</summary>
    public string? Release { get; private init; }

    /// <summary>The object that controls this one; null for none.</summary>
    public OwnerReference? Controller { get; private init; }

    /// <summary>The ClusterServiceVersion of an operator's own objects; null for none.</summary>
    public string? ClusterServiceVersion { get; private init; }

    /// <summary>Gets a value indicating whether Flux only creates the object, or leaves it alone.</summary>
    public bool IsLeftAloneByFlux { get; private init; }

    /// <summary>Gets a value indicating whether OpenShift's image trigger controller reads the object.</summary>
    public bool HasTriggers { get; private init; }

    public static ToolMarks Read(ClusterObject value)
    {
        var (labels, annotations) = (value.Metadata.Labels, value.Metadata.Annotations);
        return new ToolMarks
        {
            Application = FindApplication(value),
            Kustomization = FindName(labels, Flux),
            HelmRelease = FindName(labels, FluxHelm),
            Release = FindRelease(annotations),
            Controller = value.Metadata.OwnerReferences.FirstOrDefault(owner => owner.Controller == true),
            ClusterServiceVersion = Find(labels, Olm),
            IsLeftAloneByFlux = Find(annotations, $"{Flux}/ssa") is "IfNotPresent" or "Ignore" || Find(annotations, $"{Flux}/reconcile") == "disabled",
            HasTriggers = Find(annotations, Workloads.ObjectFieldTrigger.AnnotationName) is not null,
        };
    }

    public static string? Find(ValueMap<string> map, string name) => map.GetValueOrDefault(name);

    private static string? FindName(ValueMap<string> labels, string group) => Find(labels, $"{group}/name") is { } name
        ? Join(Find(labels, $"{group}/namespace"), name)
        : null;

    private static string? FindRelease(ValueMap<string> annotations) =>
        Find(annotations, "meta.helm.sh/release-name") is { Length: > 0 } name
            ? Join(Find(annotations, "meta.helm.sh/release-namespace"), name)
            : null;

    // A copy of an object keeps the annotation, which then names another one, and Argo CD leaves the copy alone.
    private static string? FindApplication(ClusterObject value)
    {
        if (Find(value.Metadata.Annotations, "argocd.argoproj.io/tracking-id") is not { } id)
        {
            return Find(value.Metadata.Labels, "argocd.argoproj.io/instance");
        }

        var end = id.IndexOf(':', StringComparison.Ordinal);
        var isOfThis = end > 0 && id.EndsWith($":{value.Namespace}/{value.Name}", StringComparison.Ordinal);
        return isOfThis ? id[..end].Replace('_', '/') : null;
    }

    private static string Join(string? ns, string name) => string.IsNullOrEmpty(ns) ? name : $"{ns}/{name}";
}
