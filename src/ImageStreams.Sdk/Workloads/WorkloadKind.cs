using System.Text;
using ImageStreams.Internal;

namespace ImageStreams.Workloads;

/// <summary>A kind of objects that run pods: where it keeps what it runs.</summary>
/// <remarks>
/// Those of Kubernetes and OpenShift are known; <see cref="Create"/> makes others, such as a Rollout of Argo, a Service of
/// Knative, or a resource of your own, for <see cref="WorkloadKinds"/>. Immutable.
/// </remarks>
public sealed class WorkloadKind
{
    /// <summary>The most fields that a path to a pod template may have.</summary>
    public const int MaxPathLength = 16;

    private const string Template = "spec.template.spec";

    private static readonly WorkloadKind[] KnownKinds =
    [
        new("Deployment", "apps/v1", Template, "paused") { IsWatched = true },
        new("Pod", "v1", "spec"),
        new("ReplicaSet", "apps/v1", Template),
        new("ReplicationController", "v1", Template) { MayLackTemplate = true },
        new("StatefulSet", "apps/v1", Template) { IsWatched = true },
        new("DaemonSet", "apps/v1", Template) { IsWatched = true },
        new("Job", "batch/v1", Template, "suspend"),
        new("CronJob", "batch/v1", "spec.jobTemplate.spec.template.spec", "suspend") { IsWatched = true },
        new(DeploymentConfig.KindName, DeploymentConfig.GroupVersion, DeploymentConfig.PodSpecPath, "paused") { MayLackTemplate = true },
        new("PodTemplate", "v1", "template.spec"),
    ];

    private WorkloadKind(string name, string apiVersion, string podSpecPath, string pauseField = "")
    {
        Name = name;
        ApiVersion = apiVersion;
        PodSpecPath = podSpecPath;
        PauseField = Encoding.UTF8.GetBytes(pauseField);
        Steps = [.. podSpecPath.Split('.').Select(Encoding.UTF8.GetBytes)];
    }

    /// <summary>The kind's name on the wire.</summary>
    public string Name { get; }

    /// <summary>The API group that the kind is of; null for any.</summary>
    public string? Group { get; private init; }

    /// <summary>Where the specification of its pods is, such as <c>spec.template.spec</c>.</summary>
    public string PodSpecPath { get; }

    /// <summary>Indicates whether somebody watches the trigger annotation of its objects and acts on it.</summary>
    /// <remarks>Of the known kinds OpenShift's controller watches Deployment, DaemonSet, StatefulSet and CronJob.</remarks>
    public bool IsWatched { get; private init; }

    /// <summary>The group and version that it usually comes in.</summary>
    internal string ApiVersion { get; }

    /// <summary>The path to the pods, field by field.</summary>
    internal byte[][] Steps { get; }

    /// <summary>The field of <c>spec</c> that holds the object back; empty when it has none.</summary>
    internal byte[] PauseField { get; }

    /// <summary>Indicates whether an object without a template for its pods runs none; those of other kinds have an empty one.</summary>
    internal bool MayLackTemplate { get; private init; }

    /// <summary>Names a kind that the library does not know, and where it keeps the template of its pods.</summary>
    /// <remarks>Its annotation counts as watched: whoever names the kind is there to act on it.</remarks>
    /// <param name="name">The kind's name on the wire, such as <c>Rollout</c>.</param>
    /// <param name="podTemplatePath">
    /// The fields that lead to the pod template, joined by dots, such as <c>spec.template</c>; it holds the <c>spec</c> of the
    /// pods. At most <see cref="MaxPathLength"/> fields of letters, digits, <c>-</c> and <c>_</c>.
    /// </param>
    /// <param name="group">The API group, such as <c>argoproj.io</c>; empty for the core group, null for any.</param>
    /// <param name="pauseField">
    /// A field beside the template's first step that, as <c>true</c>, holds the object back, such as <c>paused</c> in
    /// <c>spec</c>; null for none.
    /// </param>
    /// <exception cref="ArgumentException">A name is empty, or the path is none.</exception>
    public static WorkloadKind Create(
        string name, string podTemplatePath, string? group = null, string? pauseField = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        ArgumentException.ThrowIfNullOrEmpty(podTemplatePath);

        var steps = podTemplatePath.Split('.');
        if (steps.Length > MaxPathLength || !Array.TrueForAll(steps, IsField) || steps[0] is "metadata" or "kind" or "apiVersion")
        {
            throw new ArgumentException(
                $"'{PrintableText.Escape(podTemplatePath)}' does not lead to a pod template: it must be up to {MaxPathLength} names of "
                    + "fields, joined by dots, and begin in what is the object's own, such as spec.template.",
                nameof(podTemplatePath));
        }

        return new WorkloadKind(name, group ?? "", podTemplatePath + ".spec", pauseField ?? "") { Group = group, IsWatched = true };
    }

    /// <summary>Determines whether an object of a kind's name and a group with its version is of this kind.</summary>
    internal bool Matches(string name, string? apiVersion) => Name == name && (Group is null || Group == GetGroup(apiVersion ?? ""));

    /// <summary>The kind of a name, or null when it runs no pods that are known.</summary>
    internal static WorkloadKind? Find(ReadOnlySpan<byte> name)
    {
        foreach (var kind in KnownKinds)
        {
            if (Ascii.Equals(name, kind.Name))
            {
                return kind;
            }
        }

        return null;
    }

    private static bool IsField(string step) =>
        step.Length > 0 && step.All(character => char.IsAsciiLetterOrDigit(character) || character is '-' or '_');

    private static string GetGroup(string apiVersion) =>
        apiVersion.IndexOf('/', StringComparison.Ordinal) is var slash and >= 0 ? apiVersion[..slash] : "";
}
