using Microsoft.CodeAnalysis.CSharp;

namespace ImageStreams.Generators;

/// <summary>Writes the expressions that create the schemas of fields.</summary>
internal static class FieldSchemaSource
{
    /// <summary>Writes the expression for a field.</summary>
    public static string For(WireField field)
    {
        var facts = field.Schema;
        var required = field.OmitEmpty || facts.Optional ? "" : "IsRequired = true, ";
        var fallback = Default(field) is { } json ? $"DefaultJson = {Quote(json)}, " : "";
        var listType = facts.ListType is null ? "" : $"ListType = {Quote(facts.ListType)}, ";
        var replaced = facts.IsReplaced ? "IsReplaced = true, " : "";
        var description = facts.Description is null ? "" : $"Description = {Quote(facts.Description)}, ";
        return $"new StructField({Quote(field.Name)}, {Type(field)}) {{ {required}{fallback}{listType}{replaced}{description}}}";
    }

    private static string Type(WireField field) => field.Shape switch
    {
        WireShape.Bool or WireShape.NullableBool => "FieldSchema.Value.Bool",
        WireShape.Int32 => "FieldSchema.Value.Int32",
        WireShape.Int64 or WireShape.NullableInt64 => "FieldSchema.Value.Int64",
        WireShape.Time or WireShape.NullableTime => "FieldSchema.Value.Time",
        WireShape.Bytes => "FieldSchema.Value.Bytes",
        WireShape.Raw => "FieldSchema.Value.RawExtension",
        WireShape.NullableRaw => "FieldSchema.Value.FieldsV1",
        WireShape.Object or WireShape.NullableObject => $"{field.Schema.Element}.Schema",
        WireShape.StringMap => "FieldSchema.Map.Texts",
        WireShape.ObjectMap => $"new FieldSchema.Map({field.Schema.Element}.Schema)",
        WireShape.List or WireShape.Keyed or WireShape.Strings or WireShape.ByteLists => List(field),
        _ => "FieldSchema.Value.Text",
    };

    private static string List(WireField field)
    {
        var items = field.Shape switch
        {
            WireShape.Strings => "FieldSchema.Value.Text",
            WireShape.ByteLists => "FieldSchema.Value.Bytes",
            _ => $"{field.Schema.Element}.Schema",
        };
        return (field.Schema.MergeKey, field.Schema.ListType) switch
        {
            ({ } key, _) => $"FieldSchema.List.Keyed({items}, {Quote(key)})",
            (_, "set") => $"FieldSchema.List.Set({items})",
            _ => $"FieldSchema.List.Atomic({items})",
        };
    }

    /// <summary>The value of an absent field: the zero value of Go where the field is no pointer and is always written.</summary>
    private static string? Default(WireField field) => field.Shape switch
    {
        WireShape.Object => "{}",
        _ when field.OmitEmpty && !field.Schema.HasDefault => null,
        WireShape.String or WireShape.OmittedString or WireShape.Digest or WireShape.PullSpec or WireShape.Text => "\"\"",
        WireShape.Bool => "false",
        WireShape.Int32 or WireShape.Int64 => "0",
        _ => null,
    };

    /// <summary>Writes a text as a literal.</summary>
    public static string Quote(string text) => SymbolDisplay.FormatLiteral(text, quote: true);
}
