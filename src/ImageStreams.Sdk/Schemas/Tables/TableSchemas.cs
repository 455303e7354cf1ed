using ImageStreams.Serialization;

namespace ImageStreams.Schemas;

/// <summary>Creates schemas from the tables of API types.</summary>
/// <remarks>The marks of fields are those of <see cref="ApiTypes"/>. Not thread-safe.</remarks>
internal sealed class TableSchemas
{
    private readonly Dictionary<string, FieldSchema.Struct> _known = new(StringComparer.Ordinal);

    /// <summary>Creates the schema of a type, with one object for each type that it uses.</summary>
    /// <param name="type">The name of the type, which is in a table.</param>
    public FieldSchema.Struct Create(string type)
    {
        if (type == "ObjectMeta")
        {
            return (FieldSchema.Struct)ObjectSchemas
                .Find("image.openshift.io", "v1", "ImageStream")!.Root.Fields["metadata"];
        }

        if (!_known.TryGetValue(type, out var known))
        {
            known = Create(ApiTypes.Find(type)!, retainsKeys: false);
            _known.Add(type, known);
        }

        return known;
    }

    private FieldSchema.Struct Create(ApiType type, bool retainsKeys) => new(
        type.Name, [.. type.Fields.Select(field => CreateField(type, field))])
    {
        IsAtomic = type.IsAtomic,
        RetainsKeys = retainsKeys,
    };

    private StructField CreateField(ApiType type, ApiField field)
    {
        var zero = ZeroFields.Find(type.Name, field.Name);
        return new StructField(field.Name, Create(field))
        {
            IsRequired = zero is not null,
            DefaultJson = zero is "null" ? null : zero,
        };
    }

    private FieldSchema Create(ApiField field) => field.Shape switch
    {
        ApiFieldShape.Object when field.Marks is "(!" => Create(ApiTypes.Find(field.Type)!, retainsKeys: true),
        ApiFieldShape.Object => Create(field.Type),
        ApiFieldShape.List => new ListMarks(field.Marks[1..]).CreateList(Create(field.Type)),
        ApiFieldShape.Map => CreateMap(field),
        _ => CreateValue(field.Marks),
    };

    private FieldSchema.Map CreateMap(ApiField field)
    {
        FieldSchema values = field.Marks is "{*" ? FieldSchema.Value.Any : FieldSchema.Value.Text;
        return new FieldSchema.Map(field.Type.Length == 0 ? values : Create(field.Type)) { IsAtomic = field.Marks is "{~" };
    }

    private static FieldSchema CreateValue(string marks) => marks switch
    {
        "#" => FieldSchema.Value.Int64,
        "?" => FieldSchema.Value.Bool,
        "@" => FieldSchema.Value.MicroTime,
        "*" => FieldSchema.Value.Any,
        "[" => FieldSchema.List.Atomic(FieldSchema.Value.Text),
        "[#" => FieldSchema.List.Atomic(FieldSchema.Value.Int64),
        "[=" => FieldSchema.List.Set(FieldSchema.Value.Text),
        _ => FieldSchema.Value.Text,
    };
}
