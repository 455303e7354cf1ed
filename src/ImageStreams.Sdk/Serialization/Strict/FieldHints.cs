namespace ImageStreams.Serialization;

/// <summary>Explains unknown fields: the known name that was likely meant, or the place where the field belongs.</summary>
internal static class FieldHints
{
    /// <summary>The kinds whose triggers are often mistaken for each other.</summary>
    private static readonly string[] TriggeredKinds = ["BuildConfig", "DeploymentConfig"];

    /// <summary>Finds the hint for a field that the innermost of some levels does not have; null for none.</summary>
    public static string? Find(string name, List<FieldLevel> levels)
    {
        if (FieldSpelling.FindSimilar(name, levels[^1].Type!) is { } similar)
        {
            return $"did you mean {similar}";
        }

        var root = levels.FindLastIndex(level => level.Type?.IsRoot == true && level.Shape == ApiFieldShape.Object);
        var inside = root < 0 ? levels : levels[root..];
        return FindPlace(name, inside) is { } place ? $"a field of {place}" : null;
    }

    private static string? FindPlace(string name, List<FieldLevel> levels) =>
        FindInside(name, levels)
        ?? FindAround(name, levels)
        ?? FindOnly(name, levels[0].Type!)
        ?? FindInOtherKind(name, levels[0].Type!.Name);

    /// <summary>
    /// Finds the field in an object beside the unknown field: in the specification, or in the only one that has it.
    /// </summary>
    private static string? FindInside(string name, List<FieldLevel> levels)
    {
        var owners = levels[^1].Type!.Fields.Where(field => FieldSearch.IsOwner(field, name)).ToArray();
        var owner = Array.Find(owners, field => field.Name == "spec") ?? (owners is [var only] ? only : null);
        return owner is null ? null : FieldSearch.Join(GetPath(levels), owner);
    }

    /// <summary>Finds the field in an object around the one that has the unknown field, the innermost first.</summary>
    private static string? FindAround(string name, List<FieldLevel> levels)
    {
        for (var count = levels.Count - 1; count > 0; count--)
        {
            var level = levels[count - 1];
            if (level.Shape == ApiFieldShape.Object && level.Type!.Has(name))
            {
                return count == 1 ? "the object itself" : GetPath(levels[..count]);
            }
        }

        return null;
    }

    private static string? FindOnly(string name, ApiType root) => FieldSearch.FindOwners(root, name) is [var only] ? only : null;

    private static string? FindInOtherKind(string name, string kind)
    {
        if (!TriggeredKinds.Contains(kind))
        {
            return null;
        }

        var other = TriggeredKinds.First(triggered => triggered != kind);
        return FindOnly(name, ApiTypes.Find(other)!) is { } place ? $"{place} in a {other}" : null;
    }

    private static string GetPath(List<FieldLevel> levels)
    {
        var path = "";
        foreach (var level in levels.Skip(1))
        {
            path += level.Field is null || path.Length == 0 ? level.Field : $".{level.Field}";
            path += level.Shape == ApiFieldShape.List ? "[]" : "";
        }

        return path;
    }
}
