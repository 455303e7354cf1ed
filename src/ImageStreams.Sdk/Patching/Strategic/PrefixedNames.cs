namespace ImageStreams.Patching;

/// <summary>Reads names such as <c>$setElementOrder/tags</c>.</summary>
internal static class PrefixedNames
{
    /// <summary>Returns the name after the prefix and a slash; null when the name has another form.</summary>
    public static string? Find(string name, string prefix) =>
        name.Length > prefix.Length && name[prefix.Length] == '/' ? name[(prefix.Length + 1)..] : null;
}
