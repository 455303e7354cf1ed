using ImageStreams.AspNetCore;
using ImageStreams.Collections;
using ImageStreams.Schemas;

namespace ImageStreams.Testing.Server;

/// <summary>A kind of objects that a <see cref="FakeCluster"/> keeps as JSON and serves: one row of its table of kinds.</summary>
/// <remarks>Immutable; safe to share between clusters.</remarks>
public sealed record ClusterKind
{
    /// <summary>The names of the resource, its verbs, its subresources and its columns. A subresource <c>status</c> is served as in
    /// Kubernetes: only it changes the status.</summary>
    public required ResourceDefinition Definition { get; init; }

    /// <summary>The fields of the objects, by which they are checked, merged and owned; null, the default, for a kind whose
    /// <c>spec</c>, <c>status</c> and <c>data</c> are any JSON.</summary>
    public ObjectSchema? Schema { get; init; }

    /// <summary>Gets a value indicating whether <c>metadata.generation</c> counts the changes of all but metadata and status; true by
    /// default.</summary>
    public bool CountsGenerations { get; init; } = true;

    /// <summary>Gets a value indicating whether the kind is that of a custom resource, which strategic merge patches do not know;
    /// false by default.</summary>
    public bool IsCustomResource { get; init; }

    /// <summary>Gets a value indicating whether an update must name the version that it replaces; false by default.</summary>
    public bool RequiresVersion { get; init; }

    /// <summary>The paths of the fields that field selectors may name beside the name and the namespace, such as
    /// <c>status.phase</c>; none by default.</summary>
    public ValueList<string> SelectableFields { get; init; }

    /// <summary>The sentence that every answer has as a warning, such as that the kind is deprecated; null, the default, for
    /// none.</summary>
    public string? Warning { get; init; }

    /// <summary>The rules beyond the schema.</summary>
    internal KindRules Rules { get; init; } = KindRules.None;

    /// <summary>The form in which the kind serves the objects of another resource; null for objects of its own.</summary>
    internal ObjectForm? Form { get; init; }

    /// <summary>The kind as the served API keeps its objects.</summary>
    internal ObjectKind ToObjectKind() => new()
    {
        Definition = Definition with { IsCustomResource = IsCustomResource },
        Schema = Schema,
        CountsGenerations = CountsGenerations,
        IsCustomResource = IsCustomResource,
        RequiresVersion = RequiresVersion,
        SelectableFields = SelectableFields,
        Warning = Warning,
        Rules = Rules,
    };

    /// <summary>Returns the name of the resource with its group.</summary>
    public override string ToString() => Definition.QualifiedName;
}
