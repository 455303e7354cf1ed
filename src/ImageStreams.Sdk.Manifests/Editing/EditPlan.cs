using System.Text.Json;

namespace ImageStreams.Manifests;

/// <summary>Finds the places in a document that edits concern, and collects the patches there. Each place is visited once.</summary>
internal sealed class EditPlan
{
    private readonly EditContext _context;
    private readonly ValueEditing _values;
    private readonly bool _isEmbedded;
    private readonly Stack<EditStep> _remaining = [];
    private readonly Dictionary<int, EditNode> _visited = [];
    private readonly Dictionary<int, EditReplacement> _replacements = [];
    private readonly List<int> _touched = [];

    private EditPlan(TextTree tree, bool isEmbedded)
    {
        _context = new EditContext(tree);
        _values = new ValueEditing(_context);
        _isEmbedded = isEmbedded;
    }

    private TextTree Tree => _context.Tree;

    /// <summary>Finds the patches of a document.</summary>
    /// <param name="tree">The document.</param>
    /// <param name="edits">The edits.</param>
    /// <param name="isEmbedded">True for the JSON text of a scalar, in which texts are no documents again.</param>
    public static EditPlanResult Create(TextTree tree, EditNode edits, bool isEmbedded = false)
    {
        var plan = new EditPlan(tree, isEmbedded);
        plan.Run(edits);
        return new EditPlanResult(plan._context.Patches, plan._touched);
    }

    private void Run(EditNode edits)
    {
        if (edits.IsRemoval)
        {
            throw EditErrors.TypeMismatch(edits.Request);
        }

        if (edits.Value is { } value)
        {
            _touched.Add(0);
            _values.Replace(0, -1, value, 0);
            return;
        }

        _remaining.Push(new EditStep(edits, 0, -1, 0));
        while (_remaining.TryPop(out var step))
        {
            Visit(step);
        }

        ReplaceAll();
        _context.Finish();
    }

    /// <summary>Replaces values, but for the aliases of one that is replaced by the same.</summary>
    private void ReplaceAll()
    {
        foreach (var (node, replacement) in _replacements)
        {
            var isAlias = Tree.Nodes[node].Kind == TextNodeKind.Alias;
            if (!isAlias || !_replacements.TryGetValue(Tree.Nodes[node].Target, out var other) || !other.HasValue(replacement.Value))
            {
                _values.Replace(node, replacement.Slot, replacement.Value, replacement.Depth);
            }
        }
    }

    private void Visit(EditStep step)
    {
        var node = Tree.Resolve(step.Node);
        if (Tree.Nodes[node].Kind == TextNodeKind.Scalar)
        {
            VisitScalar(step, node);
        }
        else if (_visited.TryAdd(node, step.Edits))
        {
            _touched.Add(node);
            VisitCollection(step, node);
        }
        else if (_visited[node].Describe() != step.Edits.Describe())
        {
            throw EditErrors.Shared(step.Edits.Request);
        }
    }

    private void VisitCollection(EditStep step, int node)
    {
        var container = new ContainerEdit(Tree, node, step.Depth);
        if (Tree.Nodes[node].Kind == TextNodeKind.Mapping)
        {
            new MappingPlan(this, _context, container).Visit(step.Edits);
        }
        else
        {
            new SequencePlan(this, _context, container).Visit(step.Edits);
        }

        Apply(container, step);
    }

    private void Apply(ContainerEdit container, EditStep step)
    {
        if (container.IsEmpty)
        {
            return;
        }

        var node = Tree.Nodes[container.Node];
        if (container.IsCleared)
        {
            var value = JsonTexts.Create(node.Kind == TextNodeKind.Mapping, container.Additions);
            _values.Replace(container.Node, container.Node == step.Node ? step.Slot : -1, value, container.Depth);
        }
        else if (node.Style == TextNodeStyle.Flow)
        {
            new FlowEditing(_context, container).Apply();
        }
        else
        {
            new BlockEditing(_context, container).Apply();
        }
    }

    /// <summary>Edits what is in a scalar: a null, which becomes a collection, or a JSON text.</summary>
    private void VisitScalar(EditStep step, int node)
    {
        if (ScalarJson.FindType(Tree.Nodes[node], Tree.GetTextSpan(node)) == YamlScalarType.Null)
        {
            step.Edits.Value = JsonEditing.Create(step.Edits);
        }
        else
        {
            step.Edits.Value = _isEmbedded
                ? throw EditErrors.TypeMismatch(step.Edits.Request)
                : JsonTexts.Create(EmbeddedEditing.Edit(Tree.GetText(node), step.Edits));
        }

        Replace(step.Node, step.Slot, step.Edits.Value.Value, step.Depth);
    }

    /// <summary>Replaces a value.</summary>
    public void Replace(int node, int slot, JsonElement value, int depth)
    {
        _touched.Add(node);
        _replacements[node] = new EditReplacement(slot, value, depth);
    }

    /// <summary>Notes a value that is removed.</summary>
    public void Touch(int node) => _touched.Add(node);

    /// <summary>Edits what is in a value later.</summary>
    public void Push(EditStep step) => _remaining.Push(step);
}
