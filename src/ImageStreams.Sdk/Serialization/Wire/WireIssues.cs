namespace ImageStreams.Serialization;

/// <summary>The misfits of a document, collected while reading continues.</summary>
/// <remarks>Reading continues after a misfit because a syntax error further on takes precedence over it.</remarks>
internal struct WireIssues
{
    private WireIssue? _issue;
    private bool _isFinal;
    private (WireType Type, int Start)? _otherType;

    /// <summary>Records a value that does not fit its field; only the first one is reported.</summary>
    public void Add(WireFailure reason, int offset, string expected, in JsonScanner json) =>
        _issue ??= new WireIssue(reason, offset, expected, JsonValueTexts.Describe(json));

    /// <summary>Records a misfit at which Go stops, which takes precedence over misfits before it.</summary>
    public void AddFinal(WireFailure reason, int offset, string expected, in JsonScanner json)
    {
        if (!_isFinal)
        {
            _isFinal = true;
            _issue = null;
        }

        Add(reason, offset, expected, json);
    }

    /// <summary>Records that a document gives an object too many times.</summary>
    public void AddRepetition(int offset) =>
        _issue ??= new WireIssue(WireFailure.Type, offset, "an object given once", "it over and over");

    /// <summary>Records an object of another kind or version; only the outermost and first one is reported.</summary>
    public void AddType(WireType type, int start) =>
        _otherType = _otherType is { } other && other.Start < start ? other : (type, start);

    /// <summary>Throws for the misfit that takes precedence, if there is one: another kind explains all others.</summary>
    public readonly void ThrowIfAny(ReadOnlySpan<byte> text)
    {
        if (_otherType is { } other)
        {
            throw WireErrors.Value(text, TypeFieldScan.CreateIssue(text, other.Start, other.Type));
        }

        if (_issue is { } issue)
        {
            throw WireErrors.Value(text, issue);
        }
    }
}
