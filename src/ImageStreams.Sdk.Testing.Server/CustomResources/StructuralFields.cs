using ImageStreams.AspNetCore;
using ImageStreams.Schemas;

namespace ImageStreams.Testing.Server;

/// <summary>Creates the types of fields, by which owners and patches treat them, from the schema of a custom resource.</summary>
/// <remarks>Recursive along the schema, whose depth is bounded.</remarks>
internal static class StructuralFields
{
    private static readonly string[] UsualFields = ["spec", "status", "data"];

    /// <summary>Creates the type of the objects.</summary>
    public static ObjectSchema Create(ResourceDefinition definition, StructuralSchema schema) => new()
    {
        Group = definition.Group,
        Version = definition.Version,
        Kind = definition.Kind,
        Root = new FieldSchema.Struct(
            "",
            [
                new StructField("apiVersion", FieldSchema.Value.Text),
                new StructField("kind", FieldSchema.Value.Text),
                new StructField("metadata", ObjectSchemas.ObjectMeta),
                .. CreateMembers(schema).Where(static field => field.Name is not ("apiVersion" or "kind" or "metadata")),
                .. CreateOpenMembers(schema),
            ]),
    };

    // The fields that objects have as a rule, where a schema says nothing of any.
    private static IEnumerable<StructField> CreateOpenMembers(StructuralSchema schema) => schema.PreservesUnknown
        ? UsualFields.Where(name => !schema.Properties.ContainsKey(name)).Select(static name => new StructField(name, FieldSchema.Value.Any))
        : [];

    private static IEnumerable<StructField> CreateMembers(StructuralSchema schema) =>
        schema.Properties.OrderBy(static field => field.Key, StringComparer.Ordinal).Select(field => new StructField(field.Key, Create(field.Value))
        {
            ListType = field.Value.ListType,
            DefaultJson = field.Value.Default?.ToJsonString(),
            IsRequired = schema.Required.Contains(field.Key),
            Description = field.Value.Json.FindText("description") ?? "",
        });

    // A text or a number may also be nullable: then it is any value.
    private static FieldSchema Create(StructuralSchema schema) => schema.Type switch
    {
        "object" when schema.AdditionalProperties is { } values => new FieldSchema.Map(Create(values)) { IsAtomic = schema.IsAtomicMap },
        "object" when schema.PreservesUnknown || schema.IsEmbedded =>
            new FieldSchema.Map(FieldSchema.Value.Any) { IsAtomic = schema.IsAtomicMap },
        "object" => new FieldSchema.Struct("", [.. CreateMembers(schema)]) { IsAtomic = schema.IsAtomicMap },
        "array" => CreateList(schema),
        "string" => new FieldSchema.Value(ValueKind.String, schema.Json.FindText("format")),
        "integer" => new FieldSchema.Value(ValueKind.Integer, schema.Json.FindText("format")),
        "number" => new FieldSchema.Value(ValueKind.Number, schema.Json.FindText("format")),
        "boolean" => FieldSchema.Value.Bool,
        _ => FieldSchema.Value.Any,
    };

    private static FieldSchema.List CreateList(StructuralSchema schema)
    {
        var items = schema.Items is null ? FieldSchema.Value.Any : Create(schema.Items);
        return schema.ListType switch
        {
            "set" => new FieldSchema.List(items) { Kind = ListKind.Set },
            "map" when schema.ListMapKeys.Count > 0 => new FieldSchema.List(items)
            {
                Kind = ListKind.Keyed,
                Keys = [.. schema.ListMapKeys.Order(StringComparer.Ordinal).Select(name => CreateKey(name, schema.Items))],
            },
            _ => FieldSchema.List.Atomic(items),
        };
    }

    private static ListKey CreateKey(string name, StructuralSchema? items) => new()
    {
        Name = name,
        DefaultJson = items?.Properties.GetValueOrDefault(name)?.Default?.ToJsonString(),
    };
}
