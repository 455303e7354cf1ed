namespace ImageStreams.Manifests;

/// <summary>Counts what a document comes to once its aliases are expanded, while it is read, so that a small text that expands to a
/// huge one ("billion laughs") is refused before anything is expanded. What aliases repeat is summed over the whole text, and grows with
/// its length at most, so that many small texts do not add up to a huge one either.</summary>
internal sealed class TextRepetition(TextLimits limits, int textLength)
{
    private readonly long _maxNodes = Math.Min(limits.MaxRepeatedNodes, 10_000 + (10L * textLength));
    private readonly long _maxCharacters = Math.Min(limits.MaxRepeatedCharacters, 100_000 + (100L * textLength));
    private Dictionary<int, TextRepetitionMark> _anchored = [];
    private long _nodes;
    private long _characters;
    private long _repeatedNodes;
    private long _repeatedCharacters;

    /// <summary>The depth below the innermost open node so far.</summary>
    private int _height;

    public void Count(int characters)
    {
        _nodes++;
        _characters += characters;
    }

    /// <summary>Begins a mapping or sequence.</summary>
    public TextRepetitionMark Mark()
    {
        var mark = new TextRepetitionMark(_nodes, _characters, _height);
        _height = 0;
        return mark;
    }

    /// <summary>Ends the mapping or sequence that began at a mark.</summary>
    public void Close(TextRepetitionMark mark)
    {
        LastHeight = _height + 1;
        _height = Math.Max(mark.Height, LastHeight);
    }

    /// <summary>The depth of the node that was closed last, itself included.</summary>
    private int LastHeight { get; set; }

    /// <summary>Remembers the size of the node that was closed last.</summary>
    public void Keep(int node, TextRepetitionMark mark) =>
        _anchored[node] = new TextRepetitionMark(_nodes - mark.Nodes + 1, _characters - mark.Characters, LastHeight);

    /// <summary>Remembers the size of a scalar.</summary>
    public void KeepScalar(int node, int characters) => _anchored[node] = new TextRepetitionMark(1, characters, 0);

    /// <summary>Counts a node that an alias repeats.</summary>
    public void Repeat(int target, int depth, int offset)
    {
        var size = _anchored[target];
        _height = Math.Max(_height, size.Height);
        AddRepeated(size.Nodes, size.Characters, offset);
        if (depth + size.Height > limits.MaxDepth)
        {
            throw new TextSyntaxException(ManifestProblemKind.TooLarge, offset, TextSyntaxTexts.TooDeep(limits.MaxDepth));
        }
    }

    /// <summary>Counts the text that an alias of a key, or in place of one, repeats.</summary>
    public void RepeatText(int characters, int offset) => AddRepeated(1, characters, offset);

    private void AddRepeated(long nodes, long characters, int offset)
    {
        _nodes += nodes;
        _characters += characters;
        _repeatedNodes += nodes;
        _repeatedCharacters += characters;
        if (_repeatedNodes > _maxNodes || _repeatedCharacters > _maxCharacters)
        {
            throw new TextSyntaxException(ManifestProblemKind.TooLarge, offset, TextSyntaxTexts.AliasesTooLarge(_maxNodes, _maxCharacters));
        }
    }

    /// <summary>Begins the next document.</summary>
    public void Clear()
    {
        _anchored = KeptTable.Empty(_anchored);
        _height = 0;
    }
}
