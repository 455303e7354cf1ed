using ImageStreams.Schemas;

namespace ImageStreams.Patching;

/// <summary>Adds the objects around the fields of a set, where the schema names them.</summary>
internal static class NamedFields
{
    /// <summary>Returns the set with each named field that has a path below it.</summary>
    public static FieldSet Add(FieldSchema schema, FieldSet fields)
    {
        var entries = new List<FieldSetEntry>(fields.Entries.Length);
        foreach (var entry in fields.Entries)
        {
            var type = entry.Element.IsField
                ? FieldTypes.FindMember(schema, entry.Element.Name) ?? FieldSchema.Value.Any
                : FieldTypes.GetItems(schema);
            var isNamed = entry.Element.IsField && !entry.Children.IsEmpty && FieldTypes.IsNamed(schema, entry.Element.Name);
            entries.Add(entry with { IsMember = entry.IsMember || isNamed, Children = Add(type, entry.Children) });
        }

        return FieldSet.Create(entries);
    }
}
