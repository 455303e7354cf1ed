namespace ImageStreams.Manifests;

/// <summary>Walks through the scalars of an object with the types of their fields; each node once, without recursion.</summary>
internal sealed class ScalarWalk(TextTree tree)
{
    /// <summary>The maximum number of problems of one object; those that stand first are kept.</summary>
    private const int MaxProblems = 1000;

    private readonly Stack<(int Node, FieldType Type)> _remaining = [];
    private readonly HashSet<int> _repeated = [];
    private readonly Dictionary<int, ScalarReading> _readings = [];
    private readonly List<ScalarTrapPlace> _problems = [];

    public void Visit(int node)
    {
        Push(node, FieldType.Unknown);
        while (_remaining.TryPop(out var parent))
        {
            VisitChildren(parent.Node, parent.Type);
        }
    }

    public ScalarReadings ToReadings()
    {
        _problems.Sort((x, y) => x.Offset.CompareTo(y.Offset));
        return new ScalarReadings { Readings = _readings, Problems = [.. _problems.Take(MaxProblems).Select(ToProblem)] };
    }

    private ManifestProblem ToProblem(ScalarTrapPlace found) => new()
    {
        Kind = ManifestProblemKind.AmbiguousScalar,
        Place = tree.Source.GetPlace(found.Offset, tree.Document),
        Message = Explain(found),
    };

    private void VisitChildren(int parent, FieldType type)
    {
        foreach (var child in tree.GetChildren(parent))
        {
            var childType = FindType(child, type);
            if (childType == FieldType.TextMap && type == FieldType.TextMap)
            {
                ExamineKey(child);
            }

            if (tree.Nodes[tree.Resolve(child)].Kind == TextNodeKind.Scalar)
            {
                Examine(tree.Resolve(child), child, childType);
            }
            else
            {
                Push(child, childType);
            }
        }
    }

    /// <summary>Finds the type of a child: that of its key, or of the list or map of texts that it belongs to.</summary>
    private FieldType FindType(int child, FieldType parent) => tree.Nodes[child] switch
    {
        { KeyStart: < 0 } => parent,
        var node when node.Has(TextNodeFlags.Merge) => parent,
        _ when parent is FieldType.TextMap or FieldType.Quantity => parent,
        _ => FieldTypes.Find(tree.GetKeySpan(child)),
    };

    private void Push(int node, FieldType type)
    {
        var target = tree.Resolve(node);
        if (target == node || _repeated.Add(target))
        {
            _remaining.Push((target, type));
        }
    }

    private void ExamineKey(int node)
    {
        ref readonly var found = ref tree.Nodes[node];
        var key = tree.GetKeySpan(node);
        if (found.KeyStart < 0 || found.Has(TextNodeFlags.HasKeyText | TextNodeFlags.Merge) || key.Length != found.KeyEnd - found.KeyStart)
        {
            return;
        }

        var trap = YamlTraps.Find(key);
        if (trap is YamlTrap.Yes or YamlTrap.No or YamlTrap.Octal or YamlTrap.Reformatted)
        {
            _problems.Add(new ScalarTrapPlace(found.KeyStart, -1, node, FieldType.TextMap));
        }
    }

    private void Examine(int scalar, int entry, FieldType type)
    {
        ref readonly var found = ref tree.Nodes[scalar];
        if (found.Style != TextNodeStyle.Plain || found.Tag != TextNodeTag.None || type is FieldType.Quantity or FieldType.Time)
        {
            return;
        }

        var text = tree.GetTextSpan(scalar);
        var trap = YamlTraps.Find(text);
        var reading = ScalarTrapRules.FindReading(trap, type);
        if (reading != ScalarReading.Schema)
        {
            _readings[scalar] = reading;
        }

        if (ScalarTrapRules.IsProblem(trap, type))
        {
            _problems.Add(new ScalarTrapPlace(found.Start, scalar, entry, type));
        }
    }

    private string Explain(ScalarTrapPlace found)
    {
        var text = found.Scalar < 0 ? tree.GetKeySpan(found.Entry) : tree.GetTextSpan(found.Scalar);
        var trap = YamlTraps.Find(text);
        if (found.Scalar < 0)
        {
            return ScalarTrapTexts.ExplainKey(text, trap);
        }

        return ScalarTrapTexts.Explain(SecretFields.IsSecret(tree, found.Entry) ? default : text, trap, found.Type);
    }
}
