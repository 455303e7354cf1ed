namespace ImageStreams.Graphs;

/// <summary>A node that is not a tag, by its kind and name.</summary>
internal readonly record struct NodeKey(string Kind, string Namespace, string Name)
{
    private const string StreamImageKind = "@";
    private const string ExternalImageKind = "";

    public static NodeKey StreamImage(string ns, string name) => new(StreamImageKind, ns, name);

    public static NodeKey ExternalImage(string pullSpec) => new(ExternalImageKind, "", pullSpec);
}
