using Microsoft.CodeAnalysis;

namespace ImageStreams.Generators;

/// <summary>The facts of a field's schema that its attribute tells, and the type of the object in it.</summary>
internal readonly struct SchemaFacts : IEquatable<SchemaFacts>
{
    private SchemaFacts(IPropertySymbol property, AttributeData attribute)
    {
        Element = FindElement((INamedTypeSymbol)property.Type);
        Optional = Get(attribute, "Optional") is true;
        HasDefault = Get(attribute, "HasDefault") is true;
        Undocumented = Get(attribute, "Undocumented") is true;
        IsReplaced = Get(attribute, "IsReplaced") is true;
        ListType = (string?)Get(attribute, "ListType");
        MergeKey = (string?)Get(attribute, "MergeKey");
        Description = DocSummary.Read(property);
    }

    /// <summary>The record in the field, in its list or in its map, fully qualified; null for none.</summary>
    public string? Element { get; }

    /// <summary>True when the field is not required, although it is always written.</summary>
    public bool Optional { get; }

    /// <summary>True when there is a default, although the field is omitted when empty.</summary>
    public bool HasDefault { get; }

    /// <summary>True when the schema does not have the field.</summary>
    public bool Undocumented { get; }

    /// <summary>True when patches replace the value.</summary>
    public bool IsReplaced { get; }

    /// <summary>The list type that the schema names; null for none.</summary>
    public string? ListType { get; }

    /// <summary>The key of the list; null for none.</summary>
    public string? MergeKey { get; }

    /// <summary>The description of the field; null for none.</summary>
    public string? Description { get; }

    public static SchemaFacts From(IPropertySymbol property, AttributeData attribute) => new(property, attribute);

    /// <summary>Gets a named argument of an attribute; null when it is absent.</summary>
    public static object? Get(AttributeData attribute, string name) =>
        attribute.NamedArguments.FirstOrDefault(argument => argument.Key == name).Value.Value;

    public bool Equals(SchemaFacts other) =>
        (Element, Optional, HasDefault, Undocumented, IsReplaced, ListType, MergeKey, Description)
        == (other.Element, other.Optional, other.HasDefault, other.Undocumented, other.IsReplaced, other.ListType, other.MergeKey, other.Description);

    public override bool Equals(object? obj) => obj is SchemaFacts other && Equals(other);

    public override int GetHashCode() => Element?.GetHashCode() ?? 0;

    private static string? FindElement(INamedTypeSymbol type)
    {
        var element = type.TypeArguments.Length > 0 ? type.TypeArguments[0] : type;
        return element.IsRecord
            ? element.WithNullableAnnotation(NullableAnnotation.None).ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat)
            : null;
    }
}
