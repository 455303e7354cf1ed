namespace ImageStreams.Manifests;

/// <content>The nodes themselves.</content>
internal sealed partial class TextTreeBuilder
{
    private int Add(TextNodeKind kind, TextNodeStyle style, TextSpan place)
    {
        if (++_total > limits.MaxNodes)
        {
            throw new TextSyntaxException(ManifestProblemKind.TooLarge, place.Start, TextSyntaxTexts.TooManyNodes(limits.MaxNodes));
        }

        if (_count == _nodes.Length)
        {
            Array.Resize(ref _nodes, _nodes.Length * 2);
        }

        _nodes[_count] = new TextNode
        {
            Kind = kind,
            Style = style,
            Start = place.Start,
            End = place.End,
            KeyStart = _key.Start,
            KeyEnd = _key.End,
            Parent = _open.Count > 0 ? _open.Peek().Node : -1,
            Target = -1,
            Next = _count + 1,
        };
        _repetition.Count(place.Length + _key.Length);
        TakeKey(_count);
        return _count++;
    }

    private void MarkMerge(int node)
    {
        if (_nodes[node].Kind != TextNodeKind.Scalar)
        {
            _nodes[node].Flags |= TextNodeFlags.Merge;
            Innermost.Flags |= TextNodeFlags.HasMerge;
        }
    }

    private void TakeKey(int node)
    {
        if (_keyText is not null)
        {
            _nodes[node].Flags |= TextNodeFlags.HasKeyText;
            (_keyTexts ??= [])[node] = _keyText;
        }

        if (_isMerge)
        {
            MarkMerge(node);
        }

        _key = TextSpan.None;
        _keyText = null;
        _isMerge = false;
    }

    private int End(int node, int end)
    {
        _nodes[node].Next = _count;
        LastEnd = end;
        return node;
    }
}
