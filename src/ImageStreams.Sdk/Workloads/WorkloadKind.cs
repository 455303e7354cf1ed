using System.Text;
using ImageStreams.Internal;
using ImageStreams.Serialization;

namespace ImageStreams.Workloads;

/// <summary>A kind of objects that run pods, and the path of its pod template.</summary>
/// <remarks>
/// The kinds of Kubernetes and OpenShift are known; <see cref="Create"/> creates others, such as a Rollout of Argo, a Service
/// of Knative, or a custom resource, for <see cref="WorkloadKinds"/>. Immutable.
/// </remarks>
public sealed class WorkloadKind
{
    /// <summary>The maximum number of fields in the path of a pod template.</summary>
    public const int MaxPathLength = 16;

    internal WorkloadKind(string name, string apiVersion, string podSpecPath, string pauseField = "")
    {
        Name = name;
        ApiVersion = apiVersion;
        PodSpecPath = podSpecPath;
        PauseField = Encoding.UTF8.GetBytes(pauseField);
        Steps = [.. podSpecPath.Split('.').Select(Encoding.UTF8.GetBytes)];
    }

    /// <summary>The value of <c>kind</c>.</summary>
    public string Name { get; }

    /// <summary>The API group of the kind; null for any.</summary>
    public string? Group { get; private init; }

    /// <summary>The path of the pod specification, such as <c>spec.template.spec</c>.</summary>
    public string PodSpecPath { get; }

    /// <summary>Gets a value indicating whether a controller watches the trigger annotation of its objects.</summary>
    /// <remarks>Of the known kinds, OpenShift's controller watches Deployment, DaemonSet, StatefulSet and CronJob.</remarks>
    public bool IsWatched { get; internal init; }

    /// <summary>The usual value of <c>apiVersion</c>.</summary>
    internal string ApiVersion { get; }

    /// <summary>The path of the pod specification, field by field.</summary>
    internal byte[][] Steps { get; }

    /// <summary>Gets a value indicating whether <c>null</c> unsets the field that pauses the object.</summary>
    internal bool IsPauseOptional { get; init; }

    /// <summary>The field of <c>spec</c> that pauses the object; empty when there is none.</summary>
    private byte[] PauseField { get; }

    /// <summary>
    /// Gets a value indicating whether an object without a pod template runs no pods; an object of another kind has an
    /// empty template.
    /// </summary>
    internal bool MayLackTemplate { get; init; }

    /// <summary>Creates a kind that the library does not know.</summary>
    /// <remarks>Its annotation is treated as watched, because the code that adds a kind handles its objects.</remarks>
    /// <param name="name">The value of <c>kind</c>, such as <c>Rollout</c>.</param>
    /// <param name="podTemplatePath">
    /// The path of the pod template, which has the <c>spec</c> of the pods: fields joined by dots, such as
    /// <c>spec.template</c>. At most <see cref="MaxPathLength"/> fields of letters, digits, <c>-</c> and <c>_</c>.
    /// </param>
    /// <param name="group">The API group, such as <c>argoproj.io</c>; empty for the core group, null for any.</param>
    /// <param name="pauseField">
    /// A field beside the template's first step that pauses the object with the value <c>true</c>, such as <c>paused</c> in
    /// <c>spec</c>; null for none.
    /// </param>
    /// <returns>The kind.</returns>
    /// <exception cref="ArgumentNullException">
    /// <paramref name="name"/> or <paramref name="podTemplatePath"/> is null.
    /// </exception>
    /// <exception cref="ArgumentException">A name is empty, or the path does not lead to a pod template.</exception>
    public static WorkloadKind Create(
        string name, string podTemplatePath, string? group = null, string? pauseField = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        ArgumentException.ThrowIfNullOrEmpty(podTemplatePath);
        var steps = podTemplatePath.Split('.');
        if (steps.Length > MaxPathLength || !Array.TrueForAll(steps, IsField) || steps[0] is "metadata" or "kind" or "apiVersion")
        {
            throw new ArgumentException(
                $"'{PrintableText.Escape(podTemplatePath)}' does not lead to a pod template: it must be up to {MaxPathLength} "
                    + "names of fields, joined by dots, and begin with a field of the object's own, such as spec.template.",
                nameof(podTemplatePath));
        }

        return new WorkloadKind(name, group ?? "", podTemplatePath + ".spec", pauseField ?? "")
        {
            Group = group,
            IsWatched = true,
        };
    }

    /// <summary>Returns the kind and the group.</summary>
    public override string ToString() => string.IsNullOrEmpty(Group) ? Name : $"{Name}.{Group}";

    /// <summary>Determines whether an object with a kind and an API version is of this kind.</summary>
    internal bool Matches(string? name, string? apiVersion) =>
        Name == name && (Group is null || Group == WireType.GetGroup(apiVersion ?? ""));

    /// <summary>
    /// Determines whether an API version is one of this kind: of its group, of the core group or of none, or of the group in
    /// which Kubernetes once had it.
    /// </summary>
    internal bool AcceptsVersion(string? apiVersion)
    {
        var group = WireType.GetGroup(apiVersion ?? "");
        return Group is not null || ApiVersion.Length == 0 || group.Length == 0
            || group == WireType.GetGroup(ApiVersion) || (group == "extensions" && ApiVersion == "apps/v1");
    }

    /// <summary>Determines whether a field of <c>spec</c> pauses the object.</summary>
    internal bool IsPauseField(ReadOnlySpan<byte> name) => PauseField is not [] && name.SequenceEqual(PauseField);

    private static bool IsField(string step) =>
        step.Length > 0 && step.All(character => char.IsAsciiLetterOrDigit(character) || character is '-' or '_');
}
