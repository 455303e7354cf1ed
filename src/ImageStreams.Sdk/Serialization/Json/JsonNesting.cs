namespace ImageStreams.Serialization;

/// <summary>The objects and arrays around a position in JSON: a bit for each level, set for an object.</summary>
internal struct JsonNesting
{
    private const int BitsInWord = 64;

    /// <summary>The innermost levels, the last one in the lowest bit.</summary>
    private ulong _inner;

    /// <summary>The levels around them, in words of 64.</summary>
    private Stack<ulong>? _outer;

    public int Depth { get; private set; }

    /// <summary>Gets a value indicating whether the innermost level is an object.</summary>
    public readonly bool IsObject => (_inner & 1) != 0;

    public void Push(bool isObject)
    {
        if (Depth > 0 && Depth % BitsInWord == 0)
        {
            (_outer ??= []).Push(_inner);
        }

        Depth++;
        _inner = (_inner << 1) | (isObject ? 1UL : 0);
    }

    public void Pop()
    {
        Depth--;
        _inner >>= 1;
        if (Depth > 0 && Depth % BitsInWord == 0)
        {
            _inner = _outer!.Pop();
        }
    }
}
