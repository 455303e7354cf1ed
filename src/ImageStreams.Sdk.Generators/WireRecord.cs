using Microsoft.CodeAnalysis;

namespace ImageStreams.Generators;

/// <summary>A record to generate code for; compares by content, so that unchanged ones are not generated again.</summary>
internal sealed class WireRecord : IEquatable<WireRecord>
{
    private WireRecord(
        string name,
        string space,
        string? container,
        bool hasKind,
        string? definition,
        bool isAtomic,
        string? description,
        IReadOnlyList<WireField> fields)
    {
        Description = description;
        HasKind = hasKind;
        Definition = definition;
        IsAtomic = isAtomic;
        Name = name;
        Namespace = space;
        Container = container;
        Fields = fields;
    }

    public string Name { get; }

    public string Namespace { get; }

    /// <summary>Gets a value indicating whether the record is an API object, with constants for its kind and version.</summary>
    public bool HasKind { get; }

    /// <summary>The name of the definition in OpenAPI documents; null for a record without a schema.</summary>
    public string? Definition { get; }

    /// <summary>Gets a value indicating whether the object has one owner.</summary>
    public bool IsAtomic { get; }

    /// <summary>The description of the object; null for none.</summary>
    public string? Description { get; }

    /// <summary>The declaration of the type that the record is nested in, such as <c>class Outer</c>; null for none.</summary>
    public string? Container { get; }

    /// <summary>The record's name within its namespace, for the name of its source file.</summary>
    public string HintName => Container is null ? Name : $"{Container.Substring(Container.IndexOf(' ') + 1)}.{Name}";

    /// <summary>The fields in the order of the JSON: those of base records first.</summary>
    public IReadOnlyList<WireField> Fields { get; }

    public static WireRecord From(INamedTypeSymbol type, AttributeData attribute) => new(
        type.Name,
        type.ContainingNamespace.ToDisplayString(),
        type.ContainingType is { } container ? $"{(container.IsRecord ? "record" : "class")} {container.Name}" : null,
        type.GetMembers("KindName").OfType<IFieldSymbol>().Any(),
        (string?)SchemaFacts.Get(attribute, "Definition"),
        SchemaFacts.Get(attribute, "IsAtomic") is true,
        DocSummary.Read(type),
        WithBases(type)
            .Reverse()
            .SelectMany(level => level.GetMembers().OfType<IPropertySymbol>())
            .Select(WireField.From)
            .OfType<WireField>()
            .ToList());

    public bool Equals(WireRecord? other) =>
        other is not null
        && Name == other.Name
        && Namespace == other.Namespace
        && Container == other.Container
        && HasKind == other.HasKind
        && Definition == other.Definition
        && IsAtomic == other.IsAtomic
        && Description == other.Description
        && Fields.SequenceEqual(other.Fields);

    public override bool Equals(object? obj) => Equals(obj as WireRecord);

    public override int GetHashCode() => Name.GetHashCode();

    private static IEnumerable<INamedTypeSymbol> WithBases(INamedTypeSymbol type)
    {
        for (INamedTypeSymbol? level = type; level is not null; level = level.BaseType)
        {
            yield return level;
        }
    }
}
