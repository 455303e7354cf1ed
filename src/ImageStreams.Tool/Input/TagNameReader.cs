using ImageStreams.Graphs;
using ImageStreams.References;

namespace ImageStreams.Tool;

/// <summary>Reads the name of a tag as a person writes it: the namespace may be left out where only one has such a stream.</summary>
internal static class TagNameReader
{
    /// <summary>Parses a name.</summary>
    /// <exception cref="ToolException">The text is no name of a tag, or several namespaces have such a stream.</exception>
    public static ImageStreamTagName Parse(string text, LoadedInput input)
    {
        if (!ImageStreamTagName.TryParse(text, out var name))
        {
            throw ToolException.Usage($"'{text}' is not the name of a tag; write NAMESPACE/STREAM:TAG or STREAM:TAG.");
        }

        return name.Namespace.Length > 0 ? name : name.WithNamespace(FindNamespace(name, input));
    }

    private static string FindNamespace(ImageStreamTagName name, LoadedInput input)
    {
        if (input.Settings.Namespace is { } ns)
        {
            return ns;
        }

        var namespaces = input.Workspace.Graph.ToSlice().Nodes
            .OfType<GraphNode.Tag>()
            .Where(tag => tag.Name.Stream == name.Stream)
            .Select(tag => tag.Name.Namespace)
            .Distinct()
            .Order(StringComparer.Ordinal)
            .ToList();
        return namespaces.Count <= 1
            ? namespaces.FirstOrDefault() ?? ""
            : throw ToolException.Usage(
                $"Several namespaces have a stream {name.Stream}: {string.Join(", ", namespaces)}. Write NAMESPACE/{name}.");
    }
}
