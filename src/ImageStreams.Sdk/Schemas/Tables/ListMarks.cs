using ImageStreams.Collections;

namespace ImageStreams.Schemas;

/// <summary>The marks of a list of objects in the tables of API types: its keys, and who knows them.</summary>
/// <param name="text">The marks, such as <c>:containerPort,protocol=TCP</c>; empty for a list that is replaced as a whole.</param>
internal readonly struct ListMarks(string text)
{
    private const string Flags = "!^@";

    /// <summary>Creates the list.</summary>
    public FieldSchema.List CreateList(FieldSchema.Struct items)
    {
        var keys = text.TrimStart(':').TrimEnd([.. Flags]).Split(',', StringSplitOptions.RemoveEmptyEntries);
        if (keys.Length == 0)
        {
            return FieldSchema.List.Atomic(items);
        }

        var isPatched = !text.EndsWith('^');
        var isApplied = !text.EndsWith('@');
        return new FieldSchema.List(items)
        {
            Kind = isApplied ? ListKind.Keyed : ListKind.Atomic,
            Keys = isApplied ? [.. keys.Select(key => CreateKey(key, items)).OrderBy(key => key.Name, StringComparer.Ordinal)] : default(ValueList<ListKey>),
            PatchMergeKey = isPatched ? CreateKey(keys[0], items).Name : null,
            PatchMerges = isPatched,
            RetainsKeys = text.EndsWith('!'),
        };
    }

    private static ListKey CreateKey(string key, FieldSchema.Struct items)
    {
        var equals = key.IndexOf('=', StringComparison.Ordinal);
        return equals < 0
            ? new ListKey { Name = key, DefaultJson = items.Members.FirstOrDefault(member => member.Name == key)?.DefaultJson }
            : new ListKey { Name = key[..equals], DefaultJson = $"\"{key[(equals + 1)..]}\"" };
    }
}
