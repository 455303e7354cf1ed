using ImageStreams.Workloads;

namespace ImageStreams.Kubernetes;

/// <summary>A kind of objects with a pod template beside those of Kubernetes and OpenShift, such as a Rollout of Argo or a Service of
/// Knative, whose trigger annotation is followed.</summary>
/// <remarks>All properties bind from configuration.</remarks>
/// <example><code>
/// options.Kinds.Add(new ClusterWorkloadKind { Group = "argoproj.io", Version = "v1alpha1", Plural = "rollouts", Kind = "Rollout" });
/// </code></example>
public sealed class ClusterWorkloadKind
{
    /// <summary>The default of <see cref="PodTemplatePath"/>: <c>spec.template</c>.</summary>
    public const string DefaultPodTemplatePath = "spec.template";

    /// <summary>The API group, such as <c>argoproj.io</c>; required.</summary>
    public string Group { get; set; } = "";

    /// <summary>The version, such as <c>v1alpha1</c>; required.</summary>
    public string Version { get; set; } = "";

    /// <summary>The plural in the paths of the API, such as <c>rollouts</c>; required.</summary>
    public string Plural { get; set; } = "";

    /// <summary>The value of <c>kind</c>, such as <c>Rollout</c>; required, and not that of a kind that is followed anyway.</summary>
    public string Kind { get; set; } = "";

    /// <summary>The path of the pod template, with fields joined by dots, as in <see cref="WorkloadKind.Create"/>; <c>spec.template</c>
    /// by default.</summary>
    public string PodTemplatePath { get; set; } = DefaultPodTemplatePath;

    /// <summary>Returns the name of the resource with its group, such as <c>rollouts.argoproj.io</c>.</summary>
    public override string ToString() => $"{Plural}.{Group}";

    internal IEnumerable<string> Validate()
    {
        if (string.IsNullOrEmpty(Group) || string.IsNullOrEmpty(Version) || string.IsNullOrEmpty(Plural) || string.IsNullOrEmpty(Kind))
        {
            yield return $"A kind has the group '{Group}', the version '{Version}', the plural '{Plural}' and the kind '{Kind}'; all four are required.";
        }
        else if (FindPathProblem() is { } problem)
        {
            yield return $"The pod template of {this}: {problem}";
        }
    }

    internal WorkloadKind ToWorkloadKind() => WorkloadKind.Create(Kind, PodTemplatePath, Group);

    private string? FindPathProblem()
    {
        try
        {
            ToWorkloadKind();
            return null;
        }
        catch (ArgumentException e)
        {
            return e.Message;
        }
    }
}
