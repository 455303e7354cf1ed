namespace ImageStreams.Manifests;

/// <summary>Converts paths.</summary>
internal static class ObjectPaths
{
    /// <summary>Converts a path of an error, such as <c>$.spec.tags[0]</c>, to one in the object, such as <c>spec.tags[0]</c>.</summary>
    public static string FromJson(string? path) => path switch
    {
        null or "$" => "",
        _ when path.StartsWith("$.", StringComparison.Ordinal) => path[2..],
        _ when path.StartsWith('$') => path[1..],
        _ => path,
    };
}
