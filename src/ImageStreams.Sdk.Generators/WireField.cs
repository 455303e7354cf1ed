using Microsoft.CodeAnalysis;

namespace ImageStreams.Generators;

/// <summary>A property with a <c>[WireField]</c>, and the shape of its JSON.</summary>
internal sealed class WireField : IEquatable<WireField>
{
    private const string Marker = "WireFieldAttribute";

    private WireField(string property, string name, bool omitEmpty, string type, WireShape shape, SchemaFacts schema)
    {
        Property = property;
        Name = name;
        OmitEmpty = omitEmpty;
        Type = type;
        Shape = shape;
        Schema = schema;
    }

    /// <summary>The property's name.</summary>
    public string Property { get; }

    /// <summary>The name in JSON.</summary>
    public string Name { get; }

    public bool OmitEmpty { get; }

    /// <summary>The property's type, fully qualified.</summary>
    public string Type { get; }

    public WireShape Shape { get; }

    /// <summary>The facts for its schema that the type does not tell.</summary>
    public SchemaFacts Schema { get; }

    /// <summary>Returns the field of a property, or null when the property has none.</summary>
    public static WireField? From(IPropertySymbol property)
    {
        var attribute = property.GetAttributes().FirstOrDefault(a => a.AttributeClass?.Name == Marker);
        if (attribute is null)
        {
            return null;
        }

        var omitEmpty = Has(attribute, "OmitEmpty");
        var shape = Has(attribute, "RepeatsDigest") ? WireShape.Digest : WireShapes.GetShape(property, omitEmpty);
        var type = property.Type.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat.AddMiscellaneousOptions(
            SymbolDisplayMiscellaneousOptions.IncludeNullableReferenceTypeModifier));
        var name = (string)attribute.ConstructorArguments[0].Value!;
        return new WireField(property.Name, name, omitEmpty, type, shape, SchemaFacts.From(property, attribute));
    }

    private static bool Has(AttributeData attribute, string flag) =>
        attribute.NamedArguments.Any(argument => argument.Key == flag && argument.Value.Value is true);

    public bool Equals(WireField? other) =>
        other is not null
        && (Property, Name, OmitEmpty, Type, Shape) == (other.Property, other.Name, other.OmitEmpty, other.Type, other.Shape)
        && Schema.Equals(other.Schema);

    public override bool Equals(object? obj) => Equals(obj as WireField);

    public override int GetHashCode() => Property.GetHashCode();
}
