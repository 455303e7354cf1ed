namespace ImageStreams.Serialization;

/// <summary>Searches an API type, and all types below it, for a field.</summary>
internal static class FieldSearch
{
    /// <summary>Determines whether a field is an object or a list of objects that has another field.</summary>
    public static bool IsOwner(ApiField field, string name) =>
        field.Shape is ApiFieldShape.Object or ApiFieldShape.List && ApiTypes.Find(field.Type)?.Has(name) == true;

    /// <summary>Finds the shortest paths of the types that have a field; each type is visited once.</summary>
    public static List<string> FindOwners(ApiType root, string name)
    {
        var owners = new List<string>();
        var seen = new HashSet<string>(StringComparer.Ordinal) { root.Name };
        var queue = new Queue<(ApiType Type, string Path)>([(root, "")]);
        while (queue.TryDequeue(out var place))
        {
            foreach (var field in place.Type.Fields.Where(field => field.Type.Length > 0 && seen.Add(field.Type)))
            {
                var path = Join(place.Path, field);
                owners.AddRange(IsOwner(field, name) ? [path] : []);
                queue.Enqueue((ApiTypes.Find(field.Type)!, path));
            }
        }

        return owners;
    }

    /// <summary>Appends a field to a path; a list has brackets.</summary>
    public static string Join(string path, ApiField field) =>
        $"{path}{(path.Length > 0 ? "." : "")}{field.Name}{(field.Shape == ApiFieldShape.List ? "[]" : "")}";
}
