namespace ImageStreams.Validation;

/// <summary>Reads paths with slashes by their text alone, as Go's <c>path</c> does.</summary>
internal static class UnixPath
{
    /// <summary>Determines whether a path begins with a slash.</summary>
    public static bool IsAbsolute(string path) => path.StartsWith('/');

    /// <summary>Determines whether a path, once it is clean, begins with two dots, be they the parent or a name.</summary>
    public static bool BeginsWithDots(string path) => Clean(path).StartsWith("..", StringComparison.Ordinal);

    /// <summary>Determines whether a path stays below the folder that it is relative to.</summary>
    public static bool IsInside(string path)
    {
        var clean = Clean(path);
        return !IsAbsolute(clean) && clean != ".." && !clean.StartsWith("../", StringComparison.Ordinal);
    }

    /// <summary>Returns the shortest path that means the same: without double slashes, <c>.</c>, and inner <c>..</c>.</summary>
    public static string Clean(string path)
    {
        var isAbsolute = IsAbsolute(path);
        var names = new List<string>();
        foreach (var name in path.Split('/'))
        {
            Append(names, name, isAbsolute);
        }

        var joined = string.Join('/', names);
        if (isAbsolute)
        {
            return $"/{joined}";
        }

        return joined.Length == 0 ? "." : joined;
    }

    private static void Append(List<string> names, string name, bool isAbsolute)
    {
        if (name == ".." && names.Count > 0 && names[^1] != "..")
        {
            names.RemoveAt(names.Count - 1);
        }
        else if (name is not ("" or ".") && !(name == ".." && isAbsolute))
        {
            names.Add(name);
        }
    }
}
