using System.Text.Json.Nodes;
using ImageStreams.Schemas;

namespace ImageStreams.Patching;

/// <summary>Finds the types of values where a schema leaves them to the value.</summary>
internal static class FieldTypes
{
    private static readonly FieldSchema DeducedMap = new FieldSchema.Map(FieldSchema.Value.Any);
    private static readonly FieldSchema DeducedList = FieldSchema.List.Atomic(FieldSchema.Value.Any);

    /// <summary>Returns the type of a value: that of the schema, unless that is any JSON.</summary>
    public static FieldSchema Resolve(FieldSchema schema, JsonNode? value) => (schema, value) switch
    {
        (FieldSchema.Value { Kind: ValueKind.Any }, JsonObject) => DeducedMap,
        (FieldSchema.Value { Kind: ValueKind.Any }, JsonArray) => DeducedList,
        _ => schema,
    };

    /// <summary>Finds the type of a member of an object; null when the schema has no such field.</summary>
    public static FieldSchema? FindMember(FieldSchema schema, string name) => schema switch
    {
        FieldSchema.Struct fields => fields.Fields.GetValueOrDefault(name),
        FieldSchema.Map map => map.Values,
        FieldSchema.Value { Kind: ValueKind.Any } => FieldSchema.Value.Any,
        _ => null,
    };

    /// <summary>Returns the type of the items of a list.</summary>
    public static FieldSchema GetItems(FieldSchema schema) =>
        schema is FieldSchema.List list ? list.Items : FieldSchema.Value.Any;

    /// <summary>Determines whether a type has one owner for all that is in it.</summary>
    public static bool IsAtomic(FieldSchema schema) => schema switch
    {
        FieldSchema.Struct fields => fields.IsAtomic,
        FieldSchema.Map map => map.IsAtomic,
        FieldSchema.List list => list.Kind == ListKind.Atomic,
        _ => true,
    };

    /// <summary>Determines whether the schema names a member, which is no key that a user chose.</summary>
    public static bool IsNamed(FieldSchema schema, string name) =>
        schema is FieldSchema.Struct fields && fields.Fields.ContainsKey(name);
}
