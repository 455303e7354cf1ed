using System.Runtime.InteropServices;

namespace ImageStreams.Serialization;

/// <summary>The misfits and field problems of a document, collected while reading continues.</summary>
/// <remarks>Reading continues after a misfit because a syntax error further on takes precedence over it.</remarks>
internal struct WireIssues
{
    private WireIssue? _issue;
    private bool _isFinal;
    private List<FieldNote>? _notes;

    /// <summary>The findings of strict reading, in the order of the text.</summary>
    public readonly ReadOnlySpan<FieldNote> Notes => CollectionsMarshal.AsSpan(_notes);

    public void Note(FieldProblemKind kind, int offset) => (_notes ??= []).Add(new FieldNote(kind, offset));

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

    /// <summary>Throws for the misfit that takes precedence, if there is one.</summary>
    public readonly void ThrowIfAny(ReadOnlySpan<byte> text)
    {
        if (_issue is { } issue)
        {
            throw WireErrors.Value(text, issue);
        }
    }
}
