namespace ImageStreams.Manifests;

/// <summary>The fields of a mapping that name an image together.</summary>
internal sealed class ImageFields
{
    private readonly TextTree _tree;
    private readonly Dictionary<string, int> _nodes = new(StringComparer.Ordinal);

    private ImageFields(TextTree tree) => _tree = tree;

    /// <summary>Gets a value indicating whether a field has an expression, whose value is not in the file.</summary>
    public bool HasExpression => _nodes.Keys.Select(GetText).Any(IsExpression);

    /// <summary>Finds the fields of a mapping; those of merge keys are not its own.</summary>
    public static ImageFields Find(TextTree tree, int mapping, params ReadOnlySpan<string> names)
    {
        var fields = new ImageFields(tree);
        foreach (var child in tree.GetChildren(mapping))
        {
            var key = tree.GetKeySpan(child);
            foreach (var name in names)
            {
                if (key.SequenceEqual(name) && tree.Nodes[tree.Resolve(child)].Kind == TextNodeKind.Scalar)
                {
                    fields._nodes[name] = child;
                }
            }
        }

        return fields;
    }

    /// <summary>Determines whether the mapping has a field, though it may be empty.</summary>
    public bool Has(string name) => _nodes.ContainsKey(name);

    /// <summary>Gets the node of a field that the mapping has.</summary>
    public int GetNode(string name) => _tree.Resolve(_nodes[name]);

    /// <summary>Gets the text of a field; empty when it has none.</summary>
    public string GetText(string name) => _nodes.TryGetValue(name, out var node) && MentionTrees.IsText(_tree, node)
        ? _tree.GetText(node)
        : "";

    /// <summary>Finds the reason why the fields cannot be edited; null when they can.</summary>
    public string? FindObstacle() => HasExpression ? MentionTexts.OtherVariable : null;

    private static bool IsExpression(string text) =>
        text.Contains('$', StringComparison.Ordinal) || text.Contains("{{", StringComparison.Ordinal);
}
