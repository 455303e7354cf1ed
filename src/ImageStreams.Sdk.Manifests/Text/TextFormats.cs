namespace ImageStreams.Manifests;

/// <summary>Tells JSON from YAML as the Kubernetes tools do: by the first character, or the name.</summary>
internal static class TextFormats
{
    public static TextFormat Find(SourceText source)
    {
        var text = source.Text.AsSpan().TrimStart();
        if (text.StartsWith("{{"))
        {
            return TextFormat.Yaml;
        }

        if (source.Name.EndsWith(".json", StringComparison.OrdinalIgnoreCase))
        {
            return TextFormat.Json;
        }

        return BeginsLikeJson(text) ? TextFormat.JsonOrYaml : TextFormat.Yaml;
    }

    /// <summary>Gets a value indicating whether a text begins with an array, or with an object whose first key is in quotes.</summary>
    private static bool BeginsLikeJson(ReadOnlySpan<char> text)
    {
        var inner = text.Length > 1 ? text[1..].TrimStart() : default;
        return text.StartsWith("[") || (text.StartsWith("{") && (inner.IsEmpty || inner[0] is '"' or '}' or '/'));
    }
}
