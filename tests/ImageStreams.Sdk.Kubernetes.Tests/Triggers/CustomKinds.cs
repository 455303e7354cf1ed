using ImageStreams.Kubernetes;
using ImageStreams.Testing.Server;

namespace ImageStreams.Tests.Kubernetes;

/// <summary>Kinds of custom resources with pod templates: one like a Rollout of Argo, one like a Service of Knative.</summary>
internal static class CustomKinds
{
    public const string Rollouts = "/apis/argoproj.io/v1alpha1/namespaces/default/rollouts";
    public const string Services = "/apis/serving.knative.dev/v1/namespaces/default/services";

    public static ClusterWorkloadKind Rollout => new() { Group = "argoproj.io", Version = "v1alpha1", Plural = "rollouts", Kind = "Rollout" };

    public static ClusterWorkloadKind Service => new() { Group = "serving.knative.dev", Version = "v1", Plural = "services", Kind = "Service" };

    /// <summary>Lets a cluster serve them, without schemas, as CRDs that keep unknown fields do.</summary>
    public static void AddTo(FakeClusterOptions options)
    {
        options.Kinds.Add(Create(Rollout));
        options.Kinds.Add(Create(Service));
    }

    private static ClusterKind Create(ClusterWorkloadKind kind)
    {
        var deployments = ClusterKinds.All.First(static one => one.Definition.QualifiedName == "deployments.apps").Definition;
        return new ClusterKind
        {
            Definition = deployments with
            {
                Group = kind.Group,
                Version = kind.Version,
                Plural = kind.Plural,
                Singular = kind.Kind.ToLowerInvariant(),
                Kind = kind.Kind,
                ListKind = kind.Kind + "List",
                ShortNames = [],
                Columns = [],
            },
            IsCustomResource = true,
        };
    }
}
