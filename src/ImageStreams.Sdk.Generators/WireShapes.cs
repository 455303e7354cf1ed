using Microsoft.CodeAnalysis;

namespace ImageStreams.Generators;

/// <summary>Finds the shape of a property from its type.</summary>
internal static class WireShapes
{
    public static WireShape GetShape(IPropertySymbol property, bool omitEmpty)
    {
        var (type, nullable) = Unwrap(property.Type);
        var argument = type.TypeArguments.Length > 0 ? type.TypeArguments[0] : null;
        return (type.Name, nullable) switch
        {
            ("String", false) => WireShape.String,
            ("String", true) => omitEmpty ? WireShape.OmittedString : WireShape.NullableString,
            ("Boolean", false) => WireShape.Bool,
            ("Boolean", true) => WireShape.NullableBool,
            ("Int32", false) => WireShape.Int32,
            ("Int64", false) => WireShape.Int64,
            ("Int64", true) => WireShape.NullableInt64,
            ("Timestamp", false) => WireShape.Time,
            ("Timestamp", true) => WireShape.NullableTime,
            ("PullSpecText", false) => WireShape.PullSpec,
            ("RawJson", false) => omitEmpty ? WireShape.NullableRaw : WireShape.Raw,
            ("KeyedList", false) => WireShape.Keyed,
            ("ValueMap", false) => argument!.Name == "String" ? WireShape.StringMap : WireShape.ObjectMap,
            ("ValueList", false) => FromItem(argument!),
            (_, false) when type.IsValueType => WireShape.Text,
            (_, var isNullable) when type.IsReferenceType => isNullable ? WireShape.NullableObject : WireShape.Object,
            _ => throw new NotSupportedException($"{property.ToDisplayString()}: no wire shape for {property.Type}"),
        };
    }

    private static WireShape FromItem(ITypeSymbol item) => item.Name switch
    {
        "String" => WireShape.Strings,
        "Byte" => WireShape.Bytes,
        "ValueList" => WireShape.ByteLists,
        _ => WireShape.List,
    };

    private static (INamedTypeSymbol Type, bool Nullable) Unwrap(ITypeSymbol type)
    {
        var named = (INamedTypeSymbol)type;
        return named.OriginalDefinition.SpecialType == SpecialType.System_Nullable_T
            ? ((INamedTypeSymbol)named.TypeArguments[0], true)
            : (named, named.NullableAnnotation == NullableAnnotation.Annotated);
    }
}
