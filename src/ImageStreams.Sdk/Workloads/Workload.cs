using System.Text;
using ImageStreams.Collections;

namespace ImageStreams.Workloads;

/// <summary>An object that runs pods, as Kubernetes JSON: its containers, and the annotations that change them.</summary>
/// <remarks>
/// <para>A Pod, PodTemplate, ReplicationController, ReplicaSet, Deployment, DaemonSet, StatefulSet, Job, CronJob or
/// DeploymentConfig, of any version. The text is read once and kept, so that fields unknown to this type are kept byte
/// for byte.</para>
/// <para>Compares by that text. Immutable; safe to share between threads.</para>
/// </remarks>
public sealed partial class Workload : IEquatable<Workload>
{
    private readonly WorkloadKind _kind;
    private readonly WorkloadText _text;
    private ValueMap<string> _annotations;
    private ValueMap<string> _templateAnnotations;
    private ValueList<ObjectFieldTrigger> _triggers;

    private Workload(WorkloadKind kind, WorkloadText text)
    {
        _kind = kind;
        _text = text;
    }

    /// <summary>The <c>kind</c>, such as <c>Deployment</c>.</summary>
    public string Kind => _kind.Name;

    /// <summary>The <c>apiVersion</c>, such as <c>apps/v1</c>; null when the object has none.</summary>
    public string? ApiVersion { get; private init; }

    /// <summary>The namespace; null when the object has none.</summary>
    public string? Namespace { get; private init; }

    /// <summary>The name; null when the object has none, such as a pod template.</summary>
    public string? Name { get; private init; }

    /// <summary>Gets a value indicating whether another object controls this one and would undo changes of it.</summary>
    public bool HasController { get; private init; }

    /// <summary>
    /// Gets a value indicating whether the object is paused: a Deployment or DeploymentConfig that is paused, a Job or
    /// CronJob that is suspended.
    /// </summary>
    public bool IsPaused { get; private init; }

    /// <summary>The path of the pod specification, such as <c>spec.template.spec</c>.</summary>
    public string PodSpecPath => _kind.PodSpecPath;

    /// <summary>The containers of the pods in their order, init containers first.</summary>
    public ValueList<WorkloadContainer> Containers { get; private init; }

    /// <summary>The annotations; decoded when they are first requested.</summary>
    public ValueMap<string> Annotations =>
        _annotations.IsNull ? _annotations = Decode(_text.Annotations) : _annotations;

    /// <summary>
    /// The annotations of the pod template; empty for a pod, whose annotations are its own.
    /// </summary>
    public ValueMap<string> TemplateAnnotations =>
        _templateAnnotations.IsNull ? _templateAnnotations = Decode(_text.TemplateAnnotations) : _templateAnnotations;

    /// <summary>The JSON as UTF-8 text, white space included.</summary>
    public ReadOnlySpan<byte> Utf8 => _text.Json;

    /// <summary>The number of init containers.</summary>
    internal int InitCount { get; private init; }

    /// <summary>Gets a value indicating whether the object has a pod template, or is of a kind that always runs pods.</summary>
    internal bool HasPods { get; private init; }

    /// <summary>Gets a value indicating whether the trigger annotation is watched on objects of this kind.</summary>
    internal bool IsWatched => _kind.IsWatched;

    /// <summary>The triggers in the trigger annotation; read when they are first requested, and cached.</summary>
    /// <exception cref="TriggerAnnotationException">The annotation cannot be used.</exception>
    internal ValueList<ObjectFieldTrigger> Triggers =>
        _triggers.IsNull ? _triggers = ReadTriggers() : _triggers;

    /// <summary>Finds the value of one annotation; the others are not decoded.</summary>
    /// <param name="name">The annotation's name.</param>
    /// <returns>The value; null when the object does not have the annotation.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="name"/> is null.</exception>
    public string? FindAnnotation(string name) => Find(_text.Annotations, name);

    /// <summary>Finds the value of one annotation of the pod template.</summary>
    /// <param name="name">The annotation's name.</param>
    /// <returns>The value; null when the pod template does not have the annotation.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="name"/> is null.</exception>
    public string? FindTemplateAnnotation(string name) => Find(_text.TemplateAnnotations, name);

    /// <summary>Converts the object to JSON without white space between its tokens.</summary>
    public RawJson ToRawJson() => RawJson.FromValid(Utf8);

    /// <inheritdoc/>
    public bool Equals(Workload? other) => other is not null && Utf8.SequenceEqual(other.Utf8);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as Workload);

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        var hash = default(HashCode);
        hash.AddBytes(Utf8);
        return hash.ToHashCode();
    }

    /// <summary>Converts the object to its JSON text, white space included.</summary>
    public string ToJson() => Encoding.UTF8.GetString(Utf8);

    /// <summary>Returns the kind and the full name, such as <c>Deployment shop/web</c>.</summary>
    public override string ToString() => string.IsNullOrEmpty(Namespace) ? $"{Kind} {Name}" : $"{Kind} {Namespace}/{Name}";
}
