namespace ImageStreams.References;

/// <summary>Recognizes image references in one pass; each method is one production of the grammar.</summary>
/// <remarks>
/// The grammar is that of the distribution project, with which OpenShift reads references:
/// <code>
/// reference = name [":" tag] ["@" digest]          host   = label *("." label) [":" 1*digit]
/// name      = [host "/"] component *("/" component) tag    = 1*128(letter / digit / "_" / "." / "-")
/// </code>
/// No production contains an <c>@</c>, only a host's port and a digest contain a <c>:</c>, and only names contain a
/// <c>/</c>. So the delimiters alone determine the ends of the parts, and nothing is tried twice except the first
/// component, which may also be a host. Every method accepts a letter that is in the grammar only in lower case, and
/// remembers the first of them: OpenShift distinguishes "must be lower-case" from "not a reference".
/// </remarks>
internal ref partial struct ReferenceScanner
{
    private const int Nowhere = int.MaxValue;

    private readonly ReadOnlySpan<char> _text;
    private readonly int _nameEnd;
    private readonly int _tagEnd;
    private int _at;
    private int _mustLower = Nowhere;
    private ReferenceError _error;

    private ReferenceScanner(ReadOnlySpan<char> text)
    {
        var at = text.IndexOf('@');
        _tagEnd = at < 0 ? text.Length : at;

        var last = text[.._tagEnd].LastIndexOf('/') + 1;
        var colon = text[last.._tagEnd].IndexOf(':');
        _nameEnd = colon < 0 ? _tagEnd : last + colon;
        _text = text;
    }

    /// <summary>Finds the parts of a reference, or its error; allocates nothing.</summary>
    public static bool TryScan(ReadOnlySpan<char> text, out ReferenceLayout layout, out ReferenceError error)
    {
        layout = default;
        if (text.Length is 0 or > ImageReference.MaxLength)
        {
            error = new ReferenceError(text.IsEmpty ? ReferenceFailure.Empty : ReferenceFailure.TooLong, 0);
            return false;
        }

        var scanner = new ReferenceScanner(text);
        if (!scanner.Reference())
        {
            error = scanner._error;
            return false;
        }

        error = default;
        layout = ReferenceLayout.Split(text, scanner._nameEnd, scanner._tagEnd);
        return true;
    }

    private bool Reference() => Name() && Tag() && Digest() && IsLowerCase() && IsShort() && IsSupported();

    private bool IsLowerCase() => _mustLower == Nowhere || Fail(ReferenceFailure.Uppercase, _mustLower);

    private bool IsShort() =>
        _nameEnd <= ImageReference.MaxNameLength
        || Fail(ReferenceFailure.NameTooLong, ImageReference.MaxNameLength);

    private bool IsSupported()
    {
        if (_tagEnd == _text.Length || DigestScanner.IsSupported(_text[(_tagEnd + 1)..], out var error))
        {
            return true;
        }

        return Fail(error.Reason, _tagEnd + 1 + error.Index);
    }

    private bool Fail(ReferenceFailure kind, int index)
    {
        _error = new ReferenceError(kind, index);
        return false;
    }
}
