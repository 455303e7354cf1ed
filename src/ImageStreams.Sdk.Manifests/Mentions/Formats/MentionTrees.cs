namespace ImageStreams.Manifests;

/// <summary>The documents of a file in YAML or JSON, and the image names that are found in their fields; each field once.</summary>
internal sealed class MentionTrees(MentionReading reading)
{
    private readonly HashSet<(int Document, int Node)> _found = [];

    /// <summary>Reads the documents; what cannot be read is a problem.</summary>
    public IReadOnlyList<TextTree> ReadAll() => ReadAll(reading.File.Source);

    /// <summary>Reads the documents of a text that has the same offsets as the file.</summary>
    public IReadOnlyList<TextTree> ReadAll(SourceText source)
    {
        var result = TextReading.Read(source, TextLimits.Default);
        foreach (var problem in result.Problems)
        {
            reading.Add(problem);
        }

        return result.Trees;
    }

    /// <summary>Finds an entry of a mapping, also one of a merge key; -1 when there is none, or no mapping.</summary>
    public static int Find(TextTree tree, int node, string key) =>
        node >= 0 && tree.Nodes[tree.Resolve(node)].Kind == TextNodeKind.Mapping ? tree.FindEntry(node, key) : -1;

    /// <summary>Lists the entries of a mapping or the items of a list; none of anything else.</summary>
    public static IEnumerable<int> List(TextTree tree, int node, TextNodeKind kind)
    {
        var children = new List<int>();
        if (node >= 0 && tree.Nodes[tree.Resolve(node)].Kind == kind)
        {
            foreach (var child in tree.GetChildren(node))
            {
                children.Add(child);
            }
        }

        return children;
    }

    /// <summary>Determines whether a node is a text that is not empty.</summary>
    public static bool IsText(TextTree tree, int node) =>
        node >= 0
        && tree.Nodes[tree.Resolve(node)].Kind == TextNodeKind.Scalar
        && ScalarJson.FindType(tree.Nodes[tree.Resolve(node)], tree.GetTextSpan(node)) != YamlScalarType.Null
        && !tree.GetTextSpan(node).IsWhiteSpace();

    /// <summary>Adds the image that a text names.</summary>
    public void AddImage(TextTree tree, int node) => Add(tree, node, 0);

    /// <summary>Adds the image that a text names, or a field of the mapping in its place.</summary>
    public void AddImage(TextTree tree, int node, string field)
    {
        var isMapping = node >= 0 && tree.Nodes[tree.Resolve(node)].Kind == TextNodeKind.Mapping;
        Add(tree, isMapping ? Find(tree, node, field) : node, 0);
    }

    /// <summary>Adds the image that a text names behind a prefix, such as <c>docker://</c>; a text without it names none.</summary>
    public void AddPrefixed(TextTree tree, int node, string prefix)
    {
        if (IsText(tree, node) && tree.GetTextSpan(node).StartsWith(prefix, StringComparison.Ordinal))
        {
            Add(tree, node, prefix.Length);
        }
    }

    private void Add(TextTree tree, int node, int skipped)
    {
        if (IsText(tree, node) && _found.Add((tree.Document, tree.Resolve(node))))
        {
            reading.Add(ScalarMention.Create(tree, tree.Resolve(node), skipped, reading.Text));
        }
    }
}
