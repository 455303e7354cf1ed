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

        return text.StartsWith("{") || text.StartsWith("[") ? TextFormat.JsonOrYaml : TextFormat.Yaml;
    }
}
