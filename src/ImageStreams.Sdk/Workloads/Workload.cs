using System.Text;
using ImageStreams.Collections;

namespace ImageStreams.Workloads;

/// <summary>An object that runs pods, as Kubernetes JSON: what it runs, and what says how that changes.</summary>
/// <remarks>
/// <para>A Pod, PodTemplate, ReplicationController, ReplicaSet, Deployment, DaemonSet, StatefulSet, Job, CronJob or
/// DeploymentConfig, of whatever version. The text is read once and kept as it is, so everything that this type does
/// not know survives byte for byte.</para>
/// <para>Compares by that text. Immutable; safe to share between threads.</para>
/// </remarks>
public sealed partial class Workload : IEquatable<Workload>
{
    private readonly WorkloadKind _kind;
    private readonly WorkloadText _text;
    private ValueMap<string> _annotations;
    private ValueMap<string> _templateAnnotations;
    private ValueList<ObjectFieldTrigger> _triggers;

    private Workload(WorkloadKind kind, WorkloadText text) => (_kind, _text) = (kind, text);

    /// <summary>The kind's name, such as <c>Deployment</c>.</summary>
    public string Kind => _kind.Name;

    /// <summary>The group and version, such as <c>apps/v1</c>; null when the object does not say.</summary>
    public string? ApiVersion { get; private init; }

    /// <summary>The namespace; null when the object does not say.</summary>
    public string? Namespace { get; private init; }

    /// <summary>The object's name; null when it has none, as in a template for pods.</summary>
    public string? Name { get; private init; }

    /// <summary>Indicates whether another object manages this one and would undo changes of it.</summary>
    public bool HasController { get; private init; }

    /// <summary>
    /// Indicates whether the object is held back: a Deployment or DeploymentConfig that is paused, a Job or CronJob that is
    /// suspended.
    /// </summary>
    public bool IsPaused { get; private init; }

    /// <summary>Where the specification of the pods is, such as <c>spec.template.spec</c>.</summary>
    public string PodSpecPath => _kind.PodSpecPath;

    /// <summary>The containers of the pods in their order, init containers first.</summary>
    public ValueList<WorkloadContainer> Containers { get; private init; }

    /// <summary>The annotations; decoded when they are asked for.</summary>
    public ValueMap<string> Annotations =>
        _annotations.IsNull ? _annotations = Decode(_text.Annotations) : _annotations;

    /// <summary>
    /// The annotations of the pods that the object makes; empty for a pod, whose annotations are its own.
    /// </summary>
    public ValueMap<string> TemplateAnnotations =>
        _templateAnnotations.IsNull ? _templateAnnotations = Decode(_text.TemplateAnnotations) : _templateAnnotations;

    /// <summary>The JSON as UTF-8 text, white space included.</summary>
    public ReadOnlySpan<byte> Utf8 => _text.Json;

    /// <summary>How many of the containers are init containers.</summary>
    internal int InitCount { get; private init; }

    /// <summary>Indicates whether the object says which pods it runs, or is of a kind that always does.</summary>
    internal bool HasPods { get; private init; }

    /// <summary>Indicates whether the trigger annotation is watched on objects of this kind.</summary>
    internal bool IsWatched => _kind.IsWatched;

    /// <summary>What the trigger annotation lists; read when it is asked for, and kept.</summary>
    /// <exception cref="TriggerAnnotationException">The annotation cannot be used.</exception>
    internal ValueList<ObjectFieldTrigger> Triggers =>
        _triggers.IsNull ? _triggers = ReadTriggers() : _triggers;

    /// <summary>The value of one annotation, or null; the others are not decoded.</summary>
    /// <param name="name">The annotation's name.</param>
    public string? FindAnnotation(string name) => Find(_text.Annotations, name);

    /// <summary>The value of one annotation of the pods that the object makes, or null.</summary>
    /// <param name="name">The annotation's name.</param>
    public string? FindTemplateAnnotation(string name) => Find(_text.TemplateAnnotations, name);

    /// <summary>The JSON without white space between its tokens.</summary>
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

    /// <summary>The JSON text, white space included.</summary>
    public override string ToString() => Encoding.UTF8.GetString(Utf8);

    private ValueList<ObjectFieldTrigger> ReadTriggers() =>
        FindAnnotation(ObjectFieldTrigger.AnnotationName) is { } text ? TriggerAnnotation.Parse(text) : [];

    private string? Find((JsonText Name, JsonText Value)[] annotations, string name)
    {
        ArgumentNullException.ThrowIfNull(name);

        Span<byte> buffer = stackalloc byte[256];
        var utf8 = Encoding.UTF8.TryGetBytes(name, buffer, out var length)
            ? buffer[..length]
            : Encoding.UTF8.GetBytes(name);
        for (var i = annotations.Length - 1; i >= 0; i--)
        {
            if (annotations[i].Name.IsEqualTo(utf8, Utf8))
            {
                return annotations[i].Value.Decode(Utf8);
            }
        }

        return null;
    }

    private ValueMap<string> Decode((JsonText Name, JsonText Value)[] annotations) => ValueMap.Create<string>(
        Array.ConvertAll(annotations, entry => KeyValuePair.Create(entry.Name.Decode(Utf8), entry.Value.Decode(Utf8))));
}
