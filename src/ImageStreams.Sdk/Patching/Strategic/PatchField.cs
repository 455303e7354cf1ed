using ImageStreams.Schemas;

namespace ImageStreams.Patching;

/// <summary>The type of a field that a strategic merge patch merges.</summary>
/// <param name="Schema">The type of its value.</param>
/// <param name="IsReplaced">True when an object is replaced instead of merged.</param>
internal readonly record struct PatchField(FieldSchema Schema, bool IsReplaced)
{
    /// <summary>Finds a field of an object.</summary>
    /// <exception cref="PatchException">The type has no such field.</exception>
    public static PatchField Find(FieldSchema schema, string name) => schema switch
    {
        FieldSchema.Struct type => FindIn(type, name),
        FieldSchema.Map map => new PatchField(map.Values, IsReplaced: false),
        FieldSchema.Value { Kind: ValueKind.Any } => new PatchField(schema, IsReplaced: false),
        _ => throw StrategicErrors.NoObjectType(GetGoKind(schema)),
    };

    /// <summary>Returns the type of a list; one that is replaced when the schema says nothing.</summary>
    /// <exception cref="PatchException">The field is no list.</exception>
    public FieldSchema.List RequireList() => Schema switch
    {
        FieldSchema.List list => list,
        FieldSchema.Value { Kind: ValueKind.Any } => FieldSchema.List.Atomic(Schema),
        _ => throw StrategicErrors.NoListType(GetGoKind(Schema)),
    };

    private static PatchField FindIn(FieldSchema.Struct type, string name)
    {
        var field = type.Members.FirstOrDefault(member => member.Name == name)
            ?? type.Members.FirstOrDefault(member => member.Name.Equals(name, StringComparison.OrdinalIgnoreCase))
            ?? throw StrategicErrors.UnknownField(type.Name[(type.Name.LastIndexOf('.') + 1)..], name);
        return new PatchField(field.Schema, field.IsReplaced);
    }

    private static string GetGoKind(FieldSchema schema) => schema switch
    {
        FieldSchema.Struct => "struct",
        FieldSchema.Map => "map",
        FieldSchema.List => "slice",
        FieldSchema.Value { Kind: ValueKind.Boolean } => "bool",
        FieldSchema.Value { Kind: ValueKind.Integer } => "int64",
        _ => "string",
    };
}
