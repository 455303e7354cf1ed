using ImageStreams.Collections;
using ImageStreams.Schemas;

namespace ImageStreams.AspNetCore;

/// <summary>A kind of objects that a <see cref="StoredResource"/> keeps as JSON.</summary>
internal sealed record ObjectKind
{
    /// <summary>The names of the resource, its verbs, its subresources and its columns.</summary>
    public required ResourceDefinition Definition { get; init; }

    /// <summary>The fields of the objects; without any, <c>spec</c>, <c>status</c> and <c>data</c> are any JSON.</summary>
    public ObjectSchema? Schema { get; init; }

    /// <summary>Gets a value indicating whether <c>metadata.generation</c> counts the changes of all but metadata and status.</summary>
    public bool CountsGenerations { get; init; } = true;

    /// <summary>Gets a value indicating whether strategic merge patches do not know the kind.</summary>
    public bool IsCustomResource { get; init; }

    /// <summary>Gets a value indicating whether an update must name the version that it replaces.</summary>
    public bool RequiresVersion { get; init; }

    /// <summary>The paths of the fields that field selectors may name beside the name and the namespace.</summary>
    public ValueList<string> SelectableFields { get; init; }

    /// <summary>The sentence that every answer has as a warning; null for none.</summary>
    public string? Warning { get; init; }

    /// <summary>The rules beyond the schema.</summary>
    public KindRules Rules { get; init; } = KindRules.None;

    /// <summary>The fields of the objects, also of a kind that names none.</summary>
    public ObjectSchema ActualSchema => Schema ?? OpenSchemas.Create(Definition);

    /// <summary>Gets a value indicating whether there is a subresource <c>status</c>.</summary>
    public bool HasStatus => Definition.Subresources.Any(static subresource => subresource.Name == "status");
}
