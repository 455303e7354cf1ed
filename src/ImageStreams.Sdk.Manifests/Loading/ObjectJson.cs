namespace ImageStreams.Manifests;

/// <summary>Writes objects as JSON, with what their place adds to them.</summary>
internal static class ObjectJson
{
    /// <summary>The maximum nesting, above that of the texts.</summary>
    public const int MaxDepth = 1024;

    public static byte[] Write(ObjectContent content, Action<TemplateFlaw>? report)
    {
        var json = content.Readings is { } readings ? content.Tree.ToJson(content.Node, readings) : content.Tree.ToJson(content.Node);
        if (content.Template is { } template)
        {
            json = Expand(json, template, report);
        }

        return Add(json, content);
    }

    private static byte[] Expand(byte[] json, TemplateScope template, Action<TemplateFlaw>? report)
    {
        if (json.AsSpan().IndexOf("${"u8) >= 0)
        {
            json = new JsonExpansion(template, report).Expand(json);
        }

        foreach (var (key, value) in template.Labels)
        {
            json = JsonSplice.SetText(json, value, "metadata", "labels", key);
        }

        return json;
    }

    private static byte[] Add(byte[] json, ObjectContent content)
    {
        if (content.Additions.HasFlag(ObjectAdditions.Namespace))
        {
            var ns = content.Namespace.Length == 0 ? null : content.Namespace;
            json = JsonSplice.SetText(json, ns, "metadata", "namespace");
        }

        if (content.Additions.HasFlag(ObjectAdditions.ApiVersion))
        {
            json = JsonSplice.SetText(json, content.Type.ApiVersion, "apiVersion");
        }

        return content.Additions.HasFlag(ObjectAdditions.Kind) ? JsonSplice.SetText(json, content.Type.Kind, "kind") : json;
    }
}
