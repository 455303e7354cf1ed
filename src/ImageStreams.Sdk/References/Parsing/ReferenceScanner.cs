namespace ImageStreams.References;

/// <summary>Recognises image references in one pass, each method one production of the grammar.</summary>
/// <remarks>
/// The grammar is that of the distribution project, which OpenShift reads references with:
/// <code>
/// reference = name [":" tag] ["@" digest]          host   = label *("." label) [":" 1*digit]
/// name      = [host "/"] component *("/" component) tag    = 1*128(letter / digit / "_" / "." / "-")
/// </code>
/// No production contains an <c>@</c>, only a host's port and a digest contain a <c>:</c>, and only names contain a
/// <c>/</c>. So the marks alone tell where the parts end, and nothing is ever tried twice except the first component,
/// which may also be a host. Every method accepts a letter that is in the grammar only once lower-cased and remembers
/// the first of them: this is how OpenShift tells "must be lower-case" from "is no reference at all".
/// </remarks>
internal ref partial struct ReferenceScanner
{
    private const int Nowhere = int.MaxValue;

    private readonly ReadOnlySpan<char> _text;
    private readonly int _nameEnd;
    private readonly int _tagEnd;
    private int _at;
    private int _mustLower = Nowhere;
    private Fault _fault;

    private ReferenceScanner(ReadOnlySpan<char> text)
    {
        var at = text.IndexOf('@');
        _tagEnd = at < 0 ? text.Length : at;

        var last = text[.._tagEnd].LastIndexOf('/') + 1;
        var colon = text[last.._tagEnd].IndexOf(':');
        _nameEnd = colon < 0 ? _tagEnd : last + colon;
        _text = text;
    }

    /// <summary>Finds the parts of a reference, or what is wrong with it; allocates nothing.</summary>
    public static bool TryScan(ReadOnlySpan<char> text, out ReferenceLayout layout, out Fault fault)
    {
        layout = default;
        if (text.Length is 0 or > ImageReference.MaxLength)
        {
            fault = new Fault(text.IsEmpty ? ReferenceErrorKind.Empty : ReferenceErrorKind.TooLong, 0);
            return false;
        }

        var scanner = new ReferenceScanner(text);
        if (!scanner.Reference())
        {
            fault = scanner._fault;
            return false;
        }

        fault = default;
        layout = ReferenceLayout.Split(text, scanner._nameEnd, scanner._tagEnd);
        return true;
    }

    private bool Reference() => Name() && Tag() && Digest() && IsLowerCase() && IsShort() && IsSupported();

    private bool IsLowerCase() => _mustLower == Nowhere || Fail(ReferenceErrorKind.Uppercase, _mustLower);

    private bool IsShort() =>
        _nameEnd <= ImageReference.MaxNameLength
        || Fail(ReferenceErrorKind.NameTooLong, ImageReference.MaxNameLength);

    private bool IsSupported()
    {
        if (_tagEnd == _text.Length || DigestScanner.IsSupported(_text[(_tagEnd + 1)..], out var fault))
        {
            return true;
        }

        return Fail(fault.Kind, _tagEnd + 1 + fault.Index);
    }

    private bool Fail(ReferenceErrorKind kind, int index)
    {
        _fault = new Fault(kind, index);
        return false;
    }
}
