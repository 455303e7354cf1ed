namespace ImageStreams.Manifests;

/// <summary>Collects the nodes of one document after the other; all within the limits of the text.</summary>
internal sealed partial class TextTreeBuilder(SourceText source, TextLimits limits)
{
    private readonly Stack<TextOpenNode> _open = [];
    private readonly TextRepetition _repetition = new(limits, source.Text.Length);
    private TextNode[] _nodes = new TextNode[256];
    private int _count;
    private int _total;
    private Dictionary<int, string>? _texts;
    private Dictionary<int, string>? _keyTexts;
    private TextSpan _key = TextSpan.None;
    private string? _keyText;
    private bool _isMerge;

    /// <summary>Gets a value indicating whether the next scalar is a key.</summary>
    public bool ExpectsKey => _open.Count > 0 && _nodes[_open.Peek().Node].Kind == TextNodeKind.Mapping && _key.Start < 0;

    /// <summary>The number of mappings and sequences that are open.</summary>
    public int Depth => _open.Count;

    /// <summary>The number of nodes so far.</summary>
    public int Count => _count;

    /// <summary>The end of the last value.</summary>
    public int LastEnd { get; private set; }

    /// <summary>The innermost mapping or sequence that is open.</summary>
    public ref TextNode Innermost => ref _nodes[_open.Peek().Node];

    /// <summary>The start of the first key of the innermost mapping.</summary>
    public int FirstKeyStart => _open.Peek().Node + 1 < _count ? _nodes[_open.Peek().Node + 1].KeyStart : LastEnd;

    /// <summary>The place of the key whose value comes next; none otherwise.</summary>
    public TextSpan PendingKey => _key;

    /// <summary>The keys that stand twice in a mapping, of all documents so far: where they stand again.</summary>
    public List<TextSpan> Duplicates { get; } = [];

    /// <summary>Sets the key of the next node.</summary>
    public void AddKey(TextSpan place, string? text, bool isMerge = false)
    {
        _key = place;
        _keyText = text;
        _isMerge = isMerge;
    }

    /// <summary>Adds a scalar; the text is null when it stands in the place as it is.</summary>
    public int AddScalar(TextNodeStyle style, TextNodeTag tag, TextSpan place, string? text)
    {
        var node = Add(TextNodeKind.Scalar, style, place);
        _nodes[node].Tag = tag;
        if (text is not null)
        {
            _nodes[node].Flags |= TextNodeFlags.HasText;
            (_texts ??= [])[node] = text;
        }

        return End(node, place.End);
    }

    /// <summary>Adds an alias of an earlier node.</summary>
    public int AddAlias(TextSpan place, int target)
    {
        if (_nodes[target].Next == 0)
        {
            throw new TextSyntaxException(ManifestProblemKind.TooLarge, place.Start, TextSyntaxTexts.AliasInItself);
        }

        var node = Add(TextNodeKind.Alias, TextNodeStyle.Plain, place);
        _nodes[node].Target = target;
        _repetition.Repeat(target, _open.Count, place.Start);
        return End(node, place.End);
    }

    /// <summary>Counts the text that an alias repeats which is no node: one of a key, or in place of a key.</summary>
    public void RepeatText(TextSpan place, int characters) => _repetition.RepeatText(characters, place.Start);

    /// <summary>Begins a mapping or a sequence.</summary>
    public int Open(TextNodeKind kind, TextNodeStyle style, int start)
    {
        if (_open.Count >= limits.MaxDepth)
        {
            throw new TextSyntaxException(ManifestProblemKind.TooLarge, start, TextSyntaxTexts.TooDeep(limits.MaxDepth));
        }

        var node = Add(kind, style, new TextSpan(start, start));
        _nodes[node].Next = 0;
        _open.Push(new TextOpenNode(node, _repetition.Mark()));
        return node;
    }

    /// <summary>Ends the innermost mapping or sequence.</summary>
    public void Close(int end)
    {
        var open = _open.Pop();
        _nodes[open.Node].End = end;
        _nodes[open.Node].Next = _count;
        _repetition.Close(open.Mark);
        if (_nodes[open.Node].Kind == TextNodeKind.Mapping)
        {
            TextDuplicates.Mark(this, open.Node);
        }

        if (_nodes[open.Node].Has(TextNodeFlags.Anchored))
        {
            _repetition.Keep(open.Node, open.Mark);
        }

        End(open.Node, end);
    }

    /// <summary>Marks a node that aliases may repeat.</summary>
    public void SetAnchor(int node)
    {
        _nodes[node].Flags |= TextNodeFlags.Anchored;
        if (_nodes[node].Kind == TextNodeKind.Scalar)
        {
            _repetition.KeepScalar(node, _nodes[node].End - _nodes[node].Start);
        }
    }

    public ref TextNode this[int node] => ref _nodes[node];

    /// <summary>Gets the decoded key of a node.</summary>
    public ReadOnlySpan<char> GetKey(int node) => _nodes[node].Has(TextNodeFlags.HasKeyText)
        ? _keyTexts![node]
        : TextQuotes.Strip(source.Text.AsSpan(_nodes[node].KeyStart, _nodes[node].KeyEnd - _nodes[node].KeyStart));

    /// <summary>Gets the text of a scalar that has been added; null when it stands in its place as it is.</summary>
    public string? FindText(int node) => _texts?.GetValueOrDefault(node);

    /// <summary>Ends the document.</summary>
    public TextTree Build(int document)
    {
        var tree = new TextTree(source, document, _nodes.AsSpan(0, _count).ToArray(), _texts, _keyTexts);
        Clear();
        return tree;
    }

    /// <summary>Forgets the nodes of a document that cannot be read.</summary>
    public void Clear()
    {
        _count = 0;
        _open.Clear();
        _texts = null;
        _keyTexts = null;
        _key = TextSpan.None;
        _keyText = null;
        _isMerge = false;
        _repetition.Clear();
    }
}
